package dev.winnow.bench;

/**
 * Counts durations in nanoseconds with an error of at most one part in 64: below 128 each duration
 * has its own counter, above it each power of two has 64.
 */
public final class LatencyHistogram {
  private static final int BITS = 6;
  private static final int STEPS = 1 << BITS;

  private final long[] counts = new long[(Long.SIZE - BITS) * STEPS];
  private long total;
  private long max;

  public void record(long nanos) {
    counts[index(nanos)]++;
    total++;
    max = Math.max(max, nanos);
  }

  public long total() {
    return total;
  }

  public long max() {
    return max;
  }

  /** The duration that a share of all is at most as long as. */
  public long percentile(double share) {
    long rank = (long) Math.ceil(share * total);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return longest(i);
      }
    }
    return max;
  }

  /** Adds the durations that another counted. */
  public void add(LatencyHistogram other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    total += other.total;
    max = Math.max(max, other.max);
  }

  private static int index(long nanos) {
    int shift = Math.max(0, Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(nanos | 1));
    return shift * STEPS + (int) (nanos >>> shift);
  }

  private static long longest(int index) {
    int shift = Math.max(0, index / STEPS - 1);
    long steps = index - (long) shift * STEPS;
    return ((steps + 1) << shift) - 1;
  }
}
