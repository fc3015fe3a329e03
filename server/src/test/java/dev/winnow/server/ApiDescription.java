package dev.winnow.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The description of the API, as a server gives it. */
final class ApiDescription {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode api;
  private final JsonNode strict;

  ApiDescription(ApiServer server) {
    String json = server.send("", "GET", "/openapi?format=json", "").body();
    api = read(json);
    strict = read(json);
    for (JsonNode schema : strict.at("/components/schemas")) {
      if (schema.has("properties")) {
        ((ObjectNode) schema).put("additionalProperties", false);
      }
    }
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException noJson) {
      throw new IllegalArgumentException(json, noJson);
    }
  }

  /** All operations, such as {@code /api/logs GET}. */
  List<String> operations() {
    Set<String> operations = new TreeSet<>();
    api.get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(name -> {
                  if (METHODS.contains(name)) {
                    operations.add(path.getKey() + " " + name.toUpperCase(Locale.ROOT));
                  }
                }));
    return List.copyOf(operations);
  }

  JsonNode operation(String name) {
    String[] parts = name.split(" ", 2);
    return api.get("paths").get(parts[0]).get(parts[1].toLowerCase(Locale.ROOT));
  }

  /** The parameters of an operation. */
  List<JsonNode> parameters(String operation) {
    List<JsonNode> parameters = new ArrayList<>();
    for (JsonNode one : operation(operation).path("parameters")) {
      parameters.add(one.has("$ref") ? api.at(one.get("$ref").asText().substring(1)) : one);
    }
    return parameters;
  }

  /** The schema of a parameter of an operation. */
  JsonNode parameter(String operation, String name) {
    for (JsonNode one : parameters(operation)) {
      if (one.path("name").asText().equals(name)) {
        return one.get("schema");
      }
    }
    throw new IllegalArgumentException(operation + " has no " + name);
  }

  /** The names of all schemas. */
  Set<String> schemas() {
    Set<String> names = new TreeSet<>();
    api.at("/components/schemas").fieldNames().forEachRemaining(names::add);
    return names;
  }

  JsonNode schema(String name) {
    return api.at("/components/schemas/" + name);
  }

  /** What is wrong with an answer of an operation by its schema, which must tell all members. */
  List<String> complaints(String operation, ApiServer.Answer answer) {
    JsonNode told = operation(operation).at("/responses/" + answer.status());
    JsonNode response = told.has("$ref") ? api.at(told.get("$ref").asText().substring(1)) : told;
    JsonNode body = response.path("content").path(answer.mediaType()).path("schema");
    if (body.isMissingNode()) {
      return List.of(
          "a body of %s with the status %d is not described"
              .formatted(answer.mediaType(), answer.status()));
    }
    if (!answer.mediaType().matches(".*[/+]json")) {
      return List.of(); // A text, of which the description tells nothing more.
    }
    ObjectNode schema = JSON.createObjectNode();
    schema.set("allOf", JSON.createArrayNode().add(body));
    schema.set("components", strict.get("components"));
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(schema)
        .validate(read(answer.body()))
        .stream()
        .map(Object::toString)
        .toList();
  }
}
