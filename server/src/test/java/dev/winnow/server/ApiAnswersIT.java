package dev.winnow.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.server.ApiServer.Answer;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API answers is what its description says, to the last member. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiAnswersIT {
  /** Their answers have no end. */
  private static final Set<String> LIVE = Set.of("/api/v1/logs/stream GET", "/ws/logs GET");

  private ApiServer server;
  private ApiDescription api;
  private String recordId;
  private String templateId;
  private String viewId;
  private String deletionId;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
    api = new ApiDescription(server);
    sends("/api/logs POST", "/api/logs", records() + "no JSON\n");
    sends("/api/v1/saved_views POST", "/api/v1/saved_views", "{\"name\":\"v\",\"content\":{}}");
    sends("/api/v1/tokens POST", "/api/v1/tokens", "{\"name\":\"t\",\"role\":\"viewer\"}");
    sends(
        "/api/v1/retention_classes/{name} PUT",
        "/api/v1/retention_classes/debug",
        "{\"max_age\":\"3d\",\"position\":1,\"rules\":[{\"where\":\"level <= debug\"}]}");
    sends(
        "/api/v1/settings/price PUT",
        "/api/v1/settings/price",
        "{\"per_gb\":2,\"currency\":\"EUR\"}");
    sends("/api/v1/quotas PUT", "/api/v1/quotas", "{\"service\":\"cart\",\"max_records\":1000}");
    sends("/api/v1/deletions POST", "/api/v1/deletions", deletion("\"dry_run\":true,"));
    sends("/api/v1/deletions POST", "/api/v1/deletions", deletion(""));
    recordId = first("/api/logs?search=locked", "/logs/0/id");
    templateId = first("/api/patterns?level=error", "/patterns/0/template_id");
    viewId = first("/api/v1/saved_views", "/saved_views/0/id");
    deletionId = first("/api/v1/deletions", "/deletions/0/id");
  }

  /** A wish to delete records that nobody sent. */
  private static String deletion(String more) {
    return "{%s\"where\":\"service = \\\"none\\\"\",\"from\":\"2h\",\"to\":\"1h\",\"reason\":\"r\"}"
        .formatted(more);
  }

  /** What was normal an hour ago, and what is wrong since; each record with other members. */
  private static String records() {
    Instant now = Instant.now();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      lines.append(
          "{\"time\":\"%s\",\"level\":\"info\",\"service\":\"cart\",\"message\":\"cart %d emptied\"}\n"
              .formatted(now.minus(Duration.ofMinutes(90)), i));
      lines.append(
          "{\"time\":\"%s\",\"level\":\"error\",\"message\":\"no answer within %d ms\"}\n"
              .formatted(now.minusSeconds(i), i));
    }
    return lines
        + "{\"message\":\"user 7 locked out\",\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\","
        + "\"span_id\":\"b7ad6b7169203331\",\"user\":{\"id\":7,\"tags\":[true,null,1.5]}}\n";
  }

  @AfterAll
  void end() {
    server.close();
  }

  private Answer get(String address) {
    return server.send(server.firstSecret(), "GET", address, "");
  }

  private String first(String address, String pointer) {
    return ApiDescription.read(get(address).body()).at(pointer).asText();
  }

  private void sends(String operation, String address, String body) {
    String method = operation.substring(operation.indexOf(' ') + 1);
    Answer answer = server.send(server.firstSecret(), method, address, body);

    assertThat(answer.status()).isIn(200, 201, 202);
    assertThat(api.complaints(operation, answer)).isEmpty();
  }

  private List<String> operations() {
    return api.operations().stream().filter(operation -> !LIVE.contains(operation)).toList();
  }

  private String address(String operation) {
    String path = operation.substring(0, operation.indexOf(' '));
    return path.replace("{template_id}", templateId)
        .replace("{name}", "debug")
        .replace("{id}", id(path));
  }

  private String id(String path) {
    if (path.startsWith("/api/logs")) {
      return recordId;
    }
    return path.startsWith("/api/v1/deletions") ? deletionId : viewId;
  }

  @Test
  void answersEveryQuestionAsItIsDescribed() {
    List<String> complaints = new ArrayList<>();
    for (String operation : operations()) {
      if (operation.endsWith(" GET") && !operation.startsWith("/metrics ")) {
        Answer answer = get(address(operation));
        assertThat(answer.status()).as(operation).isEqualTo(200);
        complaints.addAll(api.complaints(operation, answer));
      }
    }

    assertThat(complaints).isEmpty();
  }

  @Test
  void generatesNothingUnlessItMay() {
    assertThat(get("/generator/stats").body())
        .startsWith("{\"is_running\":false,\"current_rate\":0,");
    Answer refused = server.send(server.firstSecret(), "POST", "/generator/start", "");
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("detail")).contains("generator.enabled");
  }

  /** Members that may be null or missing in the plain answers are filled in these. */
  @ParameterizedTest
  @CsvSource({
    "/api/logs GET, /api/logs?limit=1&count=true&level=info, /next_cursor",
    "/api/logs/facets GET, /api/logs/facets?field=level&field=service, /facets/1/values/0/count",
    "/api/logs/fields GET, /api/logs/fields?limit=1, /fields/0/share",
    "/api/logs/histogram GET, /api/logs/histogram?by=service&interval=1h, /groups/0/name",
    "/api/logs/{id}/context GET, /api/logs/ID/context?before=1, /log/span_id",
    "/api/patterns GET, /api/patterns?sort=bytes&limit=1, /patterns/0/services/0/service",
    "/api/patterns/{template_id}/variables GET, /api/patterns/TEMPLATE/variables,"
        + " /variables/0/measured/p50",
    "/api/patterns/{template_id}/exemplars GET, /api/patterns/TEMPLATE/exemplars?limit=1,"
        + " /exemplars/0/body",
    "/api/patterns/diff GET, /api/patterns/diff, /new_patterns/0/q_value",
    "/api/logs/trends/errors GET, /api/logs/trends/errors?hours=2, /trends/0/hour",
    "/api/v1/audit GET, /api/v1/audit?limit=1, /next_before",
    "/api/v1/deletions GET, /api/v1/deletions, /deletions/0/fields/0",
    "/api/v1/ledger GET, /api/v1/ledger, /entries/0/reason",
    "/api/v1/quotas GET, /api/v1/quotas, /quotas/0/max_records",
    "/api/v1/retention_classes GET, /api/v1/retention_classes, /retention_classes/0/rules/0/where",
    "/api/v1/tokens GET, /api/v1/tokens, /tokens/0/last_used",
    "/api/v1/usage GET, /api/v1/usage, /quotas/0/used_share"
  })
  void fillsWhatIsDescribed(String operation, String address, String member) {
    Answer answer = get(address.replace("ID", recordId).replace("TEMPLATE", templateId));

    assertThat(api.complaints(operation, answer)).isEmpty();
    assertThat(ApiDescription.read(answer.body()).at(member).isValueNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/logs GET, GET, /api/logs?limit=0, 422",
    "/api/logs GET, GET, /api/logs?cursor=x, 422",
    "/api/logs/{id} GET, GET, /api/logs/00000000000000000000000000, 404",
    "/api/patterns/{template_id} GET, GET, /api/patterns/0000000000000000, 404",
    "/api/v1/saved_views POST, POST, /api/v1/saved_views, 400",
    "/api/v1/retention_classes/{name} DELETE, DELETE, /api/v1/retention_classes/default, 409",
    "/api/logs POST, POST, /api/logs, 400"
  })
  void refusesAsItIsDescribed(String operation, String method, String address, int status) {
    String body = method.equals("POST") ? "no JSON" : "";
    Answer refused = server.send(server.firstSecret(), method, address, body);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(api.complaints(operation, refused)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "1e9",
        "99999999999999999999",
        "'; DROP TABLE records; --",
        "\" OR 1=1",
        "%00",
        "%ED%A0%80",
        "../../etc/passwd",
        "2.ZZZZ",
        "2147483647.00000000000000000000000000",
        "body = \"a' OR 'b'='b\"",
        "attributes.\"a'b\\\"c\" = 1",
        "severity_number >= 99999999999999999999",
        "not (((((((((((((((((((((((a = 1)))))))))))))))))))))))"
      })
  void answersOrRefusesAnyValue(String value) {
    String text = value.startsWith("%") ? value : URLEncoder.encode(value, UTF_8);
    List<String> wrong = new ArrayList<>();
    for (String operation : operations()) {
      for (JsonNode parameter : api.operation(operation).path("parameters")) {
        if (operation.endsWith(" GET") && parameter.get("in").asText().equals("query")) {
          String query = parameter.get("name").asText() + "=" + text;
          Answer answer = get(address(operation) + "?" + query);
          boolean isDescribed = api.complaints(operation, answer).isEmpty();
          if (!isDescribed || answer.status() >= 500 || answer.body().contains("Exception")) {
            wrong.add(operation + " " + query + ": " + answer);
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void namesTheParameterThatIsWrong() {
    assertThat(get("/api/patterns/diff?base_start=x").text("detail"))
        .startsWith("base_start is 'x'");
    assertThat(get("/api/patterns/diff?base_start=1h&base_end=2h").text("detail"))
        .contains("and a time before base_end, which is ");
  }

  @Test
  void understandsEveryOperationThatIsDescribed() {
    for (String operation : operations()) {
      String method = operation.substring(operation.indexOf(' ') + 1);
      String address = operation.substring(0, operation.indexOf(' ')).replaceAll("[{].*?}", "x");
      Answer answer = server.send(server.firstSecret(), method, address, "");

      assertThat(answer.status()).as(operation).isNotIn(405, 500);
      assertThat(answer.body()).as(operation).doesNotContain("there is nothing at this path");
    }
  }

  @Test
  void tellsWhichMethodsAPathUnderstands() {
    Answer refused = server.send(server.firstSecret(), "PATCH", "/api/logs", "");

    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.text("detail")).startsWith("this path understands GET, HEAD, POST; ");
    assertThat(get("/v1/logs").text("detail")).startsWith("this path understands POST; ");
    assertThat(get("/api/v1/tokens/x").text("detail")).startsWith("this path understands DELETE; ");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/logs/",
    "GET, /api/v1/ledger/",
    "POST, /api//logs",
    "POST, /api/logs/",
    "PUT, /api/v1/saved_views/",
    "DELETE, /api/v1/tokens/"
  })
  void findsNothingAtAnotherSpellingOfAPath(String method, String path) {
    Answer refused = server.send(server.firstSecret(), method, path, "");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("detail")).startsWith("there is nothing at this path; ");
  }

  @Test
  void tellsAnybodyWhetherTheAccountsAreComplete() {
    Answer health = server.send("", "GET", "/health", "");

    assertThat(health.text("accounts")).isEqualTo("complete");
    assertThat(ApiDescription.read(health.body()).at("/dependencies").toString())
        .isEqualTo(
            "{\"disk\":\"healthy\",\"files\":\"healthy\",\"server\":\"healthy\","
                + "\"store\":\"healthy\"}");
  }
}
