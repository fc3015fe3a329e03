package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
  private ApiServer server;
  private ApiDescription api;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
    api = new ApiDescription(server);
  }

  @AfterAll
  void end() {
    server.close();
  }

  /** The dashboard's types are made of the copy that is checked in. */
  @Test
  void isThatOfTheDashboard() throws IOException {
    String copy = Files.readString(Path.of("..", "dashboard", "openapi.json"));
    String running = server.send("", "GET", "/openapi?format=json", "").body();

    assertThat(differences("", ApiDescription.read(copy), ApiDescription.read(running)))
        .as(
            "what differs in dashboard/openapi.json; start the server, and renew it in dashboard/"
                + " with: WINNOW_URL=http://localhost:8005 npm run describe")
        .isEmpty();
  }

  /** Where two descriptions differ, as paths to the outermost members that do. */
  private static List<String> differences(String path, JsonNode copy, JsonNode running) {
    if (!copy.isObject() || !running.isObject()) {
      return copy.equals(running) ? List.of() : List.of(path);
    }
    Set<String> names = new TreeSet<>();
    copy.fieldNames().forEachRemaining(names::add);
    running.fieldNames().forEachRemaining(names::add);
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String member = path + "/" + name;
      if (copy.has(name) && running.has(name)) {
        differences.addAll(differences(member, copy.get(name), running.get(name)));
      } else {
        differences.add(member);
      }
    }
    return differences;
  }

  @Test
  void hasTheseOperations() {
    assertThat(api.operations())
        .containsExactly(
            "/_bulk POST",
            "/api/logs GET",
            "/api/logs POST",
            "/api/logs/export GET",
            "/api/logs/facets GET",
            "/api/logs/fields GET",
            "/api/logs/histogram GET",
            "/api/logs/query GET",
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
            "/api/v1/backup GET",
            "/api/v1/deletions GET",
            "/api/v1/deletions POST",
            "/api/v1/deletions/{id} GET",
            "/api/v1/ledger GET",
            "/api/v1/logs/stream GET",
            "/api/v1/query_usage GET",
            "/api/v1/quotas DELETE",
            "/api/v1/quotas GET",
            "/api/v1/quotas PUT",
            "/api/v1/retention_classes GET",
            "/api/v1/retention_classes/{name} DELETE",
            "/api/v1/retention_classes/{name} PUT",
            "/api/v1/saved_views GET",
            "/api/v1/saved_views POST",
            "/api/v1/saved_views/{id} DELETE",
            "/api/v1/saved_views/{id} GET",
            "/api/v1/saved_views/{id} PUT",
            "/api/v1/session DELETE",
            "/api/v1/session GET",
            "/api/v1/session POST",
            "/api/v1/settings/price DELETE",
            "/api/v1/settings/price GET",
            "/api/v1/settings/price PUT",
            "/api/v1/slow_queries GET",
            "/api/v1/tickets POST",
            "/api/v1/tokens GET",
            "/api/v1/tokens POST",
            "/api/v1/tokens/{id} DELETE",
            "/api/v1/usage GET",
            "/generator/control PUT",
            "/generator/start POST",
            "/generator/stats GET",
            "/generator/stop POST",
            "/health GET",
            "/health/live GET",
            "/health/ready GET",
            "/loki/api/v1/push POST",
            "/metrics GET",
            "/upload POST",
            "/v1/logs POST",
            "/ws/logs GET");
  }

  @Test
  void tellsOfEveryOperationHowItMayRefuse() {
    List<String> silent = new ArrayList<>();
    for (String name : api.operations()) {
      JsonNode answers = api.operation(name).get("responses");
      boolean refuses = answers.has("401") && answers.has("403") && answers.has("503");
      if (!refuses && !name.startsWith("/health")) {
        silent.add(name);
      }
    }

    assertThat(silent).isEmpty();
    assertThat(api.operation("/api/logs/{id} GET").at("/responses/404/$ref").asText())
        .isEqualTo("#/components/responses/NotFound");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/logs GET, limit, integer, 100, 1, 10000",
    "/api/logs/facets GET, limit, integer, 20, 1, 1000",
    "/api/logs/fields GET, sample, integer, 1000, 1, 10000",
    "/api/logs/{id}/context GET, before, integer, 20, 0, 1000",
    "/api/patterns GET, limit, integer, 100, 1, 1000",
    "/api/patterns/diff GET, limit, integer, 50, 1, 1000",
    "/api/patterns/{template_id}/variables GET, sample, integer, 1000, 1, 10000",
    "/api/logs/stats/hourly GET, hours, integer, 24, 1, 168",
    "/api/v1/audit GET, limit, integer, 100, 1, 1000"
  })
  void tellsBoundsOfNumbers(
      String operation, String name, String type, int usual, int least, int most) {
    JsonNode schema = api.parameter(operation, name);

    assertThat(schema.get("type").asText()).isEqualTo(type);
    assertThat(schema.get("default").asInt()).isEqualTo(usual);
    assertThat(schema.get("minimum").asInt()).isEqualTo(least);
    assertThat(schema.get("maximum").asInt()).isEqualTo(most);
  }

  @Test
  void explainsEveryParameter() {
    List<String> unexplained = new ArrayList<>();
    for (String name : api.operations()) {
      for (JsonNode parameter : api.parameters(name)) {
        if (parameter.path("description").asText().isBlank()) {
          unexplained.add(name + " " + parameter.path("name").asText());
        }
      }
    }

    assertThat(unexplained).isEmpty();
  }

  @Test
  void tellsChoices() {
    JsonNode order = api.parameter("/api/logs GET", "order");

    assertThat(order.get("enum").toString()).isEqualTo("[\"newest\",\"oldest\"]");
    assertThat(order.get("default").asText()).isEqualTo("newest");
    assertThat(api.parameter("/api/patterns GET", "sort").get("enum").toString())
        .isEqualTo("[\"count\",\"bytes\",\"first_seen\",\"rarest\"]");
    assertThat(api.parameter("/api/logs/histogram GET", "by").get("enum").toString())
        .isEqualTo("[\"severity\",\"service\",\"template\"]");
  }

  /** Generated clients name their types after them. */
  @Test
  void hasTheseSchemas() {
    assertThat(api.schemas())
        .containsExactly(
            "AbsorbedTemplate",
            "AnyValue",
            "Attributes",
            "AuditEntry",
            "AuditPage",
            "ComparedWindow",
            "Deletion",
            "DeletionList",
            "DeletionPreview",
            "DeletionPreviewService",
            "DeletionRequest",
            "ErrorTrend",
            "ExemplarList",
            "Facet",
            "FacetList",
            "FacetValue",
            "Field",
            "FieldList",
            "GeneratorAnswer",
            "GeneratorRequest",
            "Health",
            "Histogram",
            "HistogramBucket",
            "HistogramGroup",
            "HourlyStatistics",
            "InstrumentationScope",
            "Ledger",
            "LedgerEntry",
            "LogRecord",
            "Metrics",
            "Price",
            "PriceRequest",
            "Problem",
            "Query",
            "QueryCondition",
            "QueryUsage",
            "QueryUse",
            "Quota",
            "QuotaList",
            "QuotaUsage",
            "Readiness",
            "Receipt",
            "RecordContext",
            "RecordPage",
            "RequestCounts",
            "RetentionClass",
            "RetentionClassList",
            "RetentionRule",
            "Sampling",
            "SavedView",
            "SavedViewList",
            "SavedViewRequest",
            "ServiceHour",
            "ServiceHourErrors",
            "ServiceStatistics",
            "ServiceTotal",
            "Session",
            "SessionRequest",
            "Shortened",
            "SlowQuery",
            "SlowQueryList",
            "Template",
            "TemplateChange",
            "TemplateDiff",
            "TemplateHistory",
            "TemplateList",
            "TemplateService",
            "TemplateVariable",
            "Ticket",
            "Timestamp",
            "Token",
            "TokenList",
            "TokenRequest",
            "Usage",
            "VariableList",
            "VariableMeasure",
            "VariableValue");
  }

  @Test
  void tellsWhatIsAlwaysThereAndWhatMayBeNull() {
    JsonNode page = api.schema("RecordPage");
    JsonNode token = api.schema("Token");

    assertThat(page.get("required").toString())
        .isEqualTo("[\"limit\",\"logs\",\"next_cursor\",\"page\",\"total\"]");
    assertThat(page.at("/properties/total/type").toString()).isEqualTo("[\"integer\",\"null\"]");
    assertThat(page.at("/properties/page/type").asText()).isEqualTo("integer");
    assertThat(token.get("required").toString()).contains("expires").doesNotContain("secret");
    assertThat(token.at("/properties/expires/anyOf/1/type").asText()).isEqualTo("null");
  }

  @Test
  void givesTimesInOneFormAndLengthsInSeconds() {
    Pattern time =
        Pattern.compile("(.*_)?(time|timestamp|hour|seen|at|start|used|created|updated)");
    Pattern length = Pattern.compile("(.*_)?(interval|duration|uptime|latency|ms|ns|nanos|millis)");
    List<String> wrong = new ArrayList<>();
    for (String schema : api.schemas()) {
      for (Map.Entry<String, JsonNode> member :
          api.schema(schema).path("properties").properties()) {
        boolean isTime = member.getValue().toString().contains("#/components/schemas/Timestamp");
        boolean isNamedSo = time.matcher(member.getKey()).matches();
        boolean isText = member.getKey().equals("storage_used");
        if ((isNamedSo && !isTime && !isText) || length.matcher(member.getKey()).matches()) {
          wrong.add(schema + "." + member.getKey());
        }
      }
    }

    assertThat(wrong).isEmpty();
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
  void letsNobodyPassByWhatAnybodyMaySee() {
    assertThat(server.send("", "GET", "/openapi.json/../api/logs", "").status()).isEqualTo(401);
  }
}
