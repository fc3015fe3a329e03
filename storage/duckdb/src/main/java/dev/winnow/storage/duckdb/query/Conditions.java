package dev.winnow.storage.duckdb.query;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions put together; each is in parentheses or one term, as are the results. */
final class Conditions {
  static final String ALWAYS = "TRUE";
  static final String NEVER = "FALSE";

  private Conditions() {}

  static String all(Collection<String> conditions) {
    return joined(conditions, " AND ", ALWAYS);
  }

  static String any(Collection<String> conditions) {
    return joined(conditions, " OR ", NEVER);
  }

  static String not(String condition) {
    return "(NOT " + condition + ")";
  }

  /** Whether an expression, which may be null, is one of several that are not. */
  static String isIn(String expression, List<String> others) {
    return others.isEmpty()
        ? NEVER
        : "coalesce(" + expression + " IN (" + String.join(", ", others) + "), FALSE)";
  }

  /**
   * Whether a column without nulls has one of some numbers, which are looked up by a hash where
   * they are many. Not for the first records of an order, for which DuckDB would read all columns
   * of every record then.
   */
  static String isInByHash(String column, List<Long> numbers) {
    return numbers.isEmpty()
        ? NEVER
        : numbers.stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ", "(" + column + " IN (", "))"));
  }

  private static String joined(Collection<String> conditions, String by, String none) {
    return conditions.isEmpty()
        ? none
        : conditions.stream().collect(Collectors.joining(by, "(", ")"));
  }
}
