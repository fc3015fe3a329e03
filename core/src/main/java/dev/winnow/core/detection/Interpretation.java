package dev.winnow.core.detection;

import dev.winnow.core.detection.Change.Kind;

/** Says what an interval that stands out means for the series it is of. */
final class Interpretation {
  /**
   * A level that holds for a shorter part of the timeline than one in so many is no lasting one.
   */
  private static final int LASTING = 8;

  private final SeriesSums sums;
  private final Interval interval;
  private final int windows;
  private final boolean first;
  private final boolean last;

  Interpretation(SeriesSums sums, Interval interval) {
    this.sums = sums;
    this.interval = interval;
    windows = sums.windows();
    first = shape(0, interval.from()) == 0;
    last = shape(interval.to(), windows) == 0;
  }

  Change change(long templateId, double surprise) {
    double before = count(0, interval.from());
    double after = count(interval.to(), windows);
    boolean nothing = interval.count() == 0;
    if (first && nothing) {
      int from = interval.to();
      while (sums.count(from) == 0) {
        from++;
      }
      return new Change(templateId, Kind.NEW, from, windows, (long) after, 0, surprise, 1);
    }
    if (last && !first && before == 0) {
      long observed = (long) interval.count();
      return new Change(templateId, Kind.NEW, interval.from(), windows, observed, 0, surprise, 1);
    }
    if (last && nothing) {
      int from = interval.from();
      while (sums.count(from - 1) == 0) {
        from--;
      }
      return lasting(templateId, Kind.GONE, from, interval.expected(), surprise);
    }
    if (first && after == 0) {
      return lasting(templateId, Kind.GONE, interval.to(), continued(), surprise);
    }
    if (last && isLong()) {
      return lasting(templateId, Kind.SHIFT, interval.from(), interval.expected(), surprise);
    }
    if (first && isLong()) {
      return lasting(templateId, Kind.SHIFT, interval.to(), continued(), surprise);
    }
    return new Change(
        templateId,
        interval.rises() ? Kind.SPIKE : Kind.DROP,
        interval.from(),
        interval.to(),
        (long) interval.count(),
        interval.expected(),
        surprise,
        1);
  }

  private Change lasting(long templateId, Kind kind, int from, double expected, double surprise) {
    long observed = (long) count(from, windows);
    return new Change(templateId, kind, from, windows, observed, expected, surprise, 1);
  }

  /** What had come after the interval at its rate. */
  private double continued() {
    return interval.count() / shape(interval.from(), interval.to()) * shape(interval.to(), windows);
  }

  private boolean isLong() {
    return shape(interval.from(), interval.to()) * LASTING >= shape(0, windows);
  }

  /** Unlike the sums, these include what is set aside. */
  private double count(int from, int to) {
    double count = 0;
    for (int window = from; window < to; window++) {
      count += sums.count(window);
    }
    return count;
  }

  private double shape(int from, int to) {
    double shape = 0;
    for (int window = from; window < to; window++) {
      shape += sums.shape(window);
    }
    return shape;
  }
}
