package dev.winnow.core.detection;

/**
 * A change of a template, or of the whole log, over the windows [from, to) of a timeline.
 *
 * @param templateId the template, or {@link #WHOLE_LOG}
 * @param from the first window concerned
 * @param to the window after the last; lasting changes reach the end of the timeline
 * @param observed the records of those windows
 * @param expected the records that the behaviour elsewhere foretells; 0 for NEW
 * @param surprise -ln of the probability of that much or more, for any interval of the series
 * @param qValue the share of false ones among all changes at least as surprising
 */
public record Change(
    long templateId,
    Kind kind,
    int from,
    int to,
    long observed,
    double expected,
    double surprise,
    double qValue) {
  /** Stands for all templates together. */
  public static final long WHOLE_LOG = 0;

  /** What happened in the interval. */
  public enum Kind {
    /** It was never there before, and its rate since makes that absence improbable. */
    NEW,
    /** It has not come again, and its rate before makes that absence improbable. */
    GONE,
    /** Far more than elsewhere, for a while. */
    SPIKE,
    /** Far less than elsewhere, or nothing, for a while. */
    DROP,
    /** Another level from here on, higher or lower. */
    SHIFT
  }

  Change withQValue(double newQValue) {
    return new Change(templateId, kind, from, to, observed, expected, surprise, newQValue);
  }

  /** How many times the expected was observed; half a record is added to both. */
  public double factor() {
    return (observed + .5) / (expected + .5);
  }

  /** What changes are ranked by: surprise times the order of magnitude of what it moved. */
  public double score() {
    return surprise * Math.log1p(Math.abs(observed - expected));
  }
}
