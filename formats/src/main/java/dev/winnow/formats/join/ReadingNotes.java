package dev.winnow.formats.join;

/**
 * What a reader of the result must know about how an input was read.
 *
 * @param cutLines lines longer than is kept
 * @param cutRecords records of more, or more lines, than is kept
 * @param timesWithoutZone timestamps that were read as UTC
 * @param timesWithoutYear timestamps whose year was taken from the time the input was written
 * @param timesWithoutDate timestamps whose date was taken from there
 * @param firstMalformedLine the number of the first malformed line, or 0
 */
public record ReadingNotes(
    long cutLines,
    long cutRecords,
    long timesWithoutZone,
    long timesWithoutYear,
    long timesWithoutDate,
    long firstMalformedLine) {
  /** Nothing to say. */
  public static final ReadingNotes NONE = new ReadingNotes(0, 0, 0, 0, 0, 0);

  /** These notes, and those of a part of the input that begins after so many lines. */
  public ReadingNotes plus(ReadingNotes part, long linesBefore) {
    long malformed = part.firstMalformedLine == 0 ? 0 : linesBefore + part.firstMalformedLine;
    return new ReadingNotes(
        cutLines + part.cutLines,
        cutRecords + part.cutRecords,
        timesWithoutZone + part.timesWithoutZone,
        timesWithoutYear + part.timesWithoutYear,
        timesWithoutDate + part.timesWithoutDate,
        firstMalformedLine == 0 ? malformed : firstMalformedLine);
  }
}
