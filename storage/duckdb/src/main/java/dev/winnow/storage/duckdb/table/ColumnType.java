package dev.winnow.storage.duckdb.table;

/** What a column holds, both in a block of rows and in a table. */
public enum ColumnType {
  BOOLEAN("BOOLEAN", 1),
  INT("INTEGER", Integer.BYTES),
  LONG("BIGINT", Long.BYTES),
  TEXT("VARCHAR", 0);

  private final String sql;
  private final int width;

  ColumnType(String sql, int width) {
    this.sql = sql;
    this.width = width;
  }

  public String sql() {
    return sql;
  }

  /** The bytes of a value; 0 for a text. */
  public int width() {
    return width;
  }
}
