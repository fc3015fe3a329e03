package dev.winnow.storage.duckdb;

import dev.winnow.storage.duckdb.part.Rows;

/**
 * How large the rows are that come last in a part. DuckDB has 2,048 rows in memory at once when it
 * writes a part down, with all of their texts.
 */
final class LastVector {
  static final int ROWS = 2_048;

  /** With as much again as may wait to be moved, half of the memory that DuckDB has by default. */
  static final long MAX_BYTES = 32 << 20;

  private int rows;
  private long bytes;
  private boolean isLarge;

  /** Notes that rows were added behind those before. */
  void add(Rows added) {
    for (int row = added.from(); row < added.to(); row++) {
      bytes += added.block().textBytes(row);
      isLarge |= bytes > MAX_BYTES;
      rows++;
      if (rows == ROWS) {
        rows = 0;
        bytes = 0;
      }
    }
  }

  /** Whether some rows were so large that those that follow had better go elsewhere. */
  boolean isLarge() {
    return isLarge;
  }
}
