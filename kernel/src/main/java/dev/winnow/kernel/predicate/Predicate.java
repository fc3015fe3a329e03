package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.LogRecord;

/**
 * A condition that a log record meets or not. Immutable; its limits are checked when a node is
 * made, so evaluation is bounded and allocates nothing.
 */
public sealed interface Predicate
    permits And, Or, Not, Exists, Equals, OneOf, Contains, StartsWith, NumberRange, TimeRange {
  /** How deep nodes may nest; a leaf alone is 1 deep. */
  int MAX_DEPTH = 16;

  /** The number of nodes that one predicate may have. */
  int MAX_NODES = 256;

  /** The number of values that one {@link OneOf} may list. */
  int MAX_VALUES = 256;

  /** The length of a text to compare with, in bytes of UTF-8. */
  int MAX_TEXT_BYTES = 4096;

  /** The length of a field's name, in bytes of UTF-8. */
  int MAX_FIELD_BYTES = 256;

  /** The length of a predicate's JSON form, in bytes of UTF-8. */
  int MAX_JSON_BYTES = 256 * 1024;

  /**
   * Whether a record meets this condition.
   *
   * @param templateId the id of the record's template, 16 lower-case hexadecimal digits; empty if
   *     it is not known
   */
  boolean matches(LogRecord record, String templateId);

  /** As {@link #matches(LogRecord, String)} for a record whose template is not known. */
  default boolean matches(LogRecord record) {
    return matches(record, "");
  }

  /** How deep nodes nest, this one included. */
  default int depth() {
    return 1;
  }

  /** The number of nodes, this one included. */
  default int nodeCount() {
    return 1;
  }

  /** The canonical JSON form, which {@link #parse} reads back as an equal predicate. */
  default String toJson() {
    return PredicateJson.write(this);
  }

  /**
   * Reads the JSON form.
   *
   * @throws InvalidPredicateException if it is not JSON, not a predicate or too large; says where
   */
  static Predicate parse(String json) {
    return PredicateJson.read(json);
  }
}
