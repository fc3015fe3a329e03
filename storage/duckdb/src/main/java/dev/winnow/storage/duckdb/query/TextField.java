package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.record.AnyValue;
import java.util.List;

/** A field that is always a text; the empty one stands for none. */
final class TextField implements FieldSql {
  private final String text;
  private final Parameters parameters;

  /** The field that an expression gives, which is never null. */
  TextField(String text, Parameters parameters) {
    this.text = text;
    this.parameters = parameters;
  }

  @Override
  public String exists() {
    return "(" + text + " <> '')";
  }

  @Override
  public String isOneOf(List<AnyValue> values) {
    return Conditions.isIn(
        text,
        values.stream()
            .filter(AnyValue.StringValue.class::isInstance)
            .map(AnyValue::text)
            .filter(value -> !value.isEmpty())
            .map(parameters::bind)
            .toList());
  }

  @Override
  public String contains(String part) {
    return "contains(" + text + ", " + parameters.bind(part) + ")";
  }

  @Override
  public String startsWith(String part) {
    return "starts_with(" + text + ", " + parameters.bind(part) + ")";
  }

  @Override
  public String isWithin(NumberRange range) {
    return Conditions.NEVER;
  }

  @Override
  public String key() {
    return "nullif(" + text + ", '')";
  }

  @Override
  public String source() {
    return "";
  }

  @Override
  public AnyValue value(String key) {
    return AnyValue.of(key);
  }
}
