package dev.winnow.core.detection;

/**
 * The records of one template in a base and in a candidate.
 *
 * @param designEffect how many times the variance of independent records its counts have; see
 *     {@link Comparison#designEffect}
 */
public record CountPair(long templateId, long base, long candidate, double designEffect) {
  /*
   * Records come in clumps, and so one difference of counts says less than as many records would if
   * each came by itself. What only one log has at all is another matter. A burst of it is at least an
   * occurrence for each MAX_BURST records. And errors that only one log has are an incident in it,
   * however they clump, which is what both logs are compared for: they count one by one.
   */
  private static final double MAX_BURST = 8;

  /** A template whose records are taken for independent. */
  public CountPair(long templateId, long base, long candidate) {
    this(templateId, base, candidate, 1);
  }

  /**
   * A template whose records clump.
   *
   * @param isError whether records of it are of ERROR or worse
   */
  public static CountPair of(
      long templateId, ClumpedCount base, ClumpedCount candidate, boolean isError) {
    boolean isInBoth = base.records() > 0 && candidate.records() > 0;
    double mostClumps = isInBoth ? Double.MAX_VALUE : isError ? 1 : MAX_BURST;
    return new CountPair(
        templateId,
        base.records(),
        candidate.records(),
        Math.min(base.pooled(candidate), mostClumps));
  }
}
