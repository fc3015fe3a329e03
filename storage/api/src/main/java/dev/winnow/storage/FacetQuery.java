package dev.winnow.storage;

import dev.winnow.kernel.predicate.Field;

/**
 * A question for the values of a field.
 *
 * @param limit the number of values at most, 1 to {@link #MAX_LIMIT}
 */
public record FacetQuery(Selection selection, Field field, int limit) {
  public static final int MAX_LIMIT = 1_000;

  public FacetQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit " + limit + ", 1 to " + MAX_LIMIT);
    }
  }
}
