package dev.winnow.server.request;

import dev.winnow.storage.TimeSpan;
import java.time.Duration;

/**
 * A time span in steps of equal length, which begin at multiples of it since 1970. The first and
 * the last may reach beyond the span.
 *
 * @param first when the first step begins, in nanoseconds since 1970
 * @param step the length of each
 * @param count how many there are, at least 1
 */
public record TimeBuckets(long first, Duration step, int count) {
  /** The steps that people can count in, in seconds; beyond the last, multiples of it. */
  private static final long[] ROUND = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200,
    86_400, 172_800, 604_800, 1_209_600, 2_592_000
  };

  /** A span in steps of a length. */
  public static TimeBuckets of(TimeSpan span, Duration step) {
    long nanos = step.toNanos();
    long count = count(span, nanos);
    return new TimeBuckets(span.from() / nanos * nanos, step, Math.toIntExact(count));
  }

  /** A span in at most so many steps of a round length, which is no less than another. */
  public static TimeBuckets atMost(TimeSpan span, int buckets, Duration leastStep) {
    for (long seconds : ROUND) {
      Duration step = Duration.ofSeconds(seconds);
      if (step.compareTo(leastStep) >= 0 && count(span, step.toNanos()) <= buckets) {
        return of(span, step);
      }
    }
    Duration last = Duration.ofSeconds(ROUND[ROUND.length - 1]);
    long times = count(span, last.toNanos()) / Math.max(1, buckets - 1) + 1;
    return of(span, last.multipliedBy(times));
  }

  /** How many steps a span touches. */
  public static long count(TimeSpan span, long stepNanos) {
    long first = span.from() / stepNanos;
    long last = Math.max(span.from(), span.to() - 1) / stepNanos;
    return last - first + 1;
  }

  /** When a step begins. */
  public long start(int index) {
    return first + index * step.toNanos();
  }

  /** The step that a time of the span is in. */
  public int index(long time) {
    return (int) ((time - first) / step.toNanos());
  }
}
