package dev.winnow.cli.analysis;

import dev.winnow.core.miner.Template;
import dev.winnow.kernel.record.SeverityNumber;

/**
 * Something that a log says for the first time.
 *
 * @param severity of the record that says it
 * @param template of that record, as known then
 * @param exemplar the record
 * @param time when it was written, in nanoseconds since 1970; 0 if it does not say
 * @param observedTime when it was read
 */
public record News(
    Kind kind,
    SeverityNumber severity,
    Template template,
    Exemplar exemplar,
    long time,
    long observedTime) {
  /** What is new about a record. */
  public enum Kind {
    /** No record was like it. */
    NEW_TEMPLATE("new_template"),
    /** Records like it were no errors. */
    NEW_ERROR("new_error");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** As programs read it. */
    public String text() {
      return text;
    }
  }

  /** When it was written; if it does not say, when it was read. */
  public long anyTime() {
    return time == 0 ? observedTime : time;
  }
}
