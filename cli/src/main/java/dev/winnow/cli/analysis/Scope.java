package dev.winnow.cli.analysis;

import dev.winnow.formats.join.RecordReader;
import dev.winnow.formats.layout.Layouts;
import dev.winnow.formats.layout.LineReading;
import dev.winnow.kernel.predicate.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which records are looked at.
 *
 * @param layouts those that lines may have
 * @param since the earliest time, in nanoseconds since 1970
 * @param until the time before which they are
 * @param where what they fulfil; null if anything will do
 */
public record Scope(Layouts layouts, long since, long until, @Nullable Predicate where) {
  /** All records. */
  public static final Scope EVERYTHING =
      new Scope(Layouts.known(), Long.MIN_VALUE, Long.MAX_VALUE, null);

  /** Whether records of some times are left out, and those without a time with them. */
  public boolean isLimitedInTime() {
    return since != Long.MIN_VALUE || until != Long.MAX_VALUE;
  }

  /** Whether some records are left out. */
  public boolean isLimited() {
    return isLimitedInTime() || where != null;
  }

  /** Whether a record is looked at. */
  public boolean includes(RecordReader record) {
    LineReading reading = record.reading();
    if (isLimitedInTime()
        && !(reading.hasTime() && reading.epochNanos() >= since && reading.epochNanos() < until)) {
      return false;
    }
    return where == null || where.matches(record.record());
  }
}
