package dev.winnow.core.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares the templates of two logs of unequal size.
 *
 * <p>A difference is named if at most one in twenty of those named is expected to be chance, it is
 * at least a factor of two, and it moves at least five records. What the counts cannot tell is
 * {@link Difference.Kind#UNSURE}: a template seen once in one of two logs is not new.
 */
public final class Comparison {
  private static final double MOST_FALSE = .05;
  private static final double LEAST_FACTOR = 2;
  private static final double LEAST_RECORDS = 5;
  private static final Comparator<Difference> RANKED =
      Comparator.comparingDouble(Difference::qValue)
          .thenComparing(
              Comparator.<Difference>comparingDouble(
                      difference -> Math.abs(Math.log(difference.ratio().ratio())))
                  .reversed())
          .thenComparingLong(Difference::templateId);

  private Comparison() {}

  /**
   * One difference for each template, the surest first.
   *
   * @param baseExposure the size of the base: all its records, or its duration
   * @param candidateExposure the size of the candidate, in the same unit
   */
  public static List<Difference> compare(
      List<CountPair> templates, double baseExposure, double candidateExposure) {
    List<RateRatio> ratios = new ArrayList<>();
    for (CountPair pair : templates) {
      ratios.add(
          RateRatio.of(
              pair.base(), baseExposure, pair.candidate(), candidateExposure, pair.designEffect()));
    }
    double[] logPValues = ratios.stream().mapToDouble(r -> Math.log(r.pValue())).toArray();
    double[] q = FalseDiscoveryRate.qValues(logPValues, logPValues.length);
    double sizes = candidateExposure / baseExposure;
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      CountPair pair = templates.get(i);
      Difference.Kind kind = kind(pair, ratios.get(i), q[i], sizes);
      differences.add(
          new Difference(
              pair.templateId(), kind, pair.base(), pair.candidate(), ratios.get(i), q[i]));
    }
    differences.sort(RANKED);
    return List.copyOf(differences);
  }

  /**
   * How much more a template's counts vary from window to window than independent records would:
   * variance over mean, at least 1.
   */
  public static double designEffect(int[] windows) {
    double mean = 0;
    for (int count : windows) {
      mean += (double) count / windows.length;
    }
    double deviations = 0;
    for (int count : windows) {
      deviations += (count - mean) * (count - mean);
    }
    return mean > 0 && windows.length > 1
        ? Math.max(1, deviations / (windows.length - 1) / mean)
        : 1;
  }

  private static Difference.Kind kind(CountPair pair, RateRatio ratio, double q, double sizes) {
    double moved = Math.abs(pair.candidate() - pair.base() * sizes) / Math.min(1, sizes);
    double factor = Math.max(ratio.ratio(), 1 / ratio.ratio());
    if (q <= MOST_FALSE && factor >= LEAST_FACTOR && moved >= LEAST_RECORDS) {
      if (pair.base() == 0) {
        return Difference.Kind.NEW;
      }
      if (pair.candidate() == 0) {
        return Difference.Kind.GONE;
      }
      return ratio.ratio() > 1 ? Difference.Kind.MORE : Difference.Kind.LESS;
    }
    boolean alike = ratio.low() >= 1 / LEAST_FACTOR && ratio.high() <= LEAST_FACTOR;
    return alike || q <= MOST_FALSE ? Difference.Kind.SAME : Difference.Kind.UNSURE;
  }
}
