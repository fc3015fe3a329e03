package dev.winnow.cli.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class TimeGridTest {
  private static final long MILLI = 1_000_000;
  private static final long START = Instant.parse("2026-11-21T00:00:00Z").toEpochMilli() * MILLI;

  private TimeGrid timeline = new TimeGrid();
  private int[] counts = new int[TimeGrid.SPANS];

  private void count(long epochNanos) {
    if (!timeline.includes(epochNanos)) {
      counts = timeline.include(epochNanos).apply(counts);
    }
    timeline.note(epochNanos);
    counts[timeline.span(epochNanos)]++;
  }

  @Test
  void spreadsAnEvenLogEvenly() {
    for (int i = 0; i < 100_000; i++) {
      count(START + i * 1000L * MILLI);
    }

    for (double cell : timeline.cells(counts, 10)) {
      assertThat(cell).isCloseTo(10_000, Offset.offset(600.0));
    }
  }

  @Test
  void showsWhenThingsHappened() {
    count(START);
    for (int i = 0; i < 50; i++) {
      count(START + 7_500_000 * MILLI);
    }
    count(START + 10_000_000 * MILLI);

    double[] cells = timeline.cells(counts, 10);
    assertThat(cells[7]).isCloseTo(50, Offset.offset(0.5));
    assertThat(cells[0]).isCloseTo(1, Offset.offset(0.01));
    assertThat(cells[9]).isCloseTo(1, Offset.offset(0.01));
  }

  @Test
  void dividesNothingWhereAllHappenedAtOnce() {
    count(START);
    count(START);

    assertThat(timeline.isDivisible()).isFalse();
    count(START + MILLI);
    assertThat(timeline.isDivisible()).isTrue();
  }

  @Test
  void coversNoTimeThatMustBeAMistake() {
    assertThat(TimeGrid.covers(0)).isFalse();
    assertThat(TimeGrid.covers(START)).isTrue();
    assertThat(TimeGrid.covers(Instant.parse("2101-01-01T00:00:00Z").toEpochMilli() * MILLI))
        .isFalse();
  }

  @Property
  void losesNoCountInAnyOrder(
      @ForAll @NotEmpty @Size(max = 100)
          List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> times) {
    timeline = new TimeGrid();
    counts = new int[TimeGrid.SPANS];
    for (long millis : times) {
      count(START + millis * MILLI);
    }

    assertThat(Arrays.stream(counts).sum()).isEqualTo(times.size());
    assertThat(Arrays.stream(timeline.cells(counts, 12)).sum())
        .isCloseTo(times.size(), Offset.offset(1e-6));
  }
}
