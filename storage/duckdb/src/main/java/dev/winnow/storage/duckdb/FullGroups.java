package dev.winnow.storage.duckdb;

import dev.winnow.storage.duckdb.part.Parts;

/** How many rows fill whole row groups. */
final class FullGroups {
  static final int SIZE = Parts.ROW_GROUP_SIZE;

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
    return rows / SIZE * SIZE;
  }
}
