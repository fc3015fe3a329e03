package dev.winnow.storage.duckdb.query;

import java.time.Duration;

/**
 * What questions may take.
 *
 * @param queries how many are answered at once; others wait
 * @param time how long one may take, the wait included
 */
public record Limits(int queries, Duration time) {
  public Limits {
    if (queries < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(queries + " queries at once, each for " + time);
    }
  }
}
