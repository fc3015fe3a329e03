package dev.winnow.storage.duckdb;

import dev.winnow.storage.duckdb.query.QueryLimits;

/**
 * What the store may take.
 *
 * @param memoryBytes what DuckDB may use at most
 * @param threads how many threads DuckDB uses
 * @param waitingBytes how much may wait in memory between the log and the parts
 * @param checkpointBytes how much the log grows before the parts are made durable
 * @param queries what questions may take
 */
public record StoreSettings(
    long memoryBytes, int threads, long waitingBytes, long checkpointBytes, QueryLimits queries) {
  /** For a machine with two or more cores, and a process of less than a gigabyte; as the server. */
  public static final StoreSettings DEFAULT =
      new StoreSettings(256L << 20, 2, 64L << 20, 192L << 20, QueryLimits.DEFAULT);

  /** The same with other bounds for the database and for questions. */
  public StoreSettings with(long memory, int databaseThreads, QueryLimits asked) {
    return new StoreSettings(memory, databaseThreads, waitingBytes, checkpointBytes, asked);
  }
}
