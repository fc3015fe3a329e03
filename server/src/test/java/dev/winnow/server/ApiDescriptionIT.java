package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API says of itself. A path that leaves this list breaks programs of others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiDescriptionIT {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private ApiServer server;
  private JsonNode api;

  @BeforeAll
  void start(@TempDir Path directory) throws JsonProcessingException {
    server = new ApiServer(directory);
    api = new ObjectMapper().readTree(get("/openapi?format=json"));
  }

  @AfterAll
  void end() {
    server.close();
  }

  private String get(String path) {
    return server.send("", "GET", path, "").body();
  }

  private List<String> operations() {
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

  private JsonNode operation(String name) {
    String[] parts = name.split(" ", 2);
    return api.get("paths").get(parts[0]).get(parts[1].toLowerCase(Locale.ROOT));
  }

  @Test
  void hasTheseOperations() {
    assertThat(operations())
        .containsExactly(
            "/api/logs GET",
            "/api/logs POST",
            "/api/logs/facets GET",
            "/api/logs/histogram GET",
            "/api/logs/stats/hourly GET",
            "/api/logs/stats/services GET",
            "/api/logs/trends/errors GET",
            "/api/logs/{id} GET",
            "/api/logs/{id}/context GET",
            "/api/metrics GET",
            "/api/patterns GET",
            "/api/patterns/diff GET",
            "/api/patterns/{template_id} GET",
            "/api/patterns/{template_id}/exemplars GET",
            "/api/patterns/{template_id}/variables GET",
            "/api/v1/audit GET",
            "/api/v1/ledger GET",
            "/api/v1/query_usage GET",
            "/api/v1/retention_classes GET",
            "/api/v1/retention_classes/{name} DELETE",
            "/api/v1/retention_classes/{name} PUT",
            "/api/v1/saved_views GET",
            "/api/v1/saved_views POST",
            "/api/v1/saved_views/{id} DELETE",
            "/api/v1/saved_views/{id} GET",
            "/api/v1/saved_views/{id} PUT",
            "/api/v1/tokens GET",
            "/api/v1/tokens POST",
            "/api/v1/tokens/{id} DELETE",
            "/health GET",
            "/health/live GET",
            "/health/ready GET",
            "/metrics GET",
            "/v1/logs POST");
  }

  @Test
  void tellsOfEveryOperationHowItMayRefuse() {
    List<String> silent = new ArrayList<>();
    for (String name : operations()) {
      JsonNode answers = operation(name).get("responses");
      boolean refuses = answers.has("401") && answers.has("403") && answers.has("503");
      if (!refuses && !name.startsWith("/health")) {
        silent.add(name);
      }
    }

    assertThat(silent).isEmpty();
    assertThat(operation("/api/logs/{id} GET").at("/responses/404/$ref").asText())
        .isEqualTo("#/components/responses/NotFound");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/logs GET, limit, integer, 100, 1, 10000",
    "/api/logs/facets GET, limit, integer, 20, 1, 1000",
    "/api/logs/{id}/context GET, before, integer, 20, 0, 1000",
    "/api/patterns GET, limit, integer, 100, 1, 1000",
    "/api/patterns/diff GET, limit, integer, 50, 1, 1000",
    "/api/patterns/{template_id}/variables GET, sample, integer, 1000, 1, 10000",
    "/api/logs/stats/hourly GET, hours, integer, 24, 1, 168",
    "/api/v1/audit GET, limit, integer, 100, 1, 1000"
  })
  void tellsBoundsOfNumbers(
      String operation, String name, String type, int usual, int least, int most) {
    JsonNode schema = schema(operation, name);

    assertThat(schema.get("type").asText()).isEqualTo(type);
    assertThat(schema.get("default").asInt()).isEqualTo(usual);
    assertThat(schema.get("minimum").asInt()).isEqualTo(least);
    assertThat(schema.get("maximum").asInt()).isEqualTo(most);
  }

  @Test
  void tellsChoices() {
    JsonNode order = schema("/api/logs GET", "order");

    assertThat(order.get("enum").toString()).isEqualTo("[\"newest\",\"oldest\"]");
    assertThat(order.get("default").asText()).isEqualTo("newest");
    assertThat(schema("/api/patterns GET", "sort").get("enum").toString())
        .isEqualTo("[\"count\",\"bytes\",\"first_seen\"]");
    assertThat(schema("/api/logs/histogram GET", "by").get("enum").toString())
        .isEqualTo("[\"severity\",\"service\",\"template\"]");
  }

  private JsonNode schema(String operation, String parameter) {
    for (JsonNode one : operation(operation).get("parameters")) {
      if (one.get("name").asText().equals(parameter)) {
        return one.get("schema");
      }
    }
    throw new IllegalArgumentException(operation + " has no " + parameter);
  }

  @Test
  void refusesParametersThatAreGivenTwice() {
    String answer =
        server.send(server.firstSecret(), "GET", "/api/logs?limit=1&limit=2", "").body();

    assertThat(answer)
        .contains("\"status\":422", "\"detail\":\"the parameter 'limit' is given 2 times; ");
    assertThat(
            server
                .send(server.firstSecret(), "GET", "/api/logs?level=warn&level=error", "")
                .status())
        .isEqualTo(200);
  }

  @Test
  void leadsFromTheStartToTheDocumentation() {
    assertThat(server.send("", "GET", "/", "").status()).isEqualTo(307);
    assertThat(server.send("", "GET", "/openapi.json/../api/logs", "").status()).isEqualTo(401);
  }
}
