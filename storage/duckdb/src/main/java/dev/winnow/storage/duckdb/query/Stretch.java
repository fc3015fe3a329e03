package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.duckdb.part.PartView;
import java.util.List;

/**
 * The records of a part that happened in some time.
 *
 * @param start none of them is before it, as a number that grows along an order of records
 */
record Stretch(PartView part, TimeSpan time, long start) {
  /*
   * The first stretch is as short as some hundred thousand records take if they are evenly spread
   * over the part's time; the second is all the rest. So few records are read where many are meant,
   * and two questions are asked where hardly any is.
   */
  private static final long FIRST_RECORDS = 100_000;

  /** All records of a part that happened in a span, in stretches that follow on each other. */
  static List<Stretch> of(PartView part, TimeSpan span, RecordScan.Order order) {
    if (!part.isDuring(span)) {
      return List.of();
    }
    long earliest = earliest(part, span);
    long latest = latest(part, span);
    long length = firstLength(part);
    if (order == RecordScan.Order.COMMITS || length >= latest - earliest) {
      return whole(part, span, order);
    }
    return order == RecordScan.Order.OLDEST_FIRST
        ? oldestFirst(part, span, earliest, earliest + length)
        : newestFirst(part, span, latest, latest - length + 1);
  }

  /** All of them in one, if there may be any. */
  static List<Stretch> whole(PartView part, TimeSpan span, RecordScan.Order order) {
    if (!part.isDuring(span)) {
      return List.of();
    }
    long start =
        switch (order) {
          case COMMITS -> part.firstSequence();
          case OLDEST_FIRST -> earliest(part, span);
          case NEWEST_FIRST -> -latest(part, span);
        };
    return List.of(new Stretch(part, span, start));
  }

  private static long earliest(PartView part, TimeSpan span) {
    return Math.max(part.earliest(), span.from());
  }

  private static long latest(PartView part, TimeSpan span) {
    return Math.min(part.latest(), span.to() - 1);
  }

  private static List<Stretch> oldestFirst(PartView part, TimeSpan span, long earliest, long cut) {
    return List.of(
        new Stretch(part, new TimeSpan(span.from(), cut), earliest),
        new Stretch(part, new TimeSpan(cut, span.to()), cut));
  }

  private static List<Stretch> newestFirst(PartView part, TimeSpan span, long latest, long cut) {
    return List.of(
        new Stretch(part, new TimeSpan(cut, span.to()), -latest),
        new Stretch(part, new TimeSpan(span.from(), cut), 1 - cut));
  }

  private static long firstLength(PartView part) {
    return Math.max(1, (part.latest() - part.earliest()) / (part.records() / FIRST_RECORDS + 1));
  }
}
