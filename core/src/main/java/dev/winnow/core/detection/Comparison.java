package dev.winnow.core.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
    double[] q = qValues(templates, ratios);
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
   * Counts that no difference could come from are not tested, so that they weaken no other test.
   */
  private static double[] qValues(List<CountPair> templates, List<RateRatio> ratios) {
    int[] tested =
        IntStream.range(0, ratios.size())
            .filter(i -> templates.get(i).base() + templates.get(i).candidate() >= LEAST_RECORDS)
            .toArray();
    double[] logPValues =
        Arrays.stream(tested).mapToDouble(i -> Math.log(ratios.get(i).pValue())).toArray();
    double[] qOfTested = FalseDiscoveryRate.qValues(logPValues, tested.length);
    double[] q = new double[ratios.size()];
    Arrays.fill(q, 1);
    for (int i = 0; i < tested.length; i++) {
      q[tested[i]] = qOfTested[i];
    }
    return q;
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

  /**
   * How much more a count varies from window to window than the same share of some totals would, if
   * records came independently: chi-square over its degrees of freedom, at least 1. What only
   * follows the traffic does not vary in this sense.
   */
  public static double designEffect(int[] windows, int[] totals) {
    double share = (double) Arrays.stream(windows).asLongStream().sum();
    share /= Math.max(1, Arrays.stream(totals).asLongStream().sum());
    double deviations = 0;
    int used = 0;
    for (int i = 0; i < windows.length; i++) {
      double expected = share * totals[i];
      if (expected > 0) {
        deviations += (windows[i] - expected) * (windows[i] - expected) / expected;
        used++;
      }
    }
    return used > 1 ? Math.max(1, deviations / (used - 1)) : 1;
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
