package dev.winnow.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.formats.protobuf.ProtobufWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
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

/** What is pushed as to Loki is what the API answers, and refusals are those of Loki. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LokiIT {
  private static final String PUSH = "/loki/api/v1/push";
  private static final String JSON =
      """
      {"streams":[{"stream":{"app":"SERVICE","level":"warn"},
      "values":[["1795255200123456789","order 1 late",{"order":"1"}]]}]}
      """;

  private ApiServer server;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
  }

  @AfterAll
  void end() {
    server.close();
  }

  private HttpResponse<String> push(byte[] body, String... headers) {
    return push(PUSH, body, headers);
  }

  private HttpResponse<String> push(String path, byte[] body, String... headers) {
    Map<String, String> all =
        new HashMap<>(Map.of("Authorization", "Bearer " + server.firstSecret()));
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return server.send("POST", path, body, all);
  }

  private HttpResponse<String> pushJson(String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = "application/json; charset=utf-8";
    return push(body.getBytes(UTF_8), all);
  }

  private static byte[] json(String service) {
    return JSON.replace("SERVICE", service).getBytes(UTF_8);
  }

  /** The same as {@link #JSON} in protobuf. */
  private static byte[] message(String service) {
    ProtobufWriter timestamp = new ProtobufWriter().number(1, 1_795_255_200).number(2, 123_456_789);
    ProtobufWriter entry =
        new ProtobufWriter()
            .message(1, timestamp)
            .text(2, "order 1 late")
            .message(3, new ProtobufWriter().text(1, "order").text(2, "1"));
    ProtobufWriter stream =
        new ProtobufWriter().text(1, "{app=\"" + service + "\", level=\"warn\"}").message(2, entry);
    return new ProtobufWriter().message(1, stream).toByteArray();
  }

  /** A block of one literal, which is all that snappy asks for. */
  private static byte[] snappy(byte[] body) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write((body.length & 0x7f) | 0x80);
    block.write(body.length >> 7);
    block.write(61 << 2);
    block.write(body.length - 1);
    block.write((body.length - 1) >> 8);
    block.writeBytes(body);
    return block.toByteArray();
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    }
    return packed.toByteArray();
  }

  private JsonNode logs(String service) {
    String address = "/api/logs?start_time=2026-01-01T00:00:00Z&service=" + service;
    String body = server.send(server.firstSecret(), "GET", address, "").body();
    return ApiDescription.read(body).get("logs");
  }

  private void assertArrived(String service) {
    JsonNode logs = logs(service);

    assertThat(logs).hasSize(1);
    JsonNode log = logs.get(0);
    assertThat(log.get("timestamp").asText()).isEqualTo("2026-11-21T10:00:00.123456789Z");
    assertThat(log.get("severity_number").asInt()).isEqualTo(13);
    assertThat(log.get("severity_text").asText()).isEqualTo("warn");
    assertThat(log.get("severity_inferred").asBoolean()).isFalse();
    assertThat(log.get("body").asText()).isEqualTo("order 1 late");
    assertThat(log.get("attributes")).hasToString("{\"order\":\"1\"}");
    assertThat(log.get("resource")).hasToString("{\"service.name\":\"" + service + "\"}");
    assertThat(log.get("receiver").asText()).isEqualTo("loki");
  }

  private void assertTaken(HttpResponse<String> answer, String service) {
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertArrived(service);
  }

  @Test
  void takesJson() throws IOException {
    assertTaken(pushJson(JSON.replace("SERVICE", "json")), "json");
    assertTaken(
        push(
            gzip(json("json-gzip")),
            "Content-Type",
            "application/json",
            "Content-Encoding",
            "gzip"),
        "json-gzip");
  }

  /** Some name the type, some do not; some name the compression, some do not. */
  @ParameterizedTest
  @CsvSource({
    "typed, application/x-protobuf, ''",
    "untyped, '', ''",
    "named, application/x-protobuf, snappy",
    "binary, application/octet-stream, ''"
  })
  void takesProtobuf(String service, String type, String encoding) {
    assertTaken(
        push(snappy(message(service)), "Content-Type", type, "Content-Encoding", encoding),
        service);
  }

  @Test
  void takesProtobufInGzip() throws IOException {
    assertTaken(push(gzip(message("gzip")), "Content-Encoding", "gzip"), "gzip");
  }

  @Test
  void takesWhatIsPushedWhereTheFirstVersionsWere() {
    assertTaken(push("/api/prom/push", snappy(message("early"))), "early");
  }

  @Test
  void takesNothing() {
    assertThat(pushJson("{\"streams\":[]}").statusCode()).isEqualTo(204);
    assertThat(push(new byte[0]).statusCode()).isEqualTo(204);
  }

  @Test
  void takesTimesInAnyOrder() {
    HttpResponse<String> answer =
        pushJson(
            """
            {"streams":[{"stream":{"app":"disorder"},"values":[
            ["1795255200000000002","b"],["1795255200000000001","a"],
            ["4102444800000000007","from the future"]]}]}
            """);

    assertThat(answer.statusCode()).isEqualTo(204);
    JsonNode logs = logs("disorder");
    assertThat(logs).hasSize(3);
    assertThat(logs.findValuesAsText("log.record.original_timestamp"))
        .containsExactly("4102444800000000007");
  }

  @Test
  void storesWhatItCanAndSaysWhatItCannot() {
    HttpResponse<String> answer =
        push(
            snappy(
                new ProtobufWriter()
                    .bytes(
                        1,
                        new ProtobufWriter()
                            .text(1, "{app=}")
                            .message(2, new ProtobufWriter())
                            .toByteArray())
                    .bytes(
                        1,
                        new ProtobufWriter()
                            .text(1, "{app=\"partial\"}")
                            .message(2, new ProtobufWriter().text(2, "good"))
                            .toByteArray())
                    .toByteArray()));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo("error parsing labels {app=} with error: 1:6: parse error: expected '\"'\n");
    assertThat(logs("partial").findValuesAsText("body")).containsExactly("good");
  }

  @Test
  void storesOnceWhatIsSentTwiceWithAKey() {
    for (int i = 0; i < 2; i++) {
      assertTaken(
          pushJson(JSON.replace("SERVICE", "repeated"), "Idempotency-Key", "one"), "repeated");
    }
  }

  @Test
  void asksForATokenAndItsTenant() {
    String body = JSON.replace("SERVICE", "tenants");

    assertThat(pushJson(body, "Authorization", "").statusCode()).isEqualTo(401);
    assertThat(pushJson(body, "Authorization", "Bearer wn_x").body())
        .isEqualTo("the token is unknown, expired or revoked\n");
    HttpResponse<String> other = pushJson(body, "X-Scope-OrgID", "acme");
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(other.body())
        .isEqualTo(
            "the tenant 'acme' in X-Scope-OrgID is not 'default', whose token it is; leave the"
                + " header out, or send a token of that tenant\n");
    assertThat(logs("tenants")).isEmpty();
    assertTaken(pushJson(body, "X-Scope-OrgID", "default"), "tenants");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff060000734e61507059", "00ff", "0a08ffff", "ffffffff0f00"})
  void refusesWhatIsNoPush(String hex) {
    HttpResponse<String> answer = push(HexFormat.of().parseHex(hex));

    assertThat(answer.statusCode()).isIn(400, 413);
    assertThat(answer.body()).endsWith("\n").doesNotContain("Exception");
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(push(new byte[] {1}, "Content-Encoding", "br").statusCode()).isEqualTo(415);
  }

  @Test
  void understandsPostOnly() {
    assertThat(server.send(server.firstSecret(), "GET", PUSH, "").status()).isEqualTo(405);
  }
}
