package dev.winnow.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.core.detection.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void namesEachKindOfDifference() {
    Map<Long, Kind> kinds =
        compared(
            List.of(
                new CountPair(1, 0, 40),
                new CountPair(2, 80, 0),
                new CountPair(3, 100, 400),
                new CountPair(4, 1_000, 100),
                new CountPair(5, 20_000, 10_100),
                new CountPair(6, 0, 1),
                new CountPair(7, 5, 4)),
            2_000,
            1_000);

    assertThat(kinds)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                1L, Kind.NEW,
                2L, Kind.GONE,
                3L, Kind.MORE,
                4L, Kind.LESS,
                5L, Kind.SAME,
                6L, Kind.UNSURE,
                7L, Kind.UNSURE));
  }

  @Test
  void isNotConfusedByWhatIsTooRareToDiffer() {
    List<CountPair> pairs = new ArrayList<>();
    pairs.add(new CountPair(1, 0, 9));
    for (int i = 2; i <= 200; i++) {
      pairs.add(new CountPair(i, i % 2, 1 - i % 2));
    }

    Map<Long, Kind> kinds = compared(pairs, 100, 100);

    assertThat(kinds.remove(1L)).isEqualTo(Kind.NEW);
    assertThat(kinds.values()).containsOnly(Kind.UNSURE);
  }

  @Test
  void listsTheSurestFirst() {
    List<Difference> differences =
        Comparison.compare(
            List.of(new CountPair(1, 10, 10), new CountPair(2, 0, 90), new CountPair(3, 10, 30)),
            100,
            100);

    assertThat(differences).extracting(Difference::templateId).containsExactly(2L, 3L, 1L);
  }

  @Test
  void doesNotTakeTrafficForClumps() {
    int[] traffic = {100, 400, 100, 0, 200};

    assertThat(Comparison.designEffect(new int[] {10, 40, 10, 0, 20}, traffic)).isEqualTo(1);
    assertThat(Comparison.designEffect(new int[] {0, 0, 16, 0, 0}, new int[] {9, 9, 9, 9, 9}))
        .isCloseTo(16, within(1e-9));
    assertThat(Comparison.designEffect(new int[] {7}, new int[] {7})).isEqualTo(1);
    assertThat(Comparison.designEffect(new int[0], new int[0])).isEqualTo(1);
  }

  @Test
  void measuresHowRecordsClump() {
    assertThat(Comparison.designEffect(new int[] {4, 4, 4, 4})).isEqualTo(1);
    assertThat(Comparison.designEffect(new int[] {0, 0, 0, 16})).isCloseTo(16, within(1e-9));
    assertThat(Comparison.designEffect(new int[] {7})).isEqualTo(1);
    assertThat(Comparison.designEffect(new int[0])).isEqualTo(1);
  }

  @Property
  void findsNothingBetweenEqualLogs(
      @ForAll @Size(max = 30) List<@IntRange(max = 10_000) Integer> counts) {
    List<CountPair> pairs = counts.stream().map(c -> new CountPair(c, c, c)).toList();

    assertThat(Comparison.compare(pairs, 1, 1))
        .extracting(Difference::kind)
        .isSubsetOf(Kind.SAME, Kind.UNSURE);
  }

  @Property
  void seesTheOppositeFromTheOtherSide(
      @ForAll @IntRange(max = 500) int base, @ForAll @IntRange(max = 500) int candidate) {
    Difference there =
        Comparison.compare(List.of(new CountPair(1, base, candidate)), 3, 2).getFirst();
    Difference back =
        Comparison.compare(List.of(new CountPair(1, candidate, base)), 2, 3).getFirst();

    assertThat(there.qValue()).isCloseTo(back.qValue(), within(1e-9));
    assertThat(there.ratio().ratio() * back.ratio().ratio()).isCloseTo(1, within(1e-9));
    Kind opposite =
        switch (there.kind()) {
          case NEW -> Kind.GONE;
          case GONE -> Kind.NEW;
          case MORE -> Kind.LESS;
          case LESS -> Kind.MORE;
          case SAME -> Kind.SAME;
          case UNSURE -> Kind.UNSURE;
        };
    assertThat(back.kind()).isEqualTo(opposite);
  }

  private static Map<Long, Kind> compared(
      List<CountPair> pairs, double baseExposure, double candidateExposure) {
    return Comparison.compare(pairs, baseExposure, candidateExposure).stream()
        .collect(Collectors.toMap(Difference::templateId, Difference::kind));
  }
}
