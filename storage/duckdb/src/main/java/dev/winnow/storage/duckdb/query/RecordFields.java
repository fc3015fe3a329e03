package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.Field;
import java.util.List;

/** The fields of the table {@code records}. */
final class RecordFields implements Fields {
  private static final String ATTRIBUTES = "attributes.";
  private static final String RESOURCE = "resource.";
  private static final String BODY = "body.";

  private final TemplateAliases aliases;
  private final Parameters parameters;

  RecordFields(TemplateAliases aliases, Parameters parameters) {
    this.aliases = aliases;
    this.parameters = parameters;
  }

  @Override
  public FieldSql of(Field field) {
    String name = field.name();
    return switch (name) {
      case "timestamp", "observed_timestamp", "severity_number" ->
          new IntegerField(name, parameters);
      case "severity_text", "event_name" -> new TextField(name, parameters);
      case "scope.name" -> new TextField("scope_name", parameters);
      case "scope.version" -> new TextField("scope_version", parameters);
      case "trace_id" -> new IdField(List.of("trace_id_high", "trace_id_low"), parameters);
      case "span_id" -> new IdField(List.of("span_id"), parameters);
      case "template_id" -> new TemplateField("template_id", aliases, parameters);
      case "body" -> body();
      default -> new JsonField(path(name), parameters);
    };
  }

  BodyField body() {
    return new BodyField(parameters);
  }

  private String path(String name) {
    if (name.startsWith(ATTRIBUTES)) {
      return at("attributes", "attributes <> ''", name.substring(ATTRIBUTES.length()));
    }
    return name.startsWith(RESOURCE)
        ? at("resource", "resource <> ''", name.substring(RESOURCE.length()))
        : at("body", BodyField.IS_OBJECT, name.substring(BODY.length()));
  }

  /** What is at a path in a column, if that holds an object. */
  private String at(String column, String isObject, String path) {
    String value = JsonPath.value(column, path, parameters);
    return "CASE WHEN " + isObject + " THEN " + value + " END";
  }
}
