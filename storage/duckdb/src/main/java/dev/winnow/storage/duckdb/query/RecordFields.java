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
      case "resource.service.name" -> new ServiceField(resource(name), parameters);
      default -> name.startsWith(RESOURCE) ? resource(name) : attributeOrBody(name);
    };
  }

  BodyField body() {
    return new BodyField(parameters);
  }

  private JsonField resource(String name) {
    return new JsonField(at("resource", "resource <> ''", name, RESOURCE), "resource", parameters);
  }

  private JsonField attributeOrBody(String name) {
    String value =
        name.startsWith(ATTRIBUTES)
            ? at("attributes", "attributes <> ''", name, ATTRIBUTES)
            : at("body", BodyField.IS_OBJECT, name, BODY);
    return new JsonField(value, "", parameters);
  }

  /** What is at a path in a column, if that holds an object. */
  private String at(String column, String isObject, String name, String prefix) {
    String value = JsonPath.value(column, name.substring(prefix.length()), parameters);
    return "CASE WHEN " + isObject + " THEN " + value + " END";
  }
}
