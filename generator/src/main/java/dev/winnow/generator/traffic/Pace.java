package dev.winnow.generator.traffic;

import java.util.concurrent.TimeUnit;

/** How many records there are a second. */
public sealed interface Pace {
  /** The slowest and the fastest that can be asked for. */
  double SLOWEST = 0.001;

  int FASTEST = 10_000;

  /** As many as can be made. */
  Pace UNBOUNDED = new Unbounded();

  /** The time until the next request, after one that left so many records. */
  long gapNanos(long time, int records);

  /**
   * The same at any time.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  static Pace steady(double perSecond) {
    return new Steady(checked(perSecond));
  }

  /** More by day than by night, and less on weekends; so many in the mean of a working day. */
  static Pace daily(double perSecond) {
    return new Daily(checked(perSecond));
  }

  private static double checked(double perSecond) {
    if (!(perSecond >= SLOWEST && perSecond <= FASTEST)) {
      throw new IllegalArgumentException(
          "a rate is %s to %d records a second, not %s".formatted(SLOWEST, FASTEST, perSecond));
    }
    return perSecond;
  }

  private static long gap(int records, double perSecond) {
    return (long) (records * (TimeUnit.SECONDS.toNanos(1) / perSecond));
  }

  /** The same at any time. */
  record Steady(double perSecond) implements Pace {
    @Override
    public long gapNanos(long time, int records) {
      return gap(records, perSecond);
    }
  }

  /** With days, nights and weekends. */
  record Daily(double perSecond) implements Pace {
    private static final double SWING = 0.6;
    private static final double BUSIEST_HOUR = 14;
    private static final double WEEKEND = 0.6;

    @Override
    public long gapNanos(long time, int records) {
      return gap(records, perSecond * factor(time));
    }

    private static double factor(long time) {
      double hours = (double) time / TimeUnit.HOURS.toNanos(1);
      double day = 1 + SWING * Math.cos(2 * Math.PI * (hours - BUSIEST_HOUR) / 24);
      // The first of January 1970 was a Thursday, so days 2 and 3 of each seven are a weekend.
      long weekday = Math.floorMod(time / TimeUnit.DAYS.toNanos(1), 7);
      return weekday == 2 || weekday == 3 ? day * WEEKEND : day;
    }
  }

  /** Without a pause. */
  record Unbounded() implements Pace {
    @Override
    public long gapNanos(long time, int records) {
      return 0;
    }
  }
}
