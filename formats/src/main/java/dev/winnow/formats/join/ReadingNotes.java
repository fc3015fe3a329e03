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
    long firstMalformedLine) {}
