package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.duckdb.block.RowBlock;

/** Some rows of a block. */
public record Rows(RowBlock block, int from, int to) {
  public int size() {
    return to - from;
  }
}
