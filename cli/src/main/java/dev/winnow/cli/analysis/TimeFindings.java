package dev.winnow.cli.analysis;

/**
 * When records were written.
 *
 * @param records counts per span of the grid
 * @param errors those of ERROR or worse
 */
// The arrays are read only, and records of them are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record TimeFindings(TimeGrid grid, int[] records, int[] errors) {}
