package dev.winnow.formats.jsonlines;

import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/**
 * What a body of JSON holds.
 *
 * @param records in their order
 * @param malformed how many lines, or elements of a list, are no JSON object
 * @param examples the first of those, at most {@link #MAX_EXAMPLES}
 */
public record JsonLines(List<LogRecord> records, long malformed, List<Malformed> examples) {
  /** So many tell a sender what is wrong. */
  public static final int MAX_EXAMPLES = 10;

  /**
   * A line that is no JSON object.
   *
   * @param position the number of the line, or of the element of a list, from 1
   * @param reason the predicate of a sentence about it, such as "ends too early"
   */
  public record Malformed(long position, String reason) {}
}
