package dev.winnow.formats.parquet;

/**
 * A column of a table.
 *
 * @param isOptional whether rows may have no value in it
 */
public record Column(String name, ColumnKind kind, boolean isOptional) {
  /** A column in which each row has a value. */
  public static Column required(String name, ColumnKind kind) {
    return new Column(name, kind, false);
  }

  public static Column optional(String name, ColumnKind kind) {
    return new Column(name, kind, true);
  }
}
