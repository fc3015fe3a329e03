package dev.winnow.storage.duckdb;

import dev.winnow.storage.duckdb.part.Parts;

/** How many rows fill whole row groups. */
final class FullGroups {
  private static final int SIZE = Parts.ROW_GROUP_SIZE;

  /** With more at once, commits are little faster, but questions beside them wait for longer. */
  private static final int MAX_GROUPS = 2;

  private FullGroups() {}

  /**
   * The number of rows that are to be committed together; 0 if no row group gets full.
   *
   * <p>First the row group that is not full yet is filled up, alone: DuckDB begins a new one for a
   * commit that is larger, and leaves the one before as it is.
   */
  static long of(long rows, int rowsToFill) {
    if (rowsToFill > 0) {
      return rows >= rowsToFill ? rowsToFill : 0;
    }
    return Math.min(rows / SIZE, MAX_GROUPS) * SIZE;
  }
}
