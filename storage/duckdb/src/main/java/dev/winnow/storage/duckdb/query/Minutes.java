package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.TimeSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole minutes in a span of time.
 *
 * @param first the first, in minutes since 1970
 * @param end the first that is not whole in it any more; not before the first
 */
record Minutes(long first, long end) {
  static final long NANOS = 60_000_000_000L;

  static Minutes in(TimeSpan span) {
    long first = -Math.floorDiv(-span.from(), NANOS);
    long end = isOpen(span) ? Long.MAX_VALUE / NANOS + 1 : span.to() / NANOS;
    return new Minutes(first, Math.max(first, end));
  }

  private static boolean isOpen(TimeSpan span) {
    return span.to() == Long.MAX_VALUE;
  }

  boolean isEmpty() {
    return first == end;
  }

  /** What of a span is in none of these minutes. */
  List<TimeSpan> rest(TimeSpan span) {
    if (isEmpty()) {
      return List.of(span);
    }
    List<TimeSpan> rest = new ArrayList<>();
    if (span.from() < first * NANOS) {
      rest.add(new TimeSpan(span.from(), first * NANOS));
    }
    if (!isOpen(span) && end * NANOS < span.to()) {
      rest.add(new TimeSpan(end * NANOS, span.to()));
    }
    return rest;
  }

  /** Whether the counts of whole minutes tell what a question tells apart. */
  static boolean suffice(CountQuery query) {
    return !query.by().contains(Dimension.TIME) || query.bucket().toNanos() % NANOS == 0;
  }
}
