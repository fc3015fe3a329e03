package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;

/** The values that a predicate compares with: texts, numbers and truth values. */
final class Scalar {
  private Scalar() {}

  /** The value in its one spelling, if {@code field} may be compared with it. */
  static AnyValue checked(Field field, String question, String path, AnyValue value) {
    if (field.isOf(Field.Type.TIME)) {
      throw InvalidPredicateException.at("/field", field + " is a time; use time_range");
    }
    if (value instanceof AnyValue.StringValue string) {
      Limit.checkText(path, string.value());
      checkType(field, Field.Type.TEXT, path);
      return value;
    }
    if (Numbers.isNumber(value)) {
      checkType(field, Field.Type.NUMBER, path);
      return Numbers.canonical(path, value);
    }
    if (value instanceof AnyValue.BoolValue) {
      checkType(field, Field.Type.VALUE, path);
      return value;
    }
    throw InvalidPredicateException.at(
        path, question + " compares with a text, a number, true or false only");
  }

  /** Checks a text that is searched for; an empty one would be found in every text. */
  static void checkPart(Field field, String question, String part) {
    field.check(Field.Type.TEXT, question);
    if (part.isEmpty()) {
      throw InvalidPredicateException.at(
          "/value", "is empty; use exists for a field that has any value");
    }
    Limit.checkText("/value", part);
  }

  /** Whether a record's field has exactly this value. */
  static boolean isHeldBy(Field field, LogRecord record, String templateId, AnyValue value) {
    if (value instanceof AnyValue.StringValue string) {
      return string.value().equals(field.text(record, templateId));
    }
    AnyValue held = field.value(record);
    return Numbers.isNumber(value) ? Numbers.compare(held, value) == 0 : value.equals(held);
  }

  private static void checkType(Field field, Field.Type type, String path) {
    if (!field.isOf(type) && !field.isOf(Field.Type.VALUE)) {
      String wanted = field.isOf(Field.Type.NUMBER) ? "a number" : "a text";
      throw InvalidPredicateException.at(path, field + " is compared with " + wanted);
    }
  }
}
