package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.record.AnyValue;
import java.util.List;
import java.util.function.Supplier;

/**
 * The name of a service in the resource, beside the column that has it as text. The column is read
 * faster, but is empty for a name in two steps, and is the same for a number and its digits. So it
 * tells of which rows a condition may hold, and only those are asked exactly. Values are counted by
 * the column.
 */
final class ServiceField implements FieldSql {
  private static final String COLUMN = "service_name";

  private final Supplier<JsonField> exact;
  private final TextField column;

  /**
   * The field of a table.
   *
   * @param exact binds parameters, so it is asked for only where it is used
   */
  ServiceField(Supplier<JsonField> exact, Parameters parameters) {
    this.exact = exact;
    this.column = new TextField(COLUMN, parameters);
  }

  private static String narrowed(String may, String exactly) {
    return Conditions.all(List.of(Conditions.any(List.of(COLUMN + " = ''", may)), exactly));
  }

  @Override
  public String exists() {
    return exact.get().exists();
  }

  @Override
  public String isOneOf(List<AnyValue> values) {
    String exactly = exact.get().isOneOf(values);
    boolean areTexts = values.stream().allMatch(AnyValue.StringValue.class::isInstance);
    return areTexts ? narrowed(column.isOneOf(values), exactly) : exactly;
  }

  @Override
  public String contains(String part) {
    return narrowed(column.contains(part), exact.get().contains(part));
  }

  @Override
  public String startsWith(String part) {
    return narrowed(column.startsWith(part), exact.get().startsWith(part));
  }

  @Override
  public String isWithin(NumberRange range) {
    return exact.get().isWithin(range);
  }

  @Override
  public String key() {
    return column.key();
  }

  @Override
  public String source() {
    return column.source();
  }

  @Override
  public AnyValue value(String key) {
    return column.value(key);
  }
}
