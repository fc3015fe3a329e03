package dev.winnow.formats.loki;

import static dev.winnow.formats.loki.LokiMessages.entry;
import static dev.winnow.formats.loki.LokiMessages.push;
import static dev.winnow.formats.loki.LokiMessages.stream;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.winnow.formats.protobuf.ProtobufWriter;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LokiDecoderTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final long SECONDS = 1_795_255_200;
  private static final long NANOS = 1_795_255_200_123_456_789L;
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final LokiProtobufDecoder protobuf = new LokiProtobufDecoder(100, 1_000);
  private final LokiJsonDecoder json = new LokiJsonDecoder(100, 1_000);

  private LokiPush decode(String body) {
    return json.decode(body.getBytes(UTF_8), NOON);
  }

  private LokiPush decode(byte[] body) {
    return protobuf.decode(body, NOON);
  }

  private LogRecord only(String labels, String line, String... metadata) {
    LokiPush push = decode(push(stream(labels, entry(SECONDS, 123_456_789, line, metadata))));
    assertThat(push.objection()).isEmpty();
    assertThat(push.records()).hasSize(1);
    return push.records().getFirst();
  }

  @Test
  void readsTheSameInBothForms() {
    byte[] message =
        push(
            stream(
                "{app=\"shop\",env=\"prod\",level=\"warn\",team=\"pay\"}",
                entry(
                    SECONDS, 123_456_789, "order 1 late", "trace_id", TRACE, "http_status", "200"),
                entry(SECONDS - 1, 0, "out of order\n")),
            stream("{job=\"cron\"}", entry(SECONDS, 1, "ü")));
    String text =
        """
        {"streams":[{"values":[["1795255200123456789","order 1 late",{"trace_id":"%s",
        "http_status":"200"}],["1795255199000000000","out of order\\n"]],
        "stream":{"app":"shop","env":"prod","level":"warn","team":"pay"}},
        {"stream":{"job":"cron"},"values":[["1795255200000000001","\\u00fc",{},"more"]],"x":[1]}],
        "format":2}
        """
            .formatted(TRACE);

    assertThat(decode(message)).isEqualTo(decode(text));
    assertThat(decode(message).records())
        .extracting(record -> record.body().text())
        .containsExactly("order 1 late", "out of order\n", "ü");
  }

  /** Each entry with metadata, or of JSON, is a record with labels of its own. */
  @Test
  void countsLabelsOfAStreamForEachEntryThatRepeatsThem() {
    String labels =
        IntStream.range(0, 100)
            .mapToObj(i -> "\"l%d\":\"v\"".formatted(i))
            .collect(Collectors.joining(","));
    String entries = "[\"1\",\"x\",{\"a\":\"b\"}],".repeat(9);
    String plain = "[\"1\",\"x\"],".repeat(90);

    assertThat(decode(pushOf(labels, plain)).records()).hasSize(90);
    assertThatThrownBy(() -> decode(pushOf(labels, entries)))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE));
  }

  private static String pushOf(String labels, String entries) {
    String values = entries.substring(0, entries.length() - 1);
    return "{\"streams\":[{\"stream\":{%s},\"values\":[%s]}]}".formatted(labels, values);
  }

  @Test
  void putsLabelsWhereOpenTelemetryHasThem() {
    LogRecord record =
        only(
            "{service_name=\"shop\",job=\"default/shop\",namespace=\"default\",pod=\"shop-7\","
                + "container=\"main\",filename=\"/var/log/x\",host=\"node-1\",env=\"prod\","
                + "team=\"pay\"}",
            "order 1 late",
            "level",
            "WARN",
            "trace_id",
            "4BF92F3577B34DA6A3CE929D0E0E4736",
            "span_id",
            "00f067aa0ba902b7",
            "thread",
            "main",
            "logger",
            "shop.Orders",
            "service_version",
            "1.2",
            "user",
            "7");

    assertThat(record.timestamp()).isEqualTo(NANOS);
    assertThat(record.severityText()).isEqualTo("WARN");
    assertThat(record.traceId()).isEqualTo(TRACE);
    assertThat(record.spanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(record.scope().name()).isEqualTo("shop.Orders");
    assertThat(record.resource().attributes())
        .hasToString(
            "{\"service.name\":\"shop\",\"k8s.namespace.name\":\"default\",\"k8s.pod.name\":"
                + "\"shop-7\",\"k8s.container.name\":\"main\",\"host.name\":\"node-1\","
                + "\"deployment.environment.name\":\"prod\",\"service.version\":\"1.2\"}");
    assertThat(record.attributes())
        .hasToString(
            "{\"job\":\"default/shop\",\"log.file.path\":\"/var/log/x\",\"team\":\"pay\","
                + "\"thread.name\":\"main\",\"user\":\"7\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "'{job=\"j\",app=\"a\",service=\"s\",service_name=\"n\"}', n",
    "'{job=\"j\",app=\"a\",service=\"s\",service_name=\"\"}', s",
    "'{job=\"j\",app=\"a\"}', a",
    "'{job=\"j\"}', j",
    "'{x=\"j\"}', ''"
  })
  void callsTheServiceByTheBestOfItsNames(String labels, String service) {
    assertThat(only(labels, "x").serviceName()).isEqualTo(service);
  }

  @Test
  void keepsWhatIsNoIdAsAnAttribute() {
    LogRecord record = only("{}", "x", "trace_id", "17", "span_id", "0000000000000000");

    assertThat(record.traceId()).isEmpty();
    assertThat(record.attributes())
        .hasToString("{\"trace_id\":\"17\",\"span_id\":\"0000000000000000\"}");
  }

  @Test
  void findsTheMessageInALineOfJsonAndKeepsTheLine() {
    String line = "{\"level\":50,\"msg\":\"order 1 failed\",\"user\":{\"id\":7},\"app\":\"inner\"}";
    LogRecord record = only("{app=\"shop\",level=\"error\"}", line, "attempt", "2");

    assertThat(record.body()).isEqualTo(AnyValue.of("order 1 failed"));
    assertThat(record.severityText()).isEqualTo("error");
    assertThat(record.serviceName()).isEqualTo("shop");
    assertThat(record.timestamp()).isEqualTo(NANOS);
    assertThat(record.attributes().value("log.record.original")).isEqualTo(AnyValue.of(line));
    assertThat(record.attributes().at("user.id")).isEqualTo(AnyValue.of(7));
    assertThat(record.attributes().value("attempt")).isEqualTo(AnyValue.of("2"));
  }

  @Test
  void takesTheSeverityOfALineOfJsonWhereNoLabelHasOne() {
    LogRecord record = only("{app=\"shop\"}", "{\"severity\":\"WARN\",\"message\":\"low\"}");

    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.WARN);
    assertThat(record.body()).isEqualTo(AnyValue.of("low"));
  }

  @Test
  void keepsAnObjectWithoutMessageAsALine() {
    LogRecord record = only("{app=\"shop\"}", "{\"order\":7}");

    assertThat(record.body()).isEqualTo(AnyValue.of("{\"order\":7}"));
    assertThat(record.attributes()).hasToString("{\"order\":7}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}}", "{\"a\":", "[1]", "{ no json }", "{\"msg\":\"x\"} y"})
  void keepsAnyOtherLineAsItIs(String line) {
    LogRecord record = only("{app=\"shop\"}", line);

    assertThat(record.body()).isEqualTo(AnyValue.of(line));
    assertThat(record.attributes().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0",
    "0, 0, 0",
    "0, -5, 0",
    "1, 2000000000, 1999999999",
    "9223372036, 0, 9223372036854775807",
    "9223372036854775807, 0, 9223372036854775807",
    "4102444800, 7, 4102444800000000007"
  })
  void takesAnyTime(long seconds, int nanos, long timestamp) {
    LokiPush push = decode(push(stream("{}", entry(seconds, nanos, "x"))));

    assertThat(push.records().getFirst().timestamp()).isEqualTo(timestamp);
  }

  @Test
  void readsLabelsBehindTheirEntries() {
    byte[] behind =
        push(new ProtobufWriter().message(2, entry(1, 0, "x")).text(1, "{app=\"shop\"}"));

    assertThat(decode(behind).records().getFirst().serviceName()).isEqualTo("shop");
  }

  @Test
  void refusesAStreamWithoutLabelsAndTakesTheOthers() {
    LokiPush push =
        decode(
            push(
                stream("{app=shop}", entry(1, 0, "a"), entry(1, 0, "b")),
                stream("{app=\"shop\"}", entry(1, 0, "c")),
                stream("{", entry(1, 0, "d"))));

    assertThat(push.records()).extracting(record -> record.body().text()).containsExactly("c");
    assertThat(push.rejected()).isEqualTo(3);
    assertThat(push.objection())
        .isEqualTo("error parsing labels {app=shop} with error: 1:6: parse error: expected '\"'");
  }

  @Test
  void readsTheFormOfTheFirstVersions() {
    LokiPush push =
        decode(
            """
            {"streams":[{"labels":"{app=\\"shop\\"}","entries":[
            {"ts":"2026-11-21T11:00:00.123456789+01:00","line":"a","x":1},{"line":"b"}]}]}
            """);

    assertThat(push.records())
        .extracting(LogRecord::timestamp, record -> record.body().text(), LogRecord::serviceName)
        .containsExactly(tuple(NANOS, "a", "shop"), tuple(0L, "b", "shop"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"streams\":{}}",
        "{\"streams\":[1]}",
        "{\"streams\":[{\"stream\":{\"a\":1}}]}",
        "{\"streams\":[{\"values\":[[1795255200000000000,\"a number\"]]}]}",
        "{\"streams\":[{\"values\":[[\"1.5\",\"x\"]]}]}",
        "{\"streams\":[{\"values\":[[\"99999999999999999999\",\"x\"]]}]}",
        "{\"streams\":[{\"values\":[[]]}]}",
        "{\"streams\":[{\"values\":[[\"1\"]]}]}",
        "{\"streams\":[{\"values\":[[\"1\",\"x\",{\"a\":{}}]]}]}",
        "{\"streams\":[{\"entries\":[{\"ts\":\"yesterday\"}]}]}",
        "{\"streams\":[{\"entries\":[{\"ts\":\"+999999999-01-01T00:00:00Z\"}]}]}",
        "{\"streams\":[]} x",
        "{\"streams\":[{\"values\":[[\"1\",\"x\"]"
      })
  void refusesWhatIsNoPushInJson(String body) {
    assertThatThrownBy(() -> decode(body))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST))
        .hasMessageStartingWith("the JSON ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"streams\":[]}", "{\"streams\":null}", "{\"streams\":[{}]}"})
  void takesAnEmptyPush(String body) {
    assertThat(decode(body)).isEqualTo(new LokiPush(List.of(), 0, ""));
    assertThat(decode(new byte[0])).isEqualTo(new LokiPush(List.of(), 0, ""));
  }

  @Test
  void refusesMoreThanTheLimits() {
    ProtobufWriter[] entries = new ProtobufWriter[101];
    Arrays.fill(entries, entry(1, 0, "x"));
    String[] metadata = new String[2_002];
    Arrays.fill(metadata, "y");

    assertThatThrownBy(() -> decode(push(stream("{}", entries))))
        .hasMessage("the request has more than 100 log records");
    assertThatThrownBy(() -> decode(push(stream("{}", entry(1, 0, "x", metadata)))))
        .hasMessage("the request has more than 1000 values");
  }
}
