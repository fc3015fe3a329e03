package dev.winnow.formats.parquet;

/** What the values of a column are. */
public enum ColumnKind {
  /** A text in UTF-8. */
  TEXT,
  /** A text that is JSON. */
  JSON,
  /** A whole number of 32 bits. */
  INTEGER,
  /** Nanoseconds since 1970, of UTC. */
  TIMESTAMP;

  private static final int INT32 = 1;
  private static final int INT64 = 2;
  private static final int BYTE_ARRAY = 6;

  /** How values are stored, as the format numbers it. */
  int physicalType() {
    return switch (this) {
      case TEXT, JSON -> BYTE_ARRAY;
      case INTEGER -> INT32;
      case TIMESTAMP -> INT64;
    };
  }
}
