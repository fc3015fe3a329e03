package dev.winnow.storage.duckdb.query;

import java.time.Duration;

/**
 * What questions may take.
 *
 * @param queries how many are answered at once; others wait
 * @param time how long one may take, the wait included
 */
public record QueryLimits(int queries, Duration time) {
  /** For a server that people ask. */
  public static final QueryLimits DEFAULT = new QueryLimits(8, Duration.ofSeconds(30));

  public QueryLimits {
    if (queries < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(queries + " queries at once, each for " + time);
    }
  }
}
