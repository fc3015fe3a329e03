package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.duckdb.part.PartView;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a part that happened in some time.
 *
 * @param start none of them is before it, as a number that grows along an order of records
 */
record Stretch(PartView part, TimeSpan time, long start) {
  /*
   * The first stretch is as short as some hundred thousand records take if they are evenly spread
   * over the part's time, each further one longer. So few records are read where many are meant,
   * and few questions asked where hardly any is.
   */
  private static final long FIRST_RECORDS = 100_000;

  private static final int GROWTH = 4;

  /** All records of a part that happened in a span, in stretches that follow on each other. */
  static List<Stretch> of(PartView part, TimeSpan span, RecordScan.Order order) {
    if (!part.isDuring(span)) {
      return List.of();
    }
    return switch (order) {
      case COMMITS -> List.of(new Stretch(part, span, part.firstSequence()));
      case OLDEST_FIRST -> oldestFirst(part, span);
      case NEWEST_FIRST -> newestFirst(part, span);
    };
  }

  private static List<Stretch> oldestFirst(PartView part, TimeSpan span) {
    List<Stretch> stretches = new ArrayList<>();
    long earliest = Math.max(part.earliest(), span.from());
    long from = span.from();
    for (long distance : distances(part, span)) {
      long to = earliest + distance;
      stretches.add(new Stretch(part, new TimeSpan(from, to), Math.max(from, earliest)));
      from = to;
    }
    stretches.add(new Stretch(part, new TimeSpan(from, span.to()), Math.max(from, earliest)));
    return stretches;
  }

  private static List<Stretch> newestFirst(PartView part, TimeSpan span) {
    List<Stretch> stretches = new ArrayList<>();
    long latest = Math.min(part.latest(), span.to() - 1);
    long to = span.to();
    for (long distance : distances(part, span)) {
      long from = latest - distance;
      stretches.add(new Stretch(part, new TimeSpan(from, to), -Math.min(to - 1, latest)));
      to = from;
    }
    stretches.add(new Stretch(part, new TimeSpan(span.from(), to), -Math.min(to - 1, latest)));
    return stretches;
  }

  /** How far from the first record of an order each stretch ends, but for the last one. */
  private static List<Long> distances(PartView part, TimeSpan span) {
    long all = Math.min(part.latest(), span.to() - 1) - Math.max(part.earliest(), span.from());
    long length = (part.latest() - part.earliest()) / (part.records() / FIRST_RECORDS + 1);
    List<Long> distances = new ArrayList<>();
    long left = all;
    for (long next = Math.max(1, length); next < left; next = longer(next)) {
      left -= next;
      distances.add(all - left);
    }
    return distances;
  }

  private static long longer(long length) {
    return Math.min(length, Long.MAX_VALUE / GROWTH) * GROWTH;
  }
}
