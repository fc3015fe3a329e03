package dev.winnow.core.detection;

/**
 * How many records a log has of something, and how they clump.
 *
 * @param designEffect how many times the variance of independent records their counts have; see
 *     {@link Comparison#designEffect}
 */
public record ClumpedCount(long records, double designEffect) {
  /** Nothing, which does not clump. */
  public static final ClumpedCount NONE = new ClumpedCount(0, 1);

  /** The mean of two design effects, by the records that they are known from. */
  public double pooled(ClumpedCount other) {
    return (designEffect * records + other.designEffect * other.records)
        / Math.max(1, records + other.records);
  }
}
