package dev.winnow.formats.layout;

/** Where a pattern is tried, and what becomes of a line that fits it. */
enum Use {
  /** Its lines begin records, wherever they stand. */
  TEXT,
  /** Likewise, but it is tried only after a line of the same layout. */
  AGAIN,
  /** It is tried only in the message of a line with a layout that this one is within. */
  INNER,
  /** Its lines begin records, and the next line of the same layout belongs to each. */
  HEAD,
  /** Its lines belong to the record of the same layout before them. */
  JOINS
}
