package dev.winnow.storage;

/**
 * A stretch of time.
 *
 * @param from the first nanosecond since 1970 that belongs to it
 * @param to the first that does not any more
 */
public record TimeSpan(long from, long to) {
  /** All times that a store holds. */
  public static final TimeSpan ALL = new TimeSpan(0, Long.MAX_VALUE);

  /** Refuses a stretch that ends before it begins. */
  public TimeSpan {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("a time span from " + from + " to " + to);
    }
  }

  public boolean contains(long time) {
    return time >= from && time < to;
  }
}
