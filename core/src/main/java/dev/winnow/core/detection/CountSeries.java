package dev.winnow.core.detection;

/** The records of one template in each window of a {@link Timeline}. */
public final class CountSeries {
  private final long templateId;
  private final int[] counts;

  /** Takes the array without copying it. */
  public CountSeries(long templateId, int[] counts) {
    this.templateId = templateId;
    this.counts = counts;
  }

  long templateId() {
    return templateId;
  }

  int windows() {
    return counts.length;
  }

  int count(int window) {
    return counts[window];
  }

  long total() {
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }
}
