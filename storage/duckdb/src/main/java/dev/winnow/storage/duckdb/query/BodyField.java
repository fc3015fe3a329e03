package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.storage.duckdb.table.ValueJson;
import java.util.List;

/**
 * The body of a record: a text as it is, or any other value as JSON, beside a flag that says so.
 */
final class BodyField implements FieldSql {
  static final String IS_OBJECT = "body_is_json AND starts_with(body, '{')";

  private static final String IS_TEXT = "NOT body_is_json";

  /** What the key of a text begins with, and no JSON does. */
  private static final String TEXT_MARK = " ";

  private final TextField text;
  private final JsonField value;
  private final Parameters parameters;

  BodyField(Parameters parameters) {
    this.text = new TextField("body", parameters);
    this.value =
        new JsonField(
            "CASE WHEN body_is_json THEN json_extract(nullif(body, ''), '$') END", "", parameters);
    this.parameters = parameters;
  }

  private static String ofText(String condition) {
    return Conditions.all(List.of(IS_TEXT, condition));
  }

  @Override
  public String exists() {
    return "(" + IS_TEXT + " OR body <> '')";
  }

  @Override
  public String isOneOf(List<AnyValue> values) {
    List<String> texts =
        values.stream()
            .filter(each -> each instanceof AnyValue.StringValue)
            .map(each -> parameters.bind(each.text()))
            .toList();
    List<AnyValue> others =
        values.stream().filter(each -> !(each instanceof AnyValue.StringValue)).toList();
    return Conditions.any(List.of(ofText(Conditions.isIn("body", texts)), value.isOneOf(others)));
  }

  @Override
  public String contains(String part) {
    return ofText(text.contains(part));
  }

  @Override
  public String startsWith(String part) {
    return ofText(text.startsWith(part));
  }

  /** Whether the body has a part, upper and lower case of each code point being the same. */
  String containsInAnyCase(String part) {
    return "contains(lower(body), lower(" + parameters.bind(part) + "))";
  }

  @Override
  public String isWithin(NumberRange range) {
    return value.isWithin(range);
  }

  @Override
  public String key() {
    return "CASE WHEN body_is_json THEN nullif(body, '') ELSE '" + TEXT_MARK + "' || body END";
  }

  @Override
  public String source() {
    return "";
  }

  @Override
  public AnyValue value(String key) {
    return key.startsWith(TEXT_MARK)
        ? AnyValue.of(key.substring(TEXT_MARK.length()))
        : ValueJson.value(key);
  }
}
