package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.duckdb.table.ValueJson;
import java.util.ArrayList;
import java.util.List;

/** A field of any type whose value is JSON, as {@link ValueJson} spells it. */
final class JsonField implements FieldSql {
  private static final Field BODY = Field.of("body");

  /** The numbers that are texts in JSON and that a range may hold. */
  private static final List<Double> SPELLED =
      List.of(-0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  private final String json;
  private final String source;
  private final Parameters parameters;

  /**
   * The field that an expression gives as JSON.
   *
   * @param json the expression; null or JSON's null if the field is absent
   * @param source as {@link FieldSql#source}
   */
  JsonField(String json, String source, Parameters parameters) {
    this.json = json;
    this.source = source;
    this.parameters = parameters;
  }

  @Override
  public String exists() {
    return "coalesce(" + json + " <> 'null', FALSE)";
  }

  @Override
  public String isOneOf(List<AnyValue> values) {
    List<String> spellings = new ArrayList<>();
    values.forEach(value -> addSpellings(value, spellings));
    return Conditions.isIn(json, spellings);
  }

  /** Adds all spellings of the values that are equal to one. */
  private void addSpellings(AnyValue value, List<String> spellings) {
    spellings.add(canonical(value));
    if (value instanceof AnyValue.IntValue number
        && (long) (double) number.value() == number.value()
        && number.value() != Long.MAX_VALUE) {
      spellings.add(canonical(AnyValue.of((double) number.value())));
      if (number.value() == 0) {
        spellings.add(canonical(AnyValue.of(-0.0)));
      }
    }
  }

  /** The JSON of a value as DuckDB spells it, which is how it gives parts of JSON. */
  private String canonical(AnyValue value) {
    return "json_extract(" + parameters.bind(new ValueJson().of(value)) + "::VARCHAR, '$')";
  }

  @Override
  public String contains(String part) {
    return "coalesce(contains(" + text() + ", " + parameters.bind(part) + "), FALSE)";
  }

  @Override
  public String startsWith(String part) {
    return "coalesce(starts_with(" + text() + ", " + parameters.bind(part) + "), FALSE)";
  }

  /** The text that the field is; null if it is none. */
  private String text() {
    String text = "json_extract_string(" + json + ", '$')";
    return """
    CASE
      WHEN coalesce(json_type(%1$s), '') <> 'VARCHAR' THEN NULL
      WHEN NOT starts_with(%2$s, '$') THEN %2$s
      WHEN starts_with(%2$s, '%3$s') THEN substr(%2$s, %6$d)
      WHEN starts_with(%2$s, '%4$s') OR starts_with(%2$s, '%5$s') THEN NULL
      ELSE %2$s
    END\
    """
        .formatted(
            json,
            text,
            ValueJson.TEXT,
            ValueJson.DOUBLE,
            ValueJson.BYTES,
            ValueJson.TEXT.length() + 1);
  }

  @Override
  public String isWithin(NumberRange range) {
    String asLong = NumberSql.isLongWithin("TRY_CAST(" + json + " AS BIGINT)", range, parameters);
    String asDouble =
        NumberSql.isDoubleWithin("TRY_CAST(" + json + " AS DOUBLE)", range, parameters);
    return """
    (CASE json_type(%1$s)
      WHEN 'UBIGINT' THEN %2$s
      WHEN 'BIGINT' THEN %2$s
      WHEN 'DOUBLE' THEN %3$s
      WHEN 'VARCHAR' THEN %4$s
      ELSE FALSE
    END)\
    """
        .formatted(json, asLong, asDouble, Conditions.isIn(json, spelledWithin(range)));
  }

  private List<String> spelledWithin(NumberRange range) {
    NumberRange ofBody = new NumberRange(BODY, range.lower(), range.upper());
    return SPELLED.stream()
        .map(AnyValue::of)
        .filter(number -> ofBody.matches(LogRecord.builder().body(number).build()))
        .map(this::canonical)
        .toList();
  }

  @Override
  public String key() {
    return "nullif(" + json + ", 'null')";
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public AnyValue value(String key) {
    return ValueJson.value(key);
  }
}
