package dev.winnow.formats.join;

/**
 * What became of the lines of an input. Every line is in exactly one of the other counts, or there
 * is no such ledger.
 *
 * @param linesRead all of them
 * @param records those that began a record
 * @param joinedLines those that were joined to a record before
 * @param malformedLines those that are no record: broken JSON among JSON, or nothing but control
 *     characters
 * @param blankOrHeaderLines those that say nothing: empty, or written by the tool that made the
 *     file
 */
public record LineLedger(
    long linesRead, long records, long joinedLines, long malformedLines, long blankOrHeaderLines) {
  /** The ledger of nothing. */
  public static final LineLedger EMPTY = new LineLedger(0, 0, 0, 0, 0);

  /** Refuses counts that do not add up. */
  public LineLedger {
    long sum = records + joinedLines + malformedLines + blankOrHeaderLines;
    if (linesRead != sum) {
      throw new IllegalArgumentException(
          "read " + linesRead + " lines, but " + sum + " are accounted for");
    }
  }

  /** The ledger of this input and another. */
  public LineLedger plus(LineLedger other) {
    return new LineLedger(
        linesRead + other.linesRead,
        records + other.records,
        joinedLines + other.joinedLines,
        malformedLines + other.malformedLines,
        blankOrHeaderLines + other.blankOrHeaderLines);
  }
}
