package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.predicate.TimeRange;
import dev.winnow.kernel.record.AnyValue;
import java.util.List;

/**
 * A field of the records of a table, as SQL. Every condition is in parentheses or one term, and
 * true or false, never null.
 */
interface FieldSql {
  String exists();

  /** Whether the field has one of several texts, numbers or truth values. */
  String isOneOf(List<AnyValue> values);

  /** Whether the field is a text that contains another, which is not empty. */
  String contains(String part);

  /** Whether the field is a text that starts with another, which is not empty. */
  String startsWith(String part);

  String isWithin(NumberRange range);

  /** Whether the field is a time in a range. */
  default String isDuring(TimeRange range) {
    return Conditions.NEVER;
  }

  /** A text that is different for different values; null for none. */
  String key();

  /**
   * The column that the key is computed from, if that takes long and few values of it stand for
   * many records; empty if not.
   */
  String source();

  /** The value of which {@link #key} is the key. */
  AnyValue value(String key);
}
