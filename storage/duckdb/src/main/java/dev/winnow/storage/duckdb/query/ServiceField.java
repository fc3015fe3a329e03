package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.record.AnyValue;
import java.util.List;

/**
 * The name of a service in the resource, beside the column that has it as text. The column is read
 * faster, but is empty for a name in two steps, and is the same for a number and its digits. So it
 * tells of which rows a condition may hold, and only those are asked exactly.
 */
final class ServiceField implements FieldSql {
  private static final String COLUMN = "service_name";

  private final JsonField exact;
  private final TextField column;

  ServiceField(JsonField exact, Parameters parameters) {
    this.exact = exact;
    this.column = new TextField(COLUMN, parameters);
  }

  private static String narrowed(String may, String exactly) {
    return Conditions.all(List.of(Conditions.any(List.of(COLUMN + " = ''", may)), exactly));
  }

  @Override
  public String exists() {
    return exact.exists();
  }

  @Override
  public String isOneOf(List<AnyValue> values) {
    String exactly = exact.isOneOf(values);
    boolean areTexts = values.stream().allMatch(AnyValue.StringValue.class::isInstance);
    return areTexts ? narrowed(column.isOneOf(values), exactly) : exactly;
  }

  @Override
  public String contains(String part) {
    return narrowed(column.contains(part), exact.contains(part));
  }

  @Override
  public String startsWith(String part) {
    return narrowed(column.startsWith(part), exact.startsWith(part));
  }

  @Override
  public String isWithin(NumberRange range) {
    return exact.isWithin(range);
  }

  @Override
  public String key() {
    return exact.key();
  }

  @Override
  public String source() {
    return exact.source();
  }

  @Override
  public AnyValue value(String key) {
    return exact.value(key);
  }
}
