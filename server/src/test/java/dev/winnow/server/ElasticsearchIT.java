package dev.winnow.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent as to Elasticsearch is what the API answers, and so is what clients ask first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ElasticsearchIT {
  private static final String LINES =
      """
      {"create":{"_index":"logs-shop"}}
      {"@timestamp":"2026-11-21T10:00:00.123456789Z","message":"order 1 late","log":{"level":"warn"},\
      "service":{"name":"SERVICE"},"order":{"id":1}}
      """;

  private static final String VERSION_9 = "application/vnd.elasticsearch+json; compatible-with=9";

  private ApiServer server;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
  }

  @AfterAll
  void end() {
    server.close();
  }

  private HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
    Map<String, String> all =
        new HashMap<>(Map.of("Authorization", "ApiKey " + server.firstSecret()));
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return server.send(method, path, body, all);
  }

  private HttpResponse<String> bulk(String lines, String... headers) {
    return send("POST", "/_bulk", lines.getBytes(UTF_8), headers);
  }

  private static String lines(String service) {
    return LINES.replace("SERVICE", service);
  }

  private JsonNode logs(String service) {
    String address = "/api/logs?start_time=2026-01-01T00:00:00Z&service=" + service;
    return ApiDescription.read(server.send(server.firstSecret(), "GET", address, "").body())
        .get("logs");
  }

  private void assertTaken(HttpResponse<String> answer, String service) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Elastic-Product")).hasValue("Elasticsearch");
    assertThat(answer.body())
        .matches("\\{\"took\":\\d+,\"errors\":false,\"items\":\\[.*\"status\":201.*]}");
    JsonNode logs = logs(service);
    assertThat(logs).hasSize(1);
    JsonNode log = logs.get(0);
    assertThat(log.get("timestamp").asText()).isEqualTo("2026-11-21T10:00:00.123456789Z");
    assertThat(log.get("severity_number").asInt()).isEqualTo(13);
    assertThat(log.get("body").asText()).isEqualTo("order 1 late");
    assertThat(log.get("attributes"))
        .hasToString("{\"elasticsearch.index\":\"logs-shop\",\"order.id\":1}");
    assertThat(log.get("resource")).hasToString("{\"service.name\":\"" + service + "\"}");
    assertThat(log.get("receiver").asText()).isEqualTo("elasticsearch");
  }

  /** As the clients for Python, JavaScript and Java, rsyslog and syslog-ng send them. */
  @ParameterizedTest
  @CsvSource({
    "python, PUT, /_bulk, application/vnd.elasticsearch+x-ndjson; compatible-with=9",
    "javascript, POST, /_bulk?refresh=true, application/vnd.elasticsearch+x-ndjson",
    "java, POST, /other/_bulk, application/vnd.elasticsearch+json; compatible-with=9",
    "rsyslog, POST, /_bulk, application/json; charset=utf-8",
    "untyped, POST, /_bulk, ''"
  })
  void takesDocuments(String service, String method, String path, String type) {
    assertTaken(send(method, path, lines(service).getBytes(UTF_8), "Content-Type", type), service);
  }

  /** As Filebeat and Logstash ask, encoded or not. */
  @ParameterizedTest
  @ValueSource(strings = {"errors,items.*.error", "errors%2Citems.%2A.error"})
  void saysNoMoreThanIsAskedFor(String filter) {
    String body = lines("filtered") + "{\"create\":{}}\n{\"message\":\n";
    String path = "/_bulk?refresh=true&filter_path=" + filter;

    assertThat(send("POST", path, body.getBytes(UTF_8)).body())
        .isEqualTo(
            "{\"errors\":true,\"items\":[{\"create\":{\"error\":{\"type\":"
                + "\"document_parsing_exception\",\"reason\":\"the document ends too early\"}}}]}");
    assertThat(send("POST", path, lines("filtered").getBytes(UTF_8)).body())
        .isEqualTo("{\"errors\":false}");
  }

  @Test
  void takesGzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(lines("gzip").getBytes(UTF_8));
    }
    assertTaken(send("POST", "/_bulk", packed.toByteArray(), "Content-Encoding", "gzip"), "gzip");
  }

  @Test
  void answersInTheTypeThatIsAccepted() {
    assertThat(bulk(lines("v9"), "Accept", VERSION_9).headers().firstValue("Content-Type"))
        .hasValue(VERSION_9);
    assertThat(bulk(lines("any"), "Accept", "*/*").headers().firstValue("Content-Type"))
        .hasValue("application/json");
  }

  @Test
  void takesTheOthersWhereOneLineIsBad() {
    HttpResponse<String> answer =
        bulk(lines("partial-1") + "{\"create\":{}}\n{\"message\":\n" + lines("partial-2"));

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode result = ApiDescription.read(answer.body());
    assertThat(result.get("errors").asBoolean()).isTrue();
    assertThat(result.get("items").findValuesAsText("status")).containsExactly("201", "400", "201");
    assertThat(result.at("/items/1/create/error"))
        .hasToString(
            "{\"type\":\"document_parsing_exception\",\"reason\":\"the document ends too early\"}");
    assertThat(logs("partial-1")).hasSize(1);
    assertThat(logs("partial-2")).hasSize(1);
  }

  @Test
  void namesTheIndexOfThePath() {
    String body = "{\"index\":{\"_id\":\"7\"}}\n{\"message\":\"m\",\"service.name\":\"of-path\"}\n";
    HttpResponse<String> answer = send("POST", "/logs-x/_bulk", body.getBytes(UTF_8));

    assertThat(answer.body()).contains("\"_index\":\"logs-x\",\"_id\":\"7\"");
    assertThat(logs("of-path").get(0).get("attributes"))
        .hasToString("{\"elasticsearch.index\":\"logs-x\",\"log.record.uid\":\"7\"}");
  }

  @Test
  void storesOnceWhatIsSentTwiceWithAKey() {
    assertTaken(bulk(lines("repeated"), "Idempotency-Key", "es"), "repeated");
    assertTaken(bulk(lines("repeated"), "Idempotency-Key", "es"), "repeated");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400, parse_exception, request body is required",
    "' \n', 400, parse_exception, request body is required"
  })
  void refusesNothing(String body, int status, String type, String reason) {
    assertRefused(bulk(body), status, type, reason);
  }

  private static void assertRefused(
      HttpResponse<String> answer, int status, String type, String reason) {
    String error = "\"type\":\"" + type + "\",\"reason\":\"" + reason + "\"";
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("X-Elastic-Product")).hasValue("Elasticsearch");
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":{\"root_cause\":[{"
                + error
                + "}],"
                + error
                + "},\"status\":"
                + status
                + "}");
  }

  @Test
  void refusesInTheWordsOfElasticsearch() {
    assertRefused(
        bulk(lines("x"), "Authorization", ""),
        401,
        "security_exception",
        "the request has no token");
    assertRefused(
        bulk(lines("x"), "Content-Type", "application/cbor"),
        415,
        "media_type_header_exception",
        "Content-Type header [application/cbor] is not supported");
    assertRefused(
        bulk(lines("x"), "Content-Encoding", "gzip"),
        400,
        "parse_exception",
        "the gzip body is damaged");
    assertThat(logs("x")).isEmpty();
  }

  @Test
  void knowsTokensHoweverClientsCarryThem() {
    String pair =
        Base64.getEncoder().encodeToString(("id:" + server.firstSecret()).getBytes(UTF_8));
    assertTaken(bulk(lines("key-pair"), "Authorization", "ApiKey " + pair), "key-pair");
    assertTaken(bulk(lines("basic"), "Authorization", "Basic " + pair), "basic");
    assertTaken(bulk(lines("bearer"), "Authorization", "Bearer " + server.firstSecret()), "bearer");
  }

  @Test
  void saysWhatItIsToClientsAndShowsPeopleTheWay() {
    HttpResponse<String> start = send("GET", "/", new byte[0], "Accept", VERSION_9);
    assertThat(start.statusCode()).isEqualTo(200);
    assertThat(start.headers().firstValue("X-Elastic-Product")).hasValue("Elasticsearch");
    assertThat(start.headers().firstValue("Content-Type")).hasValue(VERSION_9);
    assertThat(ApiDescription.read(start.body()).at("/version/number").asText())
        .isEqualTo("8.19.0");

    HttpResponse<String> head = send("HEAD", "/", new byte[0]);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("X-Elastic-Product")).hasValue("Elasticsearch");
    assertThat(head.body()).isEmpty();

    HttpResponse<String> person =
        send("GET", "/", new byte[0], "Accept", "text/html,*/*;q=0.8", "Authorization", "");
    assertThat(person.headers().firstValue("X-Elastic-Product")).isEmpty();
    assertThat(person.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /_license",
        "GET /_xpack",
        "GET /_cat/health",
        "GET /_cluster/health",
        "HEAD /_index_template/filebeat",
        "PUT /_index_template/filebeat",
        "GET /_ilm/policy/filebeat",
        "PUT /_ilm/policy/filebeat",
        "PUT /_ingest/pipeline/x",
        "GET /_nodes/http",
        "HEAD /logstash",
        "PUT /_component_template/x"
      })
  void answersWhatShippersAsk(String question) {
    String[] words = question.split(" ", -1);
    byte[] body = words[0].equals("PUT") ? "{}".getBytes(UTF_8) : new byte[0];
    HttpResponse<String> answer = send(words[0], words[1], body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Elastic-Product")).hasValue("Elasticsearch");
    assertThat(send(words[0], words[1], body, "Authorization", "").statusCode()).isEqualTo(401);
  }

  @Test
  void understandsNoOtherMethods() {
    assertThat(send("DELETE", "/_bulk", new byte[0]).statusCode()).isEqualTo(405);
    assertThat(send("DELETE", "/_ilm/policy/x", new byte[0]).statusCode()).isEqualTo(404);
    assertThat(send("POST", "/_search", new byte[0]).statusCode()).isEqualTo(404);
  }
}
