package dev.winnow.core.detection;

/**
 * How a template differs between a base and a candidate.
 *
 * @param qValue the share of false ones among all differences at least as sure
 */
public record Difference(
    long templateId, Kind kind, long base, long candidate, RateRatio ratio, double qValue) {
  /** What is known of the difference. */
  public enum Kind {
    /** Only in the candidate, and its absence from the base is no chance. */
    NEW,
    /** Only in the base, and its absence from the candidate is no chance. */
    GONE,
    /** At least twice as frequent in the candidate. */
    MORE,
    /** At most half as frequent in the candidate. */
    LESS,
    /** Any difference there may be is less than a factor of two. */
    SAME,
    /** Too few records to tell. */
    UNSURE
  }
}
