package dev.winnow.e2e.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.PackagedProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that mean no good, or are broken, get a problem that says what is wrong. */
final class HostileQuestionsTest {
  private static final String LOGS = "/api/logs";
  private static final String INVALID_PARAMETER = "422 invalid_parameter";

  @TempDir private static Path home;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(new PackagedProgram(home).withServer(), home.resolve("data"));
    Answer sent =
        server
            .api()
            .post(LOGS, "{\"message\":\"the only record 1\",\"service\":\"only\",\"user\":\"a\"}");
    assertThat(sent.number("accepted")).isEqualTo(1);
  }

  /** After all of it the one record is there, and the server is ready. */
  @AfterAll
  static void isWellAfterAll() {
    try {
      assertThat(Accounts.records(server.api())).isEqualTo(1);
      assertThat(server.api().get("/health/ready").text("status")).isEqualTo("ready");
    } finally {
      server.close();
    }
  }

  private static String problem(String path) {
    return server.api().get(path).problem();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/logs?cursor=abc, invalid_cursor",
    "/api/logs?limit=0, invalid_parameter",
    "/api/logs?limit=10001, invalid_parameter",
    "/api/logs?limit=99999999999999999999, invalid_parameter",
    "/api/logs?limit=-1, invalid_parameter",
    "/api/logs?limit=ten, invalid_parameter",
    "/api/logs?order=sideways, invalid_parameter",
    "/api/logs?count=perhaps, invalid_parameter",
    "/api/logs?level=loud, invalid_parameter",
    "/api/logs?trace_id=00000000000000000000000000000000, invalid_parameter",
    "/api/logs?template_id=0, invalid_parameter",
    "/api/logs?start_time=2400-01-01T00:00:00Z, invalid_parameter",
    "/api/logs?start_time=yesterday, invalid_parameter",
    "/api/logs?lmit=1, invalid_parameter",
    "/api/logs?query=body+%3D, invalid_predicate",
    "/api/logs/facets?limit=1001, invalid_parameter",
    "/api/logs/histogram?interval=0s, invalid_parameter",
    "/api/logs/histogram?by=everything, invalid_parameter",
    "/api/logs/0, invalid_record_id",
    "/api/patterns?sort=luck, invalid_parameter",
    "/api/patterns?min_count=-1, invalid_parameter",
    "/api/patterns/0, invalid_parameter",
    "/api/v1/ledger?tenant_id=other, invalid_parameter"
  })
  void saysWhichParameterIsWrong(String path, String code) {
    assertThat(problem(path)).isEqualTo("422 " + code);
  }

  @ParameterizedTest
  @ValueSource(strings = {LOGS, "/api/logs/facets", "/api/logs/histogram", "/api/patterns"})
  void refusesReversedRanges(String path) {
    assertThat(problem(path + "?start_time=2026-01-02T00:00:00Z&end_time=2026-01-01T00:00:00Z"))
        .isEqualTo(INVALID_PARAMETER);
  }

  @Test
  void refusesHistogramsOfTooManyIntervals() {
    assertThat(problem(LOGS + "/histogram?interval=1s&start_time=2000-01-01T00:00:00Z"))
        .isEqualTo(INVALID_PARAMETER);
  }

  @Test
  void refusesPredicatesThatAreTooDeepOrTooWide() {
    String deep = "not (".repeat(20) + "level = error" + ")".repeat(20);
    String wide = "a = 1" + " or a = 1".repeat(300);

    assertThat(problem(LOGS + "?query=" + Http.parameter(deep)))
        .isEqualTo("422 predicate_too_large");
    assertThat(problem(LOGS + "?query=" + Http.parameter(wide)))
        .isEqualTo("422 predicate_too_large");
  }

  @Test
  void refusesAddressesAndHeadersAboveTheLimit() {
    assertThat(problem(LOGS + "?search=" + "x".repeat(20_000)))
        .isEqualTo("431 request_head_too_large");
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(problem("/api/nothing")).isEqualTo("404 not_found");
    assertThat(problem("/api/logs/ZZZZZZZZZZZZZZZZZZZZZZZZZZ")).isEqualTo("422 invalid_record_id");
    assertThat(problem("/api/logs/0000000000000G00000000ZZZZ")).isEqualTo("404 not_found");
    assertThat(problem("/api/patterns/0000000000000000")).isEqualTo("404 not_found");
    assertThat(server.api().delete(LOGS).problem()).isEqualTo("405 method_not_allowed");
  }

  @Test
  void takesTextsOfDatabasesAsTexts() {
    for (String text :
        List.of(
            "'; DROP TABLE records; --",
            "' OR '1'='1",
            "%' OR TRUE --",
            "\\",
            "\"",
            "${jndi:ldap://x}",
            "%",
            "_",
            "(((((((((((((((((((a*)*)*)*")) {
      String value = Http.parameter(text);
      String quoted = Http.parameter(text.replace("\\", "\\\\").replace("\"", "\\\""));

      assertThat(found("?search=" + value)).isZero();
      assertThat(found("?service=" + value)).isZero();
      assertThat(found("?query=attributes.user+%3D+%22" + quoted + "%22")).isZero();
      assertThat(found("?query=body+contains+%22" + quoted + "%22")).isZero();
      assertThat(problem(LOGS + "?trace_id=" + value)).isEqualTo(INVALID_PARAMETER);
      assertThat(problem(LOGS + "?template_id=" + value)).isEqualTo(INVALID_PARAMETER);
      assertThat(problem(LOGS + "?start_time=" + value)).isEqualTo(INVALID_PARAMETER);
      assertThat(problem(LOGS + "?cursor=" + value)).isEqualTo("422 invalid_cursor");
      assertThat(problem(LOGS + "/facets?field=" + value)).isEqualTo(INVALID_PARAMETER);
      assertThat(problem(LOGS + "/" + value.replace("+", "%20")))
          .isEqualTo("422 invalid_record_id");
    }
  }

  private static long found(String parameters) {
    return server.api().get(LOGS + parameters + "&count=true").number("total");
  }
}
