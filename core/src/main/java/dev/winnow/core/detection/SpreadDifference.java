package dev.winnow.core.detection;

import dev.winnow.core.sketch.QuantileSketch;

/**
 * How differently some values, such as durations, are spread in a base and in a candidate.
 *
 * @param distance the greatest difference between the shares of values up to any bound, from 0 to 1
 * @param pValue the probability of that much or more if both were drawn from the same values
 */
public record SpreadDifference(double distance, double pValue) {
  /*
   * The two-sample test of Kolmogorov and Smirnov, which assumes nothing about how values are spread:
   * durations have long tails, and often several peaks. The p-value is the limit for many values,
   * corrected for few [1]; values that coincide make it too large, never too small.
   *
   * [1] Stephens, Use of the Kolmogorov-Smirnov, Cramer-von Mises and Related Statistics Without
   * Extensive Tables, Journal of the Royal Statistical Society B 32 (1970).
   */
  private static final int TERMS = 100;

  /** Below, the series does not converge, and its limit is 1. */
  private static final double LEAST_STATISTIC = .2;

  /** Compares two samples. */
  public static SpreadDifference of(QuantileSketch base, QuantileSketch candidate) {
    double distance = base.distance(candidate);
    double counts = (double) base.count() + candidate.count();
    double size = counts > 0 ? Math.sqrt(base.count() * (candidate.count() / counts)) : 0;
    double statistic = size > 0 ? (size + .12 + .11 / size) * distance : 0;
    return new SpreadDifference(distance, upperTail(statistic));
  }

  /** The probability that Kolmogorov's distribution exceeds a value. */
  private static double upperTail(double statistic) {
    if (statistic < LEAST_STATISTIC) {
      return 1;
    }
    double sum = 0;
    for (int term = 1; term <= TERMS; term++) {
      double part = Math.exp(-2.0 * term * term * statistic * statistic);
      sum += term % 2 == 1 ? part : -part;
    }
    return Math.clamp(2 * sum, 0, 1);
  }
}
