package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;

/** Holds if a field has a value: a text, a number or a truth value. */
public record Equals(Field field, AnyValue value) implements Predicate {
  public Equals {
    value = Scalar.checked(field, "equals", "/value", value);
  }

  @Override
  public boolean matches(LogRecord record, String templateId) {
    return Scalar.isHeldBy(field, record, templateId, value);
  }
}
