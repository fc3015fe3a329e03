package dev.winnow.core.detection;

import java.util.Arrays;
import java.util.List;

/**
 * How large a candidate is beside its base, by which counts are normalised.
 *
 * @param ratio how many times the base it is
 * @param templates the templates that this was read from; 0 if it is the ratio of all records
 */
public record SizeRatio(double ratio, int templates) {
  /*
   * Both numbers of records would do if nothing but the length of the logs differed. But a program
   * that logs one more line per request makes all others a smaller share of the log, and they have
   * not changed. So the ratio is the median of those of the templates that both logs have, each with
   * one vote: one template can then grow as it likes without another seeming to shrink [1]. That is
   * so where there are enough of them and they agree; logs of different times often have no common
   * measure but their records.
   *
   * [1] Anders, Huber, Differential expression analysis for sequence count data, Genome Biology 11
   * (2010), who meet the same in counts of genes.
   */
  private static final int LEAST_TEMPLATES = 8;

  /** With fewer in both logs together, chance decides the ratio. */
  private static final int LEAST_RECORDS = 40;

  /** How far the middle half of the ratios may reach, as a factor. */
  private static final double AGREEMENT = 2;

  /**
   * Compares two logs that have records.
   *
   * @param templates all that either log has
   */
  public static SizeRatio of(List<CountPair> templates, long baseRecords, long candidateRecords) {
    double[] ratios =
        templates.stream()
            .filter(pair -> pair.base() > 0 && pair.candidate() > 0)
            .filter(pair -> pair.base() + pair.candidate() >= LEAST_RECORDS)
            .mapToDouble(pair -> (double) pair.candidate() / pair.base())
            .sorted()
            .toArray();
    return agree(ratios)
        ? new SizeRatio(median(ratios), ratios.length)
        : new SizeRatio((double) candidateRecords / baseRecords, 0);
  }

  private static boolean agree(double[] sorted) {
    int length = sorted.length;
    return length >= LEAST_TEMPLATES
        && sorted[length * 3 / 4] <= AGREEMENT * sorted[(length - 1) / 4];
  }

  private static double median(double[] sorted) {
    return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
        .average()
        .orElseThrow();
  }
}
