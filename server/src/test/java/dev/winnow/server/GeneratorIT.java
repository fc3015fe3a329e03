package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.server.ApiServer.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generator of a server, and what it makes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GeneratorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ApiServer server;
  private String viewer = "";

  @BeforeAll
  void start(@TempDir Path directory) {
    server =
        new ApiServer(
            directory,
            Map.of(
                "generator.enabled", "true",
                "generator.rate_per_second", "200",
                "generator.services", "api,auth,db,cache,queue",
                "generator.history", "30s"));
    viewer =
        server
            .send(
                server.firstSecret(),
                "POST",
                "/api/v1/tokens",
                "{\"name\":\"v\",\"role\":\"viewer\"}")
            .text("secret");
  }

  @AfterAll
  void end() {
    server.close();
  }

  private Answer send(String method, String path, String body) {
    return server.send(server.firstSecret(), method, path, body);
  }

  private JsonNode statistics() {
    return ApiDescription.read(send("GET", "/generator/stats", "").body());
  }

  private long generated() {
    return statistics().get("logs_generated").asLong();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        Assertions.fail("it did not come about within " + PATIENCE);
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void keepsWhatItMakesUntilItIsStopped() {
    await(() -> generated() > 5_000);
    Answer stopped = send("POST", "/generator/stop", "");
    JsonNode statistics = ApiDescription.read(stopped.body());
    assertThat(statistics.get("is_running").asBoolean()).isFalse();
    assertThat(statistics.get("current_rate").asInt()).isZero();
    assertThat(statistics.get("logs_failed").asLong()).isZero();
    long made = statistics.get("logs_generated").asLong();
    assertThat(statistics.get("logs_stored").asLong()).isEqualTo(made);
    assertThat(generated()).isEqualTo(made);

    JsonNode logs = ApiDescription.read(send("GET", "/api/logs?count=true&limit=1", "").body());
    assertThat(logs.get("total").asLong()).isEqualTo(made);
    JsonNode services =
        ApiDescription.read(send("GET", "/api/logs/facets?field=service", "").body());
    assertThat(services.findValuesAsText("value"))
        .containsExactlyInAnyOrder("api", "auth", "db", "cache", "queue");
    assertThat(send("GET", "/api/v1/ledger", "").body()).contains("\"generator\"");

    assertThat(send("POST", "/generator/start", "").body()).contains("\"is_running\":true");
    await(() -> generated() > made);
    assertThat(send("POST", "/generator/start", "").status()).isEqualTo(200);
  }

  @Test
  void goesOnAsItIsTold() {
    Answer changed = send("PUT", "/generator/control", "{\"rate_per_second\":10000}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body()).contains("\"current_rate\":10000", "\"error_rate_percentage\":5");
    assertThat(send("PUT", "/generator/control", "{\"error_rate_percentage\":15}").body())
        .contains("\"current_rate\":10000", "\"error_rate_percentage\":15");
    assertThat(
            send(
                    "PUT",
                    "/generator/control",
                    "{\"rate_per_second\":200,\"error_rate_percentage\":5}")
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"rate_per_second\":0} | 422 | rate_per_second must be 1 to 10000, but is 0",
        "{\"rate_per_second\":10001} | 422 | rate_per_second must be 1 to 10000, but is 10001",
        "{\"rate_per_second\":\"fast\"} | 422 | rate_per_second must be a whole number",
        "{\"error_rate_percentage\":101} | 422 | must be 0 to 100, but is 101",
        "{\"rate\":1} | 422 | rate is unknown here",
        "[] | 422 | the body must be a JSON object",
        "{ | 400 | the body is not JSON"
      })
  void refusesWhatCannotBe(String body, int status, String reason) {
    Answer refused = send("PUT", "/generator/control", body);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.text("detail")).contains(reason);
  }

  @Test
  void obeysNobodyOfAnotherTenant() {
    String other =
        server
            .send(
                server.firstSecret(),
                "POST",
                "/api/v1/tokens",
                "{\"tenant_id\":\"other\",\"name\":\"a\",\"role\":\"admin\"}")
            .text("secret");

    assertThat(server.send(other, "GET", "/generator/stats", "").status()).isEqualTo(403);
    assertThat(server.send(other, "POST", "/generator/stop", "").status()).isEqualTo(403);
    assertThat(server.send(other, "PUT", "/generator/control", "{}").status()).isEqualTo(403);
  }

  @Test
  void obeysEditorsOnly() {
    assertThat(server.send("", "GET", "/generator/stats", "").status()).isEqualTo(401);
    assertThat(server.send(viewer, "GET", "/generator/stats", "").status()).isEqualTo(200);
    assertThat(server.send(viewer, "POST", "/generator/stop", "").status()).isEqualTo(403);
    assertThat(server.send(viewer, "PUT", "/generator/control", "{}").status()).isEqualTo(403);
  }
}
