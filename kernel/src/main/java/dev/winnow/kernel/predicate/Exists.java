package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.LogRecord;

/** Holds if a field has a value, whatever its type. */
public record Exists(Field field) implements Predicate {
  @Override
  public boolean matches(LogRecord record, String templateId) {
    return field.exists(record, templateId);
  }
}
