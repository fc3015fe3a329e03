package dev.winnow.storage.duckdb;

import dev.winnow.storage.duckdb.part.Rows;

/**
 * How large the rows are that come last in a part. DuckDB has 2,048 rows in memory at once when it
 * writes a part down, with all of their texts.
 *
 * @param rows how many are in the last vector, which is not full
 * @param bytes those of their texts
 * @param isLarge whether some rows were so large that those that follow had better go elsewhere
 */
record LastVector(int rows, long bytes, boolean isLarge) {
  /** The rows of a full vector. */
  static final int ROWS = 2_048;

  /**
   * An eighth of the memory that DuckDB has by default. The batch that goes beyond it is still
   * taken in as a whole, and what waits for its turn is as large at most as a quarter.
   */
  static final long MAX_BYTES = 32 << 20;

  static final LastVector EMPTY = of(0, 0);

  static LastVector of(int rows, long bytes) {
    return new LastVector(rows, bytes, bytes > MAX_BYTES);
  }

  /** The last vector once rows were added behind those before. */
  LastVector with(Rows added) {
    int lastRows = rows;
    long lastBytes = bytes;
    boolean wasLarge = isLarge;
    for (int row = added.from(); row < added.to(); row++) {
      lastBytes += added.block().textBytes(row);
      wasLarge |= lastBytes > MAX_BYTES;
      lastRows++;
      if (lastRows == ROWS) {
        lastRows = 0;
        lastBytes = 0;
      }
    }
    return new LastVector(lastRows, lastBytes, wasLarge);
  }
}
