package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.Field;
import dev.winnow.storage.duckdb.part.RecordTable;
import dev.winnow.storage.duckdb.table.PackedColumn;
import dev.winnow.storage.duckdb.table.PackedSchema;
import dev.winnow.storage.duckdb.table.RecordColumn;
import java.util.List;

/** The fields of a table with records. */
final class RecordFields implements Fields {
  private static final String ATTRIBUTES = "attributes.";
  private static final String RESOURCE = "resource.";
  private static final String BODY = "body.";

  private final RecordTable table;
  private final TemplateAliases aliases;
  private final Parameters parameters;

  RecordFields(RecordTable table, TemplateAliases aliases, Parameters parameters) {
    this.table = table;
    this.aliases = aliases;
    this.parameters = parameters;
  }

  @Override
  public FieldSql of(Field field) {
    String name = field.name();
    return switch (name) {
      case "timestamp" -> integer(RecordColumn.TIMESTAMP);
      case "observed_timestamp" -> integer(RecordColumn.OBSERVED_TIMESTAMP);
      case "severity_number" -> integer(RecordColumn.SEVERITY_NUMBER);
      case "severity_text" -> text(RecordColumn.SEVERITY_TEXT);
      case "event_name" -> text(RecordColumn.EVENT_NAME);
      case "scope.name" -> text(RecordColumn.SCOPE_NAME);
      case "scope.version" -> text(RecordColumn.SCOPE_VERSION);
      case "trace_id" -> traceId();
      case "span_id" -> new IdField(List.of("span_id"), parameters);
      case "template_id" -> TemplateField.ofRecords("template_id", aliases, parameters);
      case "body" -> body();
      case "resource.service.name" -> new ServiceField(resource(name), parameters);
      default -> name.startsWith(RESOURCE) ? resource(name) : attributeOrBody(name);
    };
  }

  BodyField body() {
    return new BodyField(parameters);
  }

  private IntegerField integer(RecordColumn column) {
    return new IntegerField(table.expression(column), parameters);
  }

  private TextField text(RecordColumn column) {
    return new TextField(table.expression(column), parameters);
  }

  private JsonField resource(String name) {
    String resource = table.expression(RecordColumn.RESOURCE);
    String value = at(resource, resource + " <> ''", name, RESOURCE);
    return new JsonField(value, RecordColumn.RESOURCE.sql(), parameters);
  }

  private FieldSql traceId() {
    return table.isPacked()
        ? new TextField(PackedSchema.TRACE_ID, parameters)
        : new IdField(List.of("trace_id_high", "trace_id_low"), parameters);
  }

  private FieldSql attributeOrBody(String name) {
    if (!name.startsWith(ATTRIBUTES)) {
      return new JsonField(at("body", BodyField.IS_OBJECT, name, BODY), "", parameters);
    }
    if (table.isPacked() && !hasObjectsBefore(name)) {
      PackedColumn column = table.columns().get(name.substring(ATTRIBUTES.length()));
      return column == null ? new JsonField("CAST(NULL AS JSON)", "", parameters) : packed(column);
    }
    String attributes = table.attributesAt(name.substring(ATTRIBUTES.length()));
    String value = at(attributes, attributes + " <> ''", name, ATTRIBUTES);
    return new JsonField(value, "", parameters);
  }

  private FieldSql packed(PackedColumn column) {
    JsonField exact = new JsonField(column.json(), column.name(), parameters);
    return column.kind().isText() ? new PackedTextField(column, exact, parameters) : exact;
  }

  /** Whether a first part of a path may lead to an object that holds what the rest names. */
  private boolean hasObjectsBefore(String name) {
    return table.columns().values().stream()
        .filter(column -> column.kind() == PackedColumn.Kind.JSON)
        .anyMatch(column -> name.startsWith(column.key() + ".", ATTRIBUTES.length()));
  }

  /** What is at a path in a column, if that holds an object. */
  private String at(String column, String isObject, String name, String prefix) {
    String value = JsonPath.value(column, name.substring(prefix.length()), parameters);
    return "CASE WHEN " + isObject + " THEN " + value + " END";
  }
}
