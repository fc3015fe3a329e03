package dev.winnow.core.detection;

import java.util.Arrays;

/**
 * The windows of equal length that a log is counted in: how much of each it covers, and how many
 * records of any template each holds.
 *
 * <p>Where nothing at all was logged for so long that it is no accident, the log has a gap: no
 * template is blamed for its silence there.
 */
public final class Timeline {
  /** So many records would have come in the silence that chance and clumping do not explain it. */
  private static final double GAP_RECORDS = 20;

  private final double[] totals;
  private final double[] covered;
  private final double[] active;

  /** Takes every window as fully covered. */
  public Timeline(long[] totals) {
    this(totals, ones(totals.length));
  }

  /**
   * Takes windows that may be covered in part, as the first and the last of a log are.
   *
   * @param totals the records of the whole log in each window
   * @param exposure the covered fraction of each window, from 0 to 1
   */
  public Timeline(long[] totals, double[] exposure) {
    this.totals = Arrays.stream(totals).asDoubleStream().toArray();
    this.covered = exposure.clone();
    this.active = exposure.clone();
    takeOutGaps();
  }

  int windows() {
    return totals.length;
  }

  int activeWindows() {
    return (int) Arrays.stream(active).filter(exposure -> exposure > 0).count();
  }

  double[] totals() {
    return totals;
  }

  /** The fraction of each window that the log says it covers. */
  double[] covered() {
    return covered;
  }

  /** The fraction of each window in which the log was written at all. */
  double[] active() {
    return active;
  }

  private void takeOutGaps() {
    double rate = rate();
    int from = 0;
    while (from < totals.length) {
      int to = from;
      double missed = 0;
      while (to < totals.length && totals[to] == 0) {
        missed += rate * covered[to++];
      }
      if (missed >= GAP_RECORDS) {
        Arrays.fill(active, from, to, 0);
      }
      from = to + 1;
    }
    trimEdgesOfGaps(rate());
  }

  /** A gap begins and ends inside a window, of which only the part outside counts. */
  private void trimEdgesOfGaps(double rate) {
    for (int window = 0; window < totals.length; window++) {
      boolean edge = isGap(window - 1) || isGap(window + 1);
      if (edge && active[window] > 0) {
        active[window] *= Math.min(1, totals[window] / (rate * covered[window]));
      }
    }
  }

  private boolean isGap(int window) {
    return window >= 0 && window < totals.length && covered[window] > 0 && active[window] == 0;
  }

  private double rate() {
    double exposure = Arrays.stream(active).sum();
    return exposure > 0 ? Arrays.stream(totals).sum() / exposure : 0;
  }

  private static double[] ones(int windows) {
    double[] ones = new double[windows];
    Arrays.fill(ones, 1);
    return ones;
  }
}
