package dev.winnow.cli.diff;

import dev.winnow.cli.analysis.TemplateFindings;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * How large a candidate is beside its base, by which counts are normalised.
 *
 * @param ratio how many times the base it is
 * @param templates the templates that this was read from; 0 if it is the ratio of all records
 */
record Sizes(double ratio, int templates) {
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

  static Sizes of(
      Map<Long, TemplateFindings> base,
      long baseRecords,
      Map<Long, TemplateFindings> candidate,
      long candidateRecords) {
    double[] ratios =
        base.entrySet().stream()
            .flatMapToDouble(entry -> ratio(entry.getValue(), candidate.get(entry.getKey())))
            .sorted()
            .toArray();
    return agree(ratios)
        ? new Sizes(median(ratios), ratios.length)
        : new Sizes((double) candidateRecords / baseRecords, 0);
  }

  private static boolean agree(double[] sorted) {
    int length = sorted.length;
    return length >= LEAST_TEMPLATES
        && sorted[length * 3 / 4] <= AGREEMENT * sorted[(length - 1) / 4];
  }

  private static DoubleStream ratio(TemplateFindings base, @Nullable TemplateFindings candidate) {
    return candidate == null || base.count() + candidate.count() < LEAST_RECORDS
        ? DoubleStream.empty()
        : DoubleStream.of((double) candidate.count() / base.count());
  }

  private static double median(double[] sorted) {
    return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
        .average()
        .orElseThrow();
  }
}
