package dev.winnow.cli.analysis;

/** The earliest and the latest of some times, in nanoseconds since 1970. */
public final class Times {
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  void add(long epochNanos) {
    first = Math.min(first, epochNanos);
    last = Math.max(last, epochNanos);
  }

  void add(Times other) {
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
  }

  public boolean isKnown() {
    return first <= last;
  }

  public long first() {
    return first;
  }

  public long last() {
    return last;
  }
}
