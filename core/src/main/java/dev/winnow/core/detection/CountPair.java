package dev.winnow.core.detection;

/**
 * The records of one template in a base and in a candidate.
 *
 * @param designEffect how many times the variance of independent records its counts have; see
 *     {@link Comparison#designEffect}
 */
public record CountPair(long templateId, long base, long candidate, double designEffect) {
  /** A template whose records are taken for independent. */
  public CountPair(long templateId, long base, long candidate) {
    this(templateId, base, candidate, 1);
  }
}
