package dev.winnow.formats.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BulkDecoderTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String TWO =
      """
      {"create":{"_index":"logs-shop"}}
      {"@timestamp":"2026-11-21T10:00:00.123456789Z","message":"order 1 late","log.level":"warn"}
      {"index":{"_id":"7"}}
      {"@timestamp":1795255200123,"message":"order 2 late"}
      """;

  private final BulkDecoder decoder = new BulkDecoder(100, 1_000);

  private BulkRequest decode(String body) {
    return decoder.decode(body.getBytes(UTF_8), "usual", NOON);
  }

  private LogRecord only(String document) {
    BulkRequest request = decode("{\"create\":{}}\n" + document + "\n");
    assertThat(request.rejected()).isZero();
    assertThat(request.records()).hasSize(1);
    return request.records().getFirst();
  }

  @Test
  void readsDocumentsAndAnswersForEach() {
    BulkRequest request = decode(TWO);

    assertThat(request.records())
        .extracting(LogRecord::timestamp)
        .containsExactly(1_795_255_200_123_456_789L, 1_795_255_200_123_000_000L);
    assertThat(request.records())
        .extracting(record -> record.body().text())
        .containsExactly("order 1 late", "order 2 late");
    assertThat(request.records().getFirst().severityNumber()).isEqualTo(SeverityNumber.WARN);
    assertThat(request.records())
        .extracting(record -> record.attributes().toString())
        .containsExactly(
            "{\"elasticsearch.index\":\"logs-shop\"}",
            "{\"elasticsearch.index\":\"usual\",\"log.record.uid\":\"7\"}");
    assertThat(BulkAnswer.of(request, 3, FilterPath.of("")))
        .isEqualTo(
            "{\"took\":3,\"errors\":false,\"items\":["
                + "{\"create\":{\"_index\":\"logs-shop\",\"status\":201,\"result\":\"created\"}},"
                + "{\"index\":{\"_index\":\"usual\",\"_id\":\"7\",\"status\":201,"
                + "\"result\":\"created\"}}]}");
  }

  @Test
  void namesFieldsAsOpenTelemetryDoes() {
    LogRecord record =
        only(
            """
            {"@timestamp":"2026-11-21T10:00:00Z","message":"m","ecs":{"version":"8.0"},\
            "log":{"level":"error","logger":"shop.Orders","file":{"path":"/var/x"}},\
            "service":{"name":"shop","version":"1.2","environment":"prod"},\
            "host":{"name":"node-1","os":{"type":"linux"}},\
            "trace":{"id":"4bf92f3577b34da6a3ce929d0e0e4736"},"span":{"id":"00f067aa0ba902b7"},\
            "error":{"type":"E","message":"why","stack_trace":"at x"},\
            "process":{"thread":{"name":"main"}},"kubernetes":{"pod":{"name":"shop-7"},\
            "namespace":"default"},"http":{"response":{"status_code":500}},"tags":["a","b"],\
            "empty":{}}\
            """);

    assertThat(record.severityText()).isEqualTo("error");
    assertThat(record.scope().name()).isEqualTo("shop.Orders");
    assertThat(record.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(record.spanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(record.resource().attributes())
        .hasToString(
            "{\"service.name\":\"shop\",\"host.name\":\"node-1\",\"service.version\":\"1.2\","
                + "\"deployment.environment.name\":\"prod\",\"host.os.type\":\"linux\","
                + "\"k8s.pod.name\":\"shop-7\",\"k8s.namespace.name\":\"default\"}");
    assertThat(record.attributes())
        .hasToString(
            "{\"elasticsearch.index\":\"usual\",\"ecs.version\":\"8.0\",\"log.file.path\":"
                + "\"/var/x\",\"exception.type\":\"E\",\"exception.message\":\"why\","
                + "\"exception.stacktrace\":\"at x\",\"thread.name\":\"main\","
                + "\"http.response.status_code\":500,\"tags\":[\"a\",\"b\"],\"empty\":{}}");
  }

  @Test
  void readsTheSameWhetherDotsOrObjectsNameAField() {
    LogRecord nested =
        only(
            "{\"message\":\"m\",\"log\":{\"level\":\"warn\"},\"service\":{\"name\":\"shop\"},"
                + "\"error\":{\"type\":\"E\"},\"http\":{\"request\":{\"method\":\"GET\"}}}");
    LogRecord dotted =
        only(
            "{\"message\":\"m\",\"log.level\":\"warn\",\"service.name\":\"shop\","
                + "\"error.type\":\"E\",\"http.request.method\":\"GET\"}");

    assertThat(nested).isEqualTo(dotted);
  }

  @Test
  void keepsAnIdThatIsNone() {
    assertThat(only("{\"message\":\"m\",\"trace\":{\"id\":\"17\"}}").attributes().value("trace.id"))
        .isEqualTo(AnyValue.of("17"));
  }

  /** Else a few bytes would become names of many. */
  @Test
  void leavesObjectsThatWouldGetLongNames() {
    String name = "n".repeat(250);
    LogRecord record = only("{\"" + name + "\":{\"a\":{\"bcdefgh\":1}}}");

    assertThat(record.attributes().value(name + ".a").text()).isEqualTo("{\"bcdefgh\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"create\":{}}|no JSON|create|document_parsing_exception|the document has an unexpected"
            + " character",
        "{\"create\":{}}|[1]|create|document_parsing_exception|the document is no JSON object",
        "{\"update\":{\"_id\":\"1\"}}|{\"doc\":{}}|update|illegal_argument_exception|records are"
            + " only added, by create or index",
        "{\"delete\":{\"_id\":\"1\"}}||delete|illegal_argument_exception|records are only added, by"
            + " create or index",
        "{\"create\":{}|{\"message\":\"x\"}|index|illegal_argument_exception|Malformed"
            + " action/metadata line, expected one of [create, delete, index, update]",
        "{\"upsert\":{}}|{\"message\":\"x\"}|index|illegal_argument_exception|Malformed"
            + " action/metadata line, expected one of [create, delete, index, update]",
        "{}||index|illegal_argument_exception|Malformed action/metadata line, expected one of"
            + " [create, delete, index, update]",
        "{\"create\":1}|{\"message\":\"x\"}|index|illegal_argument_exception|Malformed"
            + " action/metadata line, expected one of [create, delete, index, update]",
        "{\"create\":{\"_id\":7}}|{\"message\":\"x\"}|index|illegal_argument_exception|Malformed"
            + " action/metadata line, expected one of [create, delete, index, update]",
        "{\"create\":{}} x||index|illegal_argument_exception|Malformed action/metadata line,"
            + " expected one of [create, delete, index, update]",
        "\1\2||index|illegal_argument_exception|Malformed action/metadata line, expected one of"
            + " [create, delete, index, update]"
      })
  void refusesABadLineAndTakesTheOthers(
      String action, String document, String name, String type, String reason) {
    String bad = action + "\n" + (document == null ? "" : document + "\n");
    BulkRequest request = decode(TWO + bad + TWO);

    assertThat(request.records()).hasSize(4);
    assertThat(request.rejected()).isEqualTo(1);
    assertThat(request.items()).hasSize(5);
    BulkItem item = request.items().get(2);
    assertThat(item.action().name()).isEqualTo(name);
    assertThat(item.refusal()).isEqualTo(new BulkItem.Refusal(type, reason));
    assertThat(BulkAnswer.of(request, 0, FilterPath.of("")))
        .contains(
            "\"errors\":true",
            "\"status\":400,\"error\":{\"type\":\"" + type + "\",\"reason\":\"" + reason + "\"}}");
  }

  @Test
  void refusesAnActionAtTheEndWithoutDocument() {
    BulkRequest request = decode(TWO + "{\"create\":{}}\n \n");

    assertThat(request.records()).hasSize(2);
    assertThat(request.items().getLast().refusal().reason())
        .isEqualTo("no document follows the action");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n\n", "\n \t\r\n"})
  void takesAnyLineBreak(String lineBreak) {
    assertThat(decode(TWO.replace("\n", lineBreak))).isEqualTo(decode(TWO));
    assertThat(decode(TWO.strip())).isEqualTo(decode(TWO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\n"})
  void findsNothingInNothing(String body) {
    assertThat(decode(body).items()).isEmpty();
  }

  @Test
  void refusesMoreThanTheLimits() {
    assertThatThrownBy(() -> decode(TWO.repeat(51)))
        .hasMessage("the request has more than 100 log records");
    assertThatThrownBy(() -> decode("x\n".repeat(300)))
        .hasMessage("the request has more than 100 log records");
    assertThatThrownBy(() -> decode("{\"create\":{}}\n{\"a\":[" + "1,".repeat(1_000) + "1]}"))
        .hasMessage("the request has more than 1000 values");
  }

  /** One bad line costs its own action, wherever it stands. */
  @Property(tries = 300)
  void losesNoMoreThanOneActionToABadLine(@ForAll @IntRange(max = 7) int place) {
    String[] lines = (TWO + TWO).split("\n", -1);
    lines[place] = lines[place].substring(0, lines[place].length() / 2);
    BulkRequest request = decode(String.join("\n", lines));

    assertThat(request.records()).hasSize(3);
    assertThat(request.rejected()).isEqualTo(1);
  }
}
