package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.LogRecord;

/** Holds if a field is a text that starts with another. */
public record StartsWith(Field field, String value) implements Predicate {
  public StartsWith {
    Scalar.checkPart(field, "starts_with", value);
  }

  @Override
  public boolean matches(LogRecord record, String templateId) {
    String text = field.text(record, templateId);
    return text != null && text.startsWith(value);
  }
}
