package dev.winnow.core.detection;

import java.util.Arrays;
import java.util.Comparator;

/** The step-up procedure of Benjamini and Hochberg (1995). */
final class FalseDiscoveryRate {
  private FalseDiscoveryRate() {}

  /**
   * The q-value of each of some p-values: the share of false ones among all that are at least as
   * small.
   *
   * @param logPValues natural logarithms; those of tests left out are taken for one
   * @param tests how many tests were made in all
   */
  static double[] qValues(double[] logPValues, int tests) {
    Integer[] order = new Integer[logPValues.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> logPValues[i]));
    double[] q = new double[logPValues.length];
    double least = 1;
    for (int rank = order.length; rank >= 1; rank--) {
      int index = order[rank - 1];
      least = Math.min(least, Math.exp(logPValues[index]) * tests / rank);
      q[index] = least;
    }
    return q;
  }
}
