package dev.winnow.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ChangeDetectorPropertiesTest {
  @Property(tries = 200)
  void findsNoChangeInConstantSeries(
      @ForAll @IntRange(max = 1_000_000) int count, @ForAll @IntRange(max = 1_000) int other) {
    Series log = new Series(1).with(constant(count)).with(constant(other));

    assertThat(log.changes()).isEmpty();
    assertThat(ChangeDetector.detectVolume(log.timeline())).isEmpty();
  }

  @Property(tries = 50)
  void doesNotDependOnTheOrderOfTemplates(@ForAll long seed) {
    Series log =
        new Series(seed)
            .withOrdinary(window -> 1)
            .with(0, window -> window < 60 ? 0 : 4)
            .with(.1, window -> window > 30 && window < 36 ? 90 : 6);
    List<CountSeries> shuffled = new ArrayList<>(log.counts());
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(log.changes()).isNotEmpty();
    assertThat(ChangeDetector.detect(log.timeline(), shuffled)).isEqualTo(log.changes());
  }

  @Property(tries = 50)
  void findsAtEveryScaleWhatIsTenTimesAsMuch(
      @ForAll @IntRange(min = 20, max = 80) int from,
      @ForAll @DoubleRange(min = 5, max = 5_000) double rate,
      @ForAll long seed) {
    Series log =
        new Series(seed)
            .with(0, window -> 300)
            .with(0, window -> window >= from && window < from + 4 ? 10 * rate : rate);

    assertThat(log.changes())
        .filteredOn(change -> change.templateId() == 2)
        .isNotEmpty()
        .allMatch(change -> change.from() < from + 4 && change.to() > from);
  }

  @Property(tries = 300)
  void neverThrowsAndStaysInsideTheTimeline(
      @ForAll @IntRange(max = 130) int windows, @ForAll long seed) {
    Random random = new Random(seed);
    int most = 1 << random.nextInt(31);
    int[] counts = new int[windows];
    Arrays.setAll(counts, window -> random.nextInt(3) == 0 ? random.nextInt(most) : 0);

    List<Change> changes = new ArrayList<>(new Series(1).with(counts).changes());
    changes.addAll(ChangeDetector.detectVolume(new Series(1).with(counts).timeline()));
    assertThat(changes)
        .allMatch(change -> 0 <= change.from() && change.from() < change.to())
        .allMatch(change -> change.to() <= windows)
        .allMatch(change -> change.qValue() >= 0 && change.qValue() <= .01)
        .allMatch(change -> Double.isFinite(change.factor()) && change.score() > 0);
  }

  private static int[] constant(int count) {
    int[] counts = new int[Series.WINDOWS];
    Arrays.fill(counts, count);
    return counts;
  }
}
