package dev.winnow.storage;

import java.time.Duration;
import java.util.Set;

/**
 * A question for numbers of records.
 *
 * @param by what to tell apart; empty for one total
 * @param bucket how much time belongs together where {@link Dimension#TIME} is told apart; buckets
 *     begin at multiples of it since 1970
 */
public record CountQuery(Selection selection, Set<Dimension> by, Duration bucket) {
  /** The number of rows that an answer may have. */
  public static final int MAX_ROWS = 200_000;

  /** What records may be told apart by. */
  public enum Dimension {
    TIME,
    SERVICE,
    SEVERITY,
    TEMPLATE
  }

  public CountQuery {
    if (bucket.isNegative() || bucket.isZero()) {
      throw new IllegalArgumentException("a bucket of " + bucket);
    }
    by = Set.copyOf(by);
  }

  /** Asks for one number. */
  public static CountQuery total(Selection selection) {
    return new CountQuery(selection, Set.of(), Duration.ofMinutes(1));
  }

  /** Asks for a number for each of several things, times not among them. */
  public static CountQuery by(Selection selection, Dimension... by) {
    return new CountQuery(selection, Set.of(by), Duration.ofMinutes(1));
  }
}
