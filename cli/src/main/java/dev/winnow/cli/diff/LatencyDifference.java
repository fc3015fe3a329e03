package dev.winnow.cli.diff;

import dev.winnow.core.detection.SpreadDifference;
import dev.winnow.core.sketch.QuantileSketch;

/**
 * How differently long what the records of a template tell of took, at one place in its text.
 *
 * @param base durations in nanoseconds
 * @param candidate durations in nanoseconds
 */
record LatencyDifference(
    TemplateDifference template,
    QuantileSketch base,
    QuantileSketch candidate,
    SpreadDifference spread) {
  /** Fewer values have no 95th percentile to speak of. */
  static final long LEAST_VALUES = 20;

  private static final double MEDIAN = .5;
  private static final double HIGH = .95;

  double baseMedian() {
    return base.quantile(MEDIAN);
  }

  double candidateMedian() {
    return candidate.quantile(MEDIAN);
  }

  double baseHigh() {
    return base.quantile(HIGH);
  }

  double candidateHigh() {
    return candidate.quantile(HIGH);
  }

  boolean isSlower() {
    return candidateMedian() >= baseMedian() * Differences.LEAST_FACTOR
        || candidateHigh() >= baseHigh() * Differences.LEAST_FACTOR;
  }

  boolean isFaster() {
    return !isSlower()
        && (candidateMedian() * Differences.LEAST_FACTOR <= baseMedian()
            || candidateHigh() * Differences.LEAST_FACTOR <= baseHigh());
  }

  /** How much longer the records of the candidate tell of in all than as many of the base. */
  double addedNanos() {
    return candidate.sum() - base.sum() / base.count() * candidate.count();
  }
}
