package dev.winnow.formats.layout;

import dev.winnow.kernel.severity.NumberScale;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the value beside a name is.
 *
 * @param field the field that it fills, if it is one
 * @param scale how to read a level that is a number; null if its text is to be understood
 * @param unitNanos the unit of a duration that is a bare number, in nanoseconds; 0 if unknown
 */
record Meaning(Kind kind, @Nullable Field field, @Nullable NumberScale scale, long unitNanos) {
  /** What is done with it. */
  enum Kind {
    NOTHING,
    TIME,
    /** The nanoseconds of a second that another value has. */
    NANOS,
    LEVEL,
    FIELD,
    /** The logger or module that wrote the record. */
    SCOPE,
    /** The class of event that the record is of. */
    EVENT,
    /** A line of another log. */
    LINE
  }

  static final Meaning NOTHING = new Meaning(Kind.NOTHING, null, null, 0);
  static final Meaning TIME = new Meaning(Kind.TIME, null, null, 0);
  static final Meaning NANOS = new Meaning(Kind.NANOS, null, null, 0);
  static final Meaning LEVEL = new Meaning(Kind.LEVEL, null, null, 0);

  static final Meaning SCOPE = new Meaning(Kind.SCOPE, null, null, 0);
  static final Meaning EVENT = new Meaning(Kind.EVENT, null, null, 0);

  /** A line of another log. */
  static final Meaning LINE = new Meaning(Kind.LINE, null, null, 0);

  /** The same, which ends with a line feed unless the next one goes on with it. */
  static final Meaning LINE_WITH_FEED = new Meaning(Kind.LINE, null, null, 1);

  static Meaning of(Field field) {
    return new Meaning(Kind.FIELD, field, null, 0);
  }

  /**
   * Reads {@code time}, {@code time nanos}, {@code level}, {@code level SCALE}, {@code duration
   * UNIT}, {@code line}, {@code line feed}, {@code scope.name}, {@code event.name}, or the
   * attribute of a {@link Field}; nothing if it is something else.
   */
  static Meaning parse(String text) {
    int blank = text.indexOf(' ');
    String name = blank < 0 ? text : text.substring(0, blank);
    String detail = blank < 0 ? "" : text.substring(blank + 1).strip();
    return switch (name) {
      case "time" -> detail.equals("nanos") ? NANOS : TIME;
      case "level" -> detail.isEmpty() ? LEVEL : level(detail);
      case "scope.name" -> SCOPE;
      case "event.name" -> EVENT;
      case "line" -> detail.equals("feed") ? LINE_WITH_FEED : LINE;
      case "duration" -> new Meaning(Kind.FIELD, Field.DURATION, null, unit(detail));
      default -> {
        Field field = Field.of(name);
        yield field == null ? NOTHING : of(field);
      }
    };
  }

  private static Meaning level(String scale) {
    return new Meaning(Kind.LEVEL, null, NumberScale.valueOf(scale.toUpperCase(Locale.ROOT)), 0);
  }

  private static long unit(String unit) {
    return switch (unit) {
      case "s" -> 1_000_000_000L;
      case "ms" -> 1_000_000L;
      case "us" -> 1_000L;
      case "ns" -> 1L;
      case "" -> 0;
      default -> throw new IllegalArgumentException("unknown unit of time: " + unit);
    };
  }
}
