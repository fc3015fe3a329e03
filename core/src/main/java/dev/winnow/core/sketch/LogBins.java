package dev.winnow.core.sketch;

/**
 * Counts by index, in one array over the range that is used; of very many, the lowest become one.
 */
final class LogBins {
  /*
   * The array grows by whole blocks. At most MAX_BLOCKS, counted from the block of the highest index
   * down, are kept; what lies below is counted at the lowest index kept, so the state depends on the
   * counted indices only.
   */

  /** Indices per block; a power of two. */
  private static final int BLOCK = 32;

  /** 2 048 indices: at one per cent, seventeen powers of ten. */
  private static final int MAX_BLOCKS = 64;

  private long[] counts = {};

  /** The index of the first place; a multiple of {@link #BLOCK}. */
  private int base;

  void add(int index) {
    int at = index - base;
    if (at < 0 || at >= counts.length) {
      cover(index);
      at = Math.max(0, index - base);
    }
    counts[at]++;
  }

  void addAll(LogBins other) {
    if (other.counts.length == 0) {
      return;
    }
    cover(other.base + other.counts.length - 1);
    cover(other.base);
    for (int i = 0; i < other.counts.length; i++) {
      counts[Math.max(0, other.base + i - base)] += other.counts[i];
    }
  }

  int lowest() {
    return base;
  }

  int highest() {
    return base + counts.length - 1;
  }

  long count(int index) {
    int at = index - base;
    return at >= 0 && at < counts.length ? counts[at] : 0;
  }

  /** The index of the value that so many others precede. */
  int indexOfRank(long rank) {
    long preceding = 0;
    int at = 0;
    while (at < counts.length - 1 && preceding + counts[at] <= rank) {
      preceding += counts[at];
      at++;
    }
    return base + at;
  }

  /** Makes the array hold an index, or the place that stands for it. */
  private void cover(int index) {
    int block = index & -BLOCK;
    boolean isEmpty = counts.length == 0;
    int end = isEmpty ? block + BLOCK : Math.max(base + counts.length, block + BLOCK);
    int start = isEmpty ? block : Math.min(base, block);
    start = Math.max(start, end - MAX_BLOCKS * BLOCK);
    if (start == base && end == base + counts.length) {
      return;
    }
    long[] old = counts;
    int oldBase = base;
    counts = new long[end - start];
    base = start;
    for (int i = 0; i < old.length; i++) {
      counts[Math.max(0, oldBase + i - start)] += old[i];
    }
  }
}
