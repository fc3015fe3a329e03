package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.record.AnyValue;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The template of a record, as it is by now, from the column with what it was at arrival. */
final class TemplateField implements FieldSql {
  private static final int DIGITS = 16;

  private final String column;
  private final TemplateAliases aliases;
  private final Parameters parameters;
  private final TextField text;
  private final boolean isOfRollups;

  private TemplateField(
      String column, TemplateAliases aliases, Parameters parameters, boolean isOfRollups) {
    this.column = column;
    this.aliases = aliases;
    this.parameters = parameters;
    this.text = new TextField(IdField.hex(current(column, aliases.all())), parameters);
    this.isOfRollups = isOfRollups;
  }

  static TemplateField ofRecords(String column, TemplateAliases aliases, Parameters parameters) {
    return new TemplateField(column, aliases, parameters, false);
  }

  static TemplateField ofRollups(String column, TemplateAliases aliases, Parameters parameters) {
    return new TemplateField(column, aliases, parameters, true);
  }

  private static String current(String column, Map<Long, Long> aliases) {
    return aliases.isEmpty()
        ? column
        : aliases.entrySet().stream()
            .map(alias -> " WHEN " + alias.getKey() + " THEN " + alias.getValue())
            .collect(Collectors.joining("", "CASE " + column, " ELSE " + column + " END"));
  }

  @Override
  public String exists() {
    return Conditions.ALWAYS;
  }

  @Override
  public String isOneOf(List<AnyValue> values) {
    List<Long> ids =
        values.stream()
            .map(AnyValue::text)
            .filter(TemplateField::isId)
            .map(id -> aliases.current(HexFormat.fromHexDigitsToLong(id)))
            .flatMap(id -> aliases.idsOf(id).stream())
            .toList();
    return isOfRollups
        ? Conditions.isInByHash(column, ids)
        : Conditions.isIn(column, ids.stream().map(parameters::bind).toList());
  }

  private static boolean isId(String text) {
    return text.length() == DIGITS && text.chars().allMatch(HexFormat::isHexDigit);
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
    return column;
  }

  @Override
  public AnyValue value(String key) {
    return AnyValue.of(key);
  }
}
