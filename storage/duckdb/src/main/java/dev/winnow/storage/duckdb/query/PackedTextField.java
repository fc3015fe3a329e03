package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.storage.duckdb.table.PackedColumn;
import java.util.List;

/**
 * A field of any type in a column that has the texts of its JSON. Which of them may be meant is
 * seen from the text, and only those rows are asked exactly.
 */
final class PackedTextField implements FieldSql {
  private final PackedColumn column;
  private final String text;
  private final JsonField exact;
  private final Parameters parameters;

  PackedTextField(PackedColumn column, JsonField exact, Parameters parameters) {
    this.column = column;
    this.text = column.text();
    this.exact = exact;
    this.parameters = parameters;
  }

  @Override
  public String exists() {
    return "(" + column.name() + " IS NOT NULL)";
  }

  @Override
  public String isOneOf(List<AnyValue> values) {
    boolean arePlain =
        values.stream()
            .allMatch(value -> value instanceof AnyValue.StringValue && !isSpelled(value.text()));
    return arePlain
        ? isAnyText(values.stream().map(AnyValue::text).toList())
        : exact.isOneOf(values);
  }

  /** What is stored in another way is only put together where it may be one of the texts. */
  private String isAnyText(List<String> texts) {
    List<String> stored = texts.stream().map(column::stored).toList();
    return stored.equals(texts)
        ? isIn(text, texts)
        : Conditions.all(List.of(isIn(column.name(), stored), isIn(text, texts)));
  }

  private String isIn(String expression, List<String> texts) {
    return Conditions.isIn(expression, texts.stream().map(parameters::bind).toList());
  }

  /** Whether JSON spells the text in another way, or may have the same text for another value. */
  private static boolean isSpelled(String text) {
    return text.startsWith("$");
  }

  @Override
  public String contains(String part) {
    return Conditions.all(List.of(is("contains", part), exact.contains(part)));
  }

  @Override
  public String startsWith(String part) {
    return isSpelled(part) ? exact.startsWith(part) : is("starts_with", part);
  }

  private String is(String function, String part) {
    return "coalesce(" + function + "(" + text + ", " + parameters.bind(part) + "), FALSE)";
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
