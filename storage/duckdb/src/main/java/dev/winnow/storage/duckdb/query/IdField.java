package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.record.AnyValue;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** An id of 64 or 128 bits, in as many columns as it has 64; all of them 0 stand for none. */
final class IdField implements FieldSql {
  private static final int DIGITS = 16;

  private final List<String> columns;
  private final TextField text;
  private final Parameters parameters;

  IdField(List<String> columns, Parameters parameters) {
    this.columns = List.copyOf(columns);
    this.parameters = parameters;
    String digits = columns.stream().map(IdField::hex).collect(Collectors.joining(" || "));
    this.text =
        new TextField("CASE WHEN " + exists() + " THEN " + digits + " ELSE '' END", parameters);
  }

  /** The 16 digits of an expression's 64 bits. */
  static String hex(String bits) {
    return "lpad(lower(to_hex(" + bits + ")), " + DIGITS + ", '0')";
  }

  @Override
  public String exists() {
    return Conditions.any(columns.stream().map(column -> column + " <> 0").toList());
  }

  @Override
  public String isOneOf(List<AnyValue> values) {
    List<String> equal = new ArrayList<>();
    for (AnyValue value : values) {
      if (isId(value.text())) {
        equal.add(isEqual(value.text()));
      }
    }
    return Conditions.any(equal);
  }

  private boolean isId(String id) {
    return id.length() == columns.size() * DIGITS
        && id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))
        && id.chars().anyMatch(c -> c != '0');
  }

  private String isEqual(String id) {
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      long bits = HexFormat.fromHexDigitsToLong(id, i * DIGITS, (i + 1) * DIGITS);
      equal.add(columns.get(i) + " = " + parameters.bind(bits));
    }
    return Conditions.all(equal);
  }

  @Override
  public String contains(String part) {
    return text.contains(part);
  }

  @Override
  public String startsWith(String part) {
    return text.startsWith(part);
  }

  @Override
  public String isWithin(NumberRange range) {
    return Conditions.NEVER;
  }

  @Override
  public String key() {
    return text.key();
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
