package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server keeps as much of a day as it may, and tells whoever sends more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QuotaIT {
  private static final String QUOTAS = "/api/v1/quotas";
  private ApiServer server;
  private String secret = "";

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
    secret = server.firstSecret();
  }

  @AfterAll
  void end() {
    server.close();
  }

  private ApiServer.Answer ask(String method, String path, String body) {
    return server.send(secret, method, path, body);
  }

  private static String quota(String service) {
    return "{\"tenant_id\":\"default\",\"service\":\"%s\",\"max_records\":3,\"max_bytes\":null,\"warn_percentage\":50}"
        .formatted(service);
  }

  private static String lines(String service, String level, int count) {
    return "{\"service\":\"%s\",\"level\":\"%s\",\"message\":\"said\"}\n"
        .formatted(service, level)
        .repeat(count);
  }

  @Test
  void keepsSoMuchOfADayAndErrorsBeyond() {
    assertThat(ask("PUT", QUOTAS, quota("web")))
        .isEqualTo(new ApiServer.Answer(200, "application/json", quota("web")));

    assertThat(ask("POST", "/api/logs", lines("web", "info", 5)).body())
        .isEqualTo(
            "{\"accepted\":5,\"duplicates\":0,\"over_quota\":2,\"malformed\":0,\"errors\":[]}");
    assertThat(ask("POST", "/api/logs", lines("web", "error", 2)).body())
        .isEqualTo("{\"accepted\":2,\"duplicates\":0,\"malformed\":0,\"errors\":[]}");

    assertThat(ask("GET", "/api/logs/export?service=web", "").body()).hasLineCount(5);
    assertThat(ask("GET", "/api/patterns?service=web", "").body()).contains("\"total_records\":7,");
    assertThat(ask("GET", "/api/v1/ledger", "").body())
        .contains("\"outcome\":\"dropped\",\"reason\":\"quota\",\"records\":2}");
    assertThat(ask("GET", "/metrics", "").body())
        .contains("winnow_quota_used_ratio{service_name=\"web\",tenant_id=\"default\"} 1.66");
    assertThat(ask("GET", QUOTAS, "").body()).contains(quota("web"));
    assertThat(ask("GET", "/api/v1/audit?limit=1", "").body())
        .contains("\"action\":\"quota.put\"", "\"target\":\"default\"");
  }

  @Test
  void warnsWhoSendsByOtlp() {
    ask("PUT", QUOTAS, quota("otlp"));
    String request =
        """
        {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"otlp"}}]},
        "scopeLogs":[{"logRecords":[%s{"severityNumber":9,"body":{"stringValue":"said"}}]}]}]}
        """
            .formatted("{\"severityNumber\":9,\"body\":{\"stringValue\":\"said\"}},".repeat(4));
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Authorization", "Bearer " + secret);
    assertThat(
            server
                .send("POST", "/v1/logs", request.getBytes(StandardCharsets.UTF_8), headers)
                .body())
        .isEqualTo(
            "{\"partialSuccess\":{\"rejectedLogRecords\":\"0\",\"errorMessage\":"
                + "\"2 records were counted, but not kept: a quota for today is used up\"}}");
  }

  @Test
  void tellsHowMuchIsUsedUntilTheQuotaIsRemoved() {
    ask("POST", "/api/logs", lines("cart", "info", 2));
    ask("PUT", QUOTAS, quota("cart"));

    assertThat(ask("GET", "/api/v1/usage", "").body())
        .contains("{\"service\":\"cart\",\"used_records\":2,\"max_records\":3,\"used_bytes\":")
        .contains("\"used_share\":0.6666666666666666,\"used_up\":false,")
        .contains("\"resets_at\":\"" + tomorrow() + "T00:00:00");
    assertThat(ask("POST", "/api/logs", lines("cart", "info", 2)).body())
        .contains("\"over_quota\":1,");
    assertThat(ask("GET", "/api/v1/usage", "").body())
        .contains("\"used_share\":1.0,\"used_up\":true,");

    assertThat(ask("DELETE", QUOTAS + "?service=cart", "").body()).isEqualTo(quota("cart"));
    assertThat(ask("GET", "/api/v1/usage", "").body()).doesNotContain("cart");
    assertThat(ask("POST", "/api/logs", lines("cart", "info", 9)).body())
        .doesNotContain("over_quota");
  }

  private static LocalDate tomorrow() {
    return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(1);
  }
}
