package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.predicate.TimeRange;
import dev.winnow.kernel.record.AnyValue;
import java.util.ArrayList;
import java.util.List;

/** A field that is always an integer; 0 stands for none. */
final class IntegerField implements FieldSql {
  private final String column;
  private final Parameters parameters;

  IntegerField(String column, Parameters parameters) {
    this.column = column;
    this.parameters = parameters;
  }

  @Override
  public String exists() {
    return "(" + column + " <> 0)";
  }

  @Override
  public String isOneOf(List<AnyValue> values) {
    return Conditions.isIn(
        column,
        values.stream()
            .filter(value -> value instanceof AnyValue.IntValue number && number.value() != 0)
            .map(value -> parameters.bind(((AnyValue.IntValue) value).value()))
            .toList());
  }

  @Override
  public String contains(String part) {
    return Conditions.NEVER;
  }

  @Override
  public String startsWith(String part) {
    return Conditions.NEVER;
  }

  @Override
  public String isWithin(NumberRange range) {
    return Conditions.all(List.of(exists(), NumberSql.isLongWithin(column, range, parameters)));
  }

  /** Stored times are positive as signed numbers, those of a range need not be. */
  @Override
  public String isDuring(TimeRange range) {
    if (range.from() < 0) {
      return Conditions.NEVER;
    }
    List<String> conditions = new ArrayList<>();
    conditions.add(exists());
    conditions.add("(" + column + " >= " + parameters.bind(range.from()) + ")");
    if (range.to() > 0) {
      conditions.add("(" + column + " < " + parameters.bind(range.to()) + ")");
    }
    return Conditions.all(conditions);
  }

  @Override
  public String key() {
    return "nullif(" + column + ", 0)::VARCHAR";
  }

  @Override
  public String source() {
    return "";
  }

  @Override
  public AnyValue value(String key) {
    return AnyValue.of(Long.parseLong(key));
  }
}
