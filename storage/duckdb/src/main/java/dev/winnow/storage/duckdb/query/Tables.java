package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.table.PartSchema;

/** The tables of a part, by the names that a statement has for them. */
final class Tables {
  private Tables() {}

  static String rollups(PartView part) {
    return part.alias() + "." + PartSchema.ROLLUPS;
  }

  /** The day that is part of the ids of a part's records. */
  static int epochDay(PartView part) {
    return Math.toIntExact(part.partition().day().toEpochDay());
  }
}
