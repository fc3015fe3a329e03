package dev.winnow.cli.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A time in UTC as people and machines read it. */
public final class Moment {
  private static final long NANOS = 1_000_000_000;

  private Moment() {}

  /** {@code 2026-11-21 10:00:00}. */
  public static String of(long epochNanos) {
    LocalDateTime time = time(epochNanos);
    return time.toLocalDate() + " " + ofDay(time);
  }

  /** As {@link #of}, without the date if it is the same as that of another time. */
  public static String of(long epochNanos, long other) {
    LocalDateTime time = time(epochNanos);
    LocalDate date = time(other).toLocalDate();
    return time.toLocalDate().equals(date) ? ofDay(time) : of(epochNanos);
  }

  /** RFC 3339, to the nanosecond if need be. */
  public static String iso(long epochNanos) {
    return time(epochNanos).toInstant(ZoneOffset.UTC).toString();
  }

  /** Whole seconds from one time to another. */
  public static long seconds(long from, long to) {
    return (to - from) / NANOS;
  }

  private static LocalDateTime time(long epochNanos) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(epochNanos, NANOS), (int) Math.floorMod(epochNanos, NANOS), ZoneOffset.UTC);
  }

  private static String ofDay(LocalDateTime time) {
    return two(time.getHour()) + ":" + two(time.getMinute()) + ":" + two(time.getSecond());
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
