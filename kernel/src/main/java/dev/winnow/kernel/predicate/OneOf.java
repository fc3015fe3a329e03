package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import java.util.ArrayList;
import java.util.List;

/** Holds if a field has one of several values. */
public record OneOf(Field field, List<AnyValue> values) implements Predicate {
  public OneOf {
    checkSize(values);
    List<AnyValue> scalars = new ArrayList<>(values.size());
    for (AnyValue value : values) {
      scalars.add(Scalar.checked(field, "one_of", "/values/" + scalars.size(), value));
    }
    values = List.copyOf(scalars);
  }

  @Override
  public boolean matches(LogRecord record, String templateId) {
    for (int i = 0; i < values.size(); i++) {
      if (Scalar.isHeldBy(field, record, templateId, values.get(i))) {
        return true;
      }
    }
    return false;
  }

  static void checkSize(List<AnyValue> values) {
    if (values.isEmpty()) {
      throw InvalidPredicateException.at("/values", "is empty; list at least one value");
    }
    if (values.size() > MAX_VALUES) {
      throw InvalidPredicateException.tooLarge(
          "/values", values.size() + " values, limit " + MAX_VALUES);
    }
  }
}
