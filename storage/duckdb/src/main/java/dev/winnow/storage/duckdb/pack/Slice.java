package dev.winnow.storage.duckdb.pack;

/** The records of a span of time, both ends included. */
record Slice(long from, long to) {
  String where() {
    return "timestamp BETWEEN " + from + " AND " + to;
  }
}
