package dev.winnow.core.detection;

/**
 * How many times as often something happens in a candidate as in a base.
 *
 * @param ratio candidate rate over base rate; half a record is added to both counts
 * @param low lower end of the interval that holds the true ratio with 95 %; 0 if nothing was seen
 * @param high upper end; infinite if the base has none
 * @param pValue the probability of a difference at least as great if both rates were equal
 */
public record RateRatio(double ratio, double low, double high, double pValue) {
  /*
   * Given both counts together, the candidate's is binomial with its share of the exposure [1], so
   * unequal sizes and small counts need no approximation; the interval is Clopper and Pearson's.
   * Where records come in clumps, both counts are divided by the design effect first [2].
   *
   * [1] Przyborowski and Wilenski, Biometrika 31 (1940).
   * [2] Rao and Scott, A simple method for the analysis of clustered binary data, Biometrics 48 (1992).
   */
  private static final double TAIL = .025;

  /**
   * Compares two counts, such as the records of a template in two logs, or the errors in them.
   *
   * @param base the count in the base
   * @param baseExposure what it is a count among: all records of the log, or its duration
   * @param candidate the count in the candidate
   * @param candidateExposure in the unit of the base's
   * @param designEffect variance over mean of the counts: 1 if records are independent
   */
  public static RateRatio of(
      long base,
      double baseExposure,
      long candidate,
      double candidateExposure,
      double designEffect) {
    double share = candidateExposure / (baseExposure + candidateExposure);
    double ofBase = base / designEffect;
    double ofCandidate = candidate / designEffect;
    double sizes = baseExposure / candidateExposure;
    double low = ofCandidate > 0 ? IncompleteBeta.quantile(TAIL, ofCandidate, ofBase + 1) : 0;
    double high = ofBase > 0 ? IncompleteBeta.quantile(1 - TAIL, ofCandidate + 1, ofBase) : 1;
    return new RateRatio(
        (candidate + .5) / (base + .5) * sizes,
        odds(low) * sizes,
        odds(high) * sizes,
        Math.exp(logPValue(ofBase, ofCandidate, share)));
  }

  /** Twice the smaller tail. */
  private static double logPValue(double base, double candidate, double share) {
    double upper = candidate > 0 ? IncompleteBeta.log(share, candidate, base + 1) : 0;
    double lower = base > 0 ? IncompleteBeta.log(1 - share, base, candidate + 1) : 0;
    return Math.min(0, Math.log(2) + Math.min(upper, lower));
  }

  private static double odds(double probability) {
    return probability / (1 - probability);
  }
}
