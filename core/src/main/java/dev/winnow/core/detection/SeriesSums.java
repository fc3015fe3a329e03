package dev.winnow.core.detection;

import java.util.Arrays;

/** A series with sums over its windows, by which any interval is judged in constant time. */
final class SeriesSums {
  /*
   * An interval's count is compared with a negative binomial whose mean and dispersion come from
   * the windows outside it: an anomaly never inflates its own baseline, and the uncertainty of
   * the baseline is part of the dispersion. Dispersion is estimated on blocks as long as the
   * interval, since counts that wander slowly vary more in sum than independent ones; beyond
   * the longest blocks it is taken to fall with the length.
   *
   * What a template does only once is not foretold by any rate of its own: a burst of something
   * (almost) absent elsewhere counts as one occurrence for each BURST records and for each window
   * after the first. A log begins with the start of a program, so how its first windows differ is
   * not judged before they are an eighth of it.
   */
  static final int[] SCALES = {1, 5, 15};
  static final double LEAST_RECORDS = 5;
  private static final double LEAST_FACTOR = 2;
  private static final int LEAST_WINDOWS = 6;
  private static final int LEAST_PRESENT = 5;
  private static final double BURST = 8;
  private static final int BEGINNING = 8;

  private final int windows;
  private final double[] counts;
  private final double[] shape;
  private final boolean[] aside;
  private final double[] countSums;
  private final double[] shapeSums;
  private final int[] activeSums;
  private final int[] presentSums;
  private final int[] asideSums;
  private final BlockMoments[] scales;
  private double usual = Dispersion.USUAL;

  SeriesSums(int windows) {
    this.windows = windows;
    counts = new double[windows];
    shape = new double[windows];
    aside = new boolean[windows];
    countSums = new double[windows + 1];
    shapeSums = new double[windows + 1];
    activeSums = new int[windows + 1];
    presentSums = new int[windows + 1];
    asideSums = new int[windows + 1];
    scales =
        Arrays.stream(SCALES)
            .mapToObj(scale -> new BlockMoments(windows, scale))
            .toArray(BlockMoments[]::new);
  }

  /** Takes another series, its expected shape, and the dispersion that is usual for its like. */
  void load(double[] newCounts, double[] newShape, double newUsual) {
    System.arraycopy(newCounts, 0, counts, 0, windows);
    System.arraycopy(newShape, 0, shape, 0, windows);
    Arrays.fill(aside, false);
    usual = newUsual;
    sum();
  }

  /** Leaves windows out of every baseline, or takes them in again. */
  void setAside(Interval interval, boolean out) {
    Arrays.fill(aside, interval.from(), interval.to(), out);
    sum();
  }

  private void sum() {
    for (int window = 0; window < windows; window++) {
      boolean in = !aside[window];
      countSums[window + 1] = countSums[window] + (in ? counts[window] : 0);
      shapeSums[window + 1] = shapeSums[window] + (in ? shape[window] : 0);
      activeSums[window + 1] = activeSums[window] + (in && shape[window] > 0 ? 1 : 0);
      presentSums[window + 1] = presentSums[window] + (in && counts[window] > 0 ? 1 : 0);
      asideSums[window + 1] = asideSums[window] + (in ? 0 : 1);
    }
    for (BlockMoments scale : scales) {
      scale.forget();
    }
  }

  int windows() {
    return windows;
  }

  double count(int window) {
    return counts[window];
  }

  double shape(int window) {
    return shape[window];
  }

  boolean isAside(int window) {
    return aside[window];
  }

  /** The records of windows [from, to) that are not set aside. */
  double count(int from, int to) {
    return countSums[to] - countSums[from];
  }

  double shape(int from, int to) {
    return shapeSums[to] - shapeSums[from];
  }

  /** The first window with a record, or the number of windows. */
  int firstPresent() {
    int window = 0;
    while (window < windows && counts[window] == 0) {
      window++;
    }
    return window;
  }

  /** The last window with a record, or -1. */
  int lastPresent() {
    int window = windows - 1;
    while (window >= 0 && counts[window] == 0) {
      window--;
    }
    return window;
  }

  /** The windows of [from, to) that are covered and not set aside. */
  int active(int from, int to) {
    return activeSums[to] - activeSums[from];
  }

  double outside(int from, int to) {
    return countSums[windows] - count(from, to);
  }

  double shapeOutside(int from, int to) {
    return shapeSums[windows] - shape(from, to);
  }

  private double rateOutside(int from, int to) {
    return outside(from, to) / shapeOutside(from, to);
  }

  /** The records of an interval beyond what the rate outside another one foretells. */
  double excess(int from, int to, int otherFrom, int otherTo) {
    return count(from, to) - rateOutside(otherFrom, otherTo) * shape(from, to);
  }

  /** How much likelier an interval's count is at a mean of its own, in nats; 0 if unremarkable. */
  double deviance(int from, int to) {
    double count = count(from, to);
    double own = count * shapeOutside(from, to);
    double others = outside(from, to) * shape(from, to);
    boolean more = own >= LEAST_FACTOR * others;
    boolean less = own * LEAST_FACTOR <= others;
    if (!(more || less) || !isJudged(from, to)) {
      return 0;
    }
    if (more) {
      return isMuchMore(from, to) ? model(from, to, .5).deviance(occurrences(from, to)) : 0;
    }
    return isMuchLess(from, to) ? model(from, to, 0).deviance(count) : 0;
  }

  /** An interval with the probability of its count. */
  Interval interval(int from, int to) {
    double expected = rateOutside(from, to) * shape(from, to);
    double count = count(from, to);
    double logPValue =
        count < expected
            ? model(from, to, 0).logLowerTail(count)
            : model(from, to, .5).logUpperTail(occurrences(from, to));
    return new Interval(from, to, count, expected, outside(from, to), logPValue);
  }

  private boolean isJudged(int from, int to) {
    int all = activeSums[windows];
    int inside = active(from, to);
    boolean beginning = activeSums[from] == 0 && activeSums[to] * BEGINNING < all;
    boolean judgedByMost = 2 * inside <= all || count(from, to) == 0;
    return judgedByMost
        && !beginning
        && asideSums[to] == asideSums[from]
        && all - inside >= LEAST_WINDOWS;
  }

  private boolean isMuchMore(int from, int to) {
    double expected = (outside(from, to) + .5) / shapeOutside(from, to) * shape(from, to);
    double occurrences = occurrences(from, to);
    return occurrences >= LEAST_FACTOR * expected && occurrences - expected >= LEAST_RECORDS;
  }

  private boolean isMuchLess(int from, int to) {
    int present = presentSums[windows] - presentSums[to] + presentSums[from];
    double expected = rateOutside(from, to) * shape(from, to);
    return expected - count(from, to) >= LEAST_RECORDS && present >= LEAST_PRESENT;
  }

  private double occurrences(int from, int to) {
    double count = count(from, to);
    if (outside(from, to) >= LEAST_RECORDS) {
      return count;
    }
    if (activeSums[to] * BEGINNING < activeSums[windows]) {
      return 0;
    }
    return Math.min(count, count / BURST + presentSums[to] - presentSums[from] - 1);
  }

  private NegativeBinomial model(int from, int to, double prior) {
    double outside = outside(from, to);
    double mean = (outside + prior) / shapeOutside(from, to) * shape(from, to);
    int length = active(from, to);
    double perWindow = dispersionPerWindow(from, to, length);
    double ofCount = perWindow / length;
    double ofBaseline = perWindow / (activeSums[windows] - length) + 1 / (outside + .5);
    return new NegativeBinomial(mean, ofCount + ofBaseline);
  }

  /** The dispersion of a block as long as the interval, times its length. */
  private double dispersionPerWindow(int from, int to, int length) {
    double rate = rateOutside(from, to);
    double perWindow = usual;
    for (BlockMoments scale : scales) {
      if (scale.scale() <= length) {
        perWindow =
            loaded(scale).dispersion(from, to, rate, perWindow / scale.scale()) * scale.scale();
      }
    }
    return perWindow;
  }

  private BlockMoments loaded(BlockMoments scale) {
    if (!scale.isLoaded()) {
      scale.load(counts, shape, aside);
    }
    return scale;
  }

  /** The dispersion of single windows, judged by all of them, and how much that is worth. */
  void addTo(Dispersion.Common common) {
    double rate = countSums[windows] / shapeSums[windows];
    common.add(
        loaded(scales[0]).dispersion(0, 0, rate, Dispersion.USUAL),
        activeSums[windows]
            * Dispersion.information(countSums[windows] / activeSums[windows], Dispersion.USUAL));
  }
}
