package dev.winnow.cli.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class TimeAxisTest {
  @Test
  void marksRoundTimes() {
    assertThat(labels("2026-11-20T12:07:00Z", Duration.ofHours(2)))
        .containsExactly("12:15", "12:30", "12:45", "13:00", "13:15", "13:30", "13:45", "14:00");
    assertThat(labels("2026-11-20T12:00:00.100Z", Duration.ofMillis(900)))
        .startsWith("12:00:00.200", "12:00:00.400");
    assertThat(labels("2026-11-20T12:00:00Z", Duration.ofSeconds(40)))
        .startsWith("12:00:00", "12:00:05", "12:00:10")
        .hasSize(8);
  }

  @Test
  void namesTheDayWhereItChanges() {
    assertThat(labels("2026-11-20T20:00:00Z", Duration.ofHours(8)))
        .startsWith("20 Nov 20:00", "21:00")
        .contains("21 Nov", "01:00");
  }

  @Test
  void marksDaysAndYears() {
    assertThat(labels("2026-11-20T20:00:00Z", Duration.ofDays(4)))
        .startsWith("21 Nov", "12:00", "22 Nov", "12:00");
    assertThat(labels("2026-11-20T20:00:00Z", Duration.ofDays(8)))
        .startsWith("21 Nov", "22 Nov", "23 Nov");
    assertThat(labels("2026-11-20T00:00:00Z", Duration.ofDays(40)))
        .containsExactly("23 Nov", "30 Nov", "7 Dec", "14 Dec", "21 Dec", "28 Dec");
    assertThat(labels("2026-12-20T00:00:00Z", Duration.ofDays(40))).contains("21 Dec 2026");
    assertThat(labels("2025-06-24T00:00:00Z", Duration.ofDays(300)))
        .containsExactly("Jul 2025", "Sep 2025", "Nov 2025", "Jan 2026", "Mar 2026");
    assertThat(labels("2001-06-24T00:00:00Z", Duration.ofDays(3650)))
        .containsExactly("2002", "2004", "2006", "2008", "2010");
  }

  @Property
  void hasAFewMarksThatLieOnIt(
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long fromMillis,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long millis) {
    long from = fromMillis * 1_000_000;
    List<TimeAxis.Mark> marks = new TimeAxis(from, from + millis * 1_000_000).marks();

    assertThat(marks).hasSizeBetween(0, 10).allMatch(mark -> mark.at() >= 0 && mark.at() <= 1);
  }

  private static List<String> labels(String from, Duration length) {
    long start = Instant.parse(from).toEpochMilli() * 1_000_000;
    return new TimeAxis(start, start + length.toNanos())
        .marks().stream().map(TimeAxis.Mark::label).toList();
  }
}
