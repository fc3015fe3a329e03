package dev.winnow.storage.duckdb.pack;

import dev.winnow.storage.duckdb.table.PartSchema;

/** What is to be packed, as the names of relations with the columns of the tables of a part. */
public record PackSource(String records, String rollups, String applied) {
  /** All of a part that is attached. */
  public static PackSource of(String alias) {
    return new PackSource(
        alias + "." + PartSchema.RECORDS,
        alias + "." + PartSchema.ROLLUPS,
        alias + "." + PartSchema.APPLIED);
  }
}
