package dev.winnow.storage.duckdb.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.storage.Partition;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.query.RecordScan.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class StretchTest {
  private static PartView part(long records, long earliest, long latest) {
    Partition partition = new Partition(LocalDate.EPOCH, "default");
    return new PartView("part", partition, List.of(), records, earliest, latest, 7, 9);
  }

  private static List<TimeSpan> times(PartView part, TimeSpan span, Order order) {
    return Stretch.of(part, span, order).stream().map(Stretch::time).toList();
  }

  @Test
  void beginsWithTheNewest() {
    assertThat(times(part(1_000_000, 1_000, 2_099), new TimeSpan(0, 5_000), Order.NEWEST_FIRST))
        .containsExactly(new TimeSpan(2_001, 5_000), new TimeSpan(0, 2_001));
  }

  @Test
  void beginsWithTheOldest() {
    assertThat(times(part(1_000_000, 1_000, 2_099), new TimeSpan(1_500, 5_000), Order.OLDEST_FIRST))
        .containsExactly(new TimeSpan(1_500, 1_599), new TimeSpan(1_599, 5_000));
  }

  @Test
  void asksAShortSpanAtOnce() {
    assertThat(times(part(1_000_000, 1_000, 2_099), new TimeSpan(1_500, 1_600), Order.OLDEST_FIRST))
        .containsExactly(new TimeSpan(1_500, 1_600));
  }

  @Test
  void asksAPartOfOtherTimesNothing() {
    assertThat(times(part(10, 1_000, 2_000), new TimeSpan(2_001, 3_000), Order.NEWEST_FIRST))
        .isEmpty();
  }

  @Test
  void asksOnceInTheOrderOfCommits() {
    TimeSpan span = new TimeSpan(0, 5_000);
    PartView part = part(1_000_000, 1_000, 2_000);
    assertThat(Stretch.of(part, span, Order.COMMITS)).containsExactly(new Stretch(part, span, 7));
  }

  @Property
  void coversTheSpanOnce(
      @ForAll @LongRange(min = 0) long earliest,
      @ForAll @LongRange(min = 0) long latest,
      @ForAll @LongRange(min = 0) long from,
      @ForAll @LongRange(min = 0) long to,
      @ForAll @LongRange(min = 1, max = 1L << 40) long records) {
    TimeSpan span = new TimeSpan(Math.min(from, to), Math.max(from, to));
    PartView part = part(records, Math.min(earliest, latest), Math.max(earliest, latest));
    for (Order order : List.of(Order.NEWEST_FIRST, Order.OLDEST_FIRST)) {
      List<Stretch> stretches = Stretch.of(part, span, order);
      assertThat(stretches).hasSizeLessThan(3).isSortedAccordingTo(byStart());
      if (part.isDuring(span)) {
        List<TimeSpan> inTime = new ArrayList<>(times(part, span, order));
        inTime.sort(Comparator.comparingLong(TimeSpan::from));
        assertThat(inTime.getFirst().from()).isEqualTo(span.from());
        assertThat(inTime.getLast().to()).isEqualTo(span.to());
        for (int i = 1; i < inTime.size(); i++) {
          assertThat(inTime.get(i).from()).isEqualTo(inTime.get(i - 1).to());
        }
      }
    }
  }

  private static Comparator<Stretch> byStart() {
    return Comparator.comparingLong(Stretch::start);
  }
}
