package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.LogRecord;

/** Holds if a field is a text that contains another. */
public record Contains(Field field, String value) implements Predicate {
  public Contains {
    Scalar.checkPart(field, "contains", value);
  }

  @Override
  public boolean matches(LogRecord record, String templateId) {
    String text = field.text(record, templateId);
    return text != null && text.contains(value);
  }
}
