package dev.winnow.core.sketch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeavyHittersTest {
  @Test
  void isExactWhileAllFit() {
    HeavyHitters hitters = of(3, List.of("a", "b", "a", "c", "a", "b"));

    assertThat(hitters.top(2))
        .containsExactly(new HeavyHitter("a", false, 3, 0), new HeavyHitter("b", false, 2, 0));
    assertThat(hitters.total()).isEqualTo(6);
    assertThat(hitters.top(9)).hasSize(3);
  }

  @Test
  void theLeastFrequentGivesWayAndIsTheError() {
    HeavyHitters hitters = of(2, List.of("a", "a", "a", "b", "c"));

    assertThat(hitters.top(9))
        .containsExactly(new HeavyHitter("a", false, 3, 0), new HeavyHitter("c", false, 2, 1));
    assertThat(hitters.top(9).get(1).leastCount()).isEqualTo(1);
    assertThat(hitters.unlistedCount()).isEqualTo(2);
  }

  @Test
  void keepsTheBeginningOfALongStringAndTellsItFromOthers() {
    String start = "ü".repeat(64);
    HeavyHitters hitters = of(8, List.of("x" + start + "1", "x" + start + "2", start, ""));

    assertThat(hitters.top(9))
        .containsExactlyInAnyOrder(
            new HeavyHitter("x" + "ü".repeat(63), true, 1, 0),
            new HeavyHitter("x" + "ü".repeat(63), true, 1, 0),
            new HeavyHitter(start, false, 1, 0),
            new HeavyHitter("", false, 1, 0));
  }

  @Test
  void takesAnyBytes() {
    HeavyHitters hitters = new HeavyHitters(4);
    byte[] bytes = new byte[300];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0x80 | i);
    }

    hitters.add(bytes, 0, bytes.length);
    hitters.add(bytes, 5, 6);

    assertThat(hitters.top(4)).hasSize(2).allMatch(hitter -> hitter.text().contains("\ufffd"));
  }

  @Property(tries = 500)
  void countsAreTooLargeByTheErrorAtMost(
      @ForAll("texts") List<String> texts, @ForAll @IntRange(min = 1, max = 12) int capacity) {
    assertBounds(of(capacity, texts), texts, capacity);
  }

  @Property(tries = 500)
  void mergedCountsAreTooLargeByTheErrorAtMost(
      @ForAll("texts") List<String> left,
      @ForAll("texts") List<String> right,
      @ForAll @IntRange(min = 1, max = 12) int capacity) {
    HeavyHitters merged = of(capacity, left);
    HeavyHitters reversed = of(capacity, right);

    merged.merge(reversed);
    reversed.merge(of(capacity, left));

    List<String> all = Stream.concat(left.stream(), right.stream()).toList();
    assertBounds(merged, all, capacity);
    assertThat(reversed.top(capacity)).isEqualTo(merged.top(capacity));
    merged.add(bytes("afterwards"), 0, 10);
    List<String> more = Stream.concat(all.stream(), Stream.of("afterwards")).toList();
    assertBounds(merged, more, capacity);
  }

  private static void assertBounds(HeavyHitters hitters, List<String> texts, int capacity) {
    Map<String, Long> real =
        texts.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<HeavyHitter> top = hitters.top(Integer.MAX_VALUE);
    Map<String, Long> counts =
        top.stream().collect(Collectors.toMap(HeavyHitter::text, HeavyHitter::count));
    assertThat(top).hasSizeLessThanOrEqualTo(capacity);
    assertThat(top).isSortedAccordingTo((a, b) -> Long.compare(b.count(), a.count()));
    for (HeavyHitter hitter : top) {
      long count = real.getOrDefault(hitter.text(), 0L);
      assertThat(count).isBetween(hitter.leastCount(), hitter.count());
      assertThat(hitter.error()).isLessThanOrEqualTo(texts.size() / capacity);
    }
    real.forEach((text, count) -> {
      if (!counts.containsKey(text)) {
        assertThat(count).as(text).isLessThanOrEqualTo(hitters.unlistedCount());
      }
    });
    assertThat(hitters.total()).isEqualTo(texts.size());
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> often = Arbitraries.of("a", "b", "c");
    Arbitrary<String> rare = Arbitraries.integers().between(0, 40).map(i -> "rare" + i);
    return Arbitraries.oneOf(often, rare).list().ofMaxSize(150);
  }

  private static HeavyHitters of(int capacity, List<String> texts) {
    HeavyHitters hitters = new HeavyHitters(capacity);
    for (String text : texts) {
      byte[] bytes = bytes(text);
      hitters.add(bytes, 0, bytes.length);
    }
    return hitters;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
