package dev.winnow.storage;

import org.jspecify.annotations.Nullable;

/**
 * A question for records.
 *
 * @param after the last record of the page before; null for the first page
 * @param limit the number of records at most, 1 to {@link #MAX_LIMIT}
 */
public record RecordQuery(Selection selection, Order order, @Nullable PageCursor after, int limit) {
  public static final int MAX_LIMIT = 10_000;

  /** In what order records are given: by time, at the same time by commit. */
  public enum Order {
    NEWEST_FIRST,
    OLDEST_FIRST
  }

  public RecordQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit " + limit + ", 1 to " + MAX_LIMIT);
    }
  }
}
