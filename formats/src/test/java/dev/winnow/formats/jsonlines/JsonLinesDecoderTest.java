package dev.winnow.formats.jsonlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.formats.jsonlines.JsonLines.Malformed;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesDecoderTest {
  private static final String SEED =
      """
      {"log_id":"l-1","timestamp":"2026-11-21T10:00:00Z","service":"payment-service",\
      "environment":"production","level":"ERROR","message":"payment refused","host":"node-1",\
      "pod_name":"payment-7d","container_id":"4f1a","logger_name":"shop.Payment",\
      "trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"00f067aa0ba902b7",\
      "parent_span_id":"00f067aa0ba902b8","thread_name":"main","user_id":"u-7",\
      "request_id":"req-1","correlation_id":"c-1","stack_trace":"at a.B","labels":\
      {"region":"eu","version":"1.2"},"metadata":{"http_method":"GET","duration":12},\
      "source_type":"app","source_file":"Pay.java","source_line":17}
      """;

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final JsonLinesDecoder decoder = new JsonLinesDecoder(1_000, 100_000);

  private JsonLines decode(String body) {
    return decoder.decode(body.getBytes(StandardCharsets.UTF_8), NOON);
  }

  private LogRecord only(String body) {
    JsonLines decoded = decode(body);
    assertThat(decoded.malformed()).isZero();
    assertThat(decoded.records()).hasSize(1);
    return decoded.records().getFirst();
  }

  /** Going through all of them for each of them would take days. */
  @Test
  void passesOverBlankLinesOnce() {
    JsonLines decoded = decode("{\"message\":\"a\"}\n" + "\r\n".repeat(4 << 20) + "x");

    assertThat(decoded.records()).hasSize(1);
    assertThat(decoded.examples())
        .extracting(JsonLines.Malformed::position)
        .containsExactly((4L << 20) + 2);
  }

  @Test
  void hasAPlaceForEveryFieldOfTheSeed() {
    LogRecord record = only(SEED);
    assertThat(record.timestamp()).isEqualTo(1_795_255_200_000_000_000L);
    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.ERROR);
    assertThat(record.severityText()).isEqualTo("ERROR");
    assertThat(record.body()).isEqualTo(AnyValue.of("payment refused"));
    assertThat(record.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(record.spanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(record.scope().name()).isEqualTo("shop.Payment");
    assertThat(record.resource().attributes())
        .hasToString(
            "{\"service.name\":\"payment-service\",\"host.name\":\"node-1\","
                + "\"deployment.environment.name\":\"production\",\"k8s.pod.name\":\"payment-7d\","
                + "\"container.id\":\"4f1a\"}");
    assertThat(record.attributes())
        .hasToString(
            "{\"log.record.uid\":\"l-1\",\"parent_span_id\":\"00f067aa0ba902b8\","
                + "\"thread.name\":\"main\",\"user.id\":\"u-7\",\"http.request.id\":\"req-1\","
                + "\"correlation_id\":\"c-1\",\"exception.stacktrace\":\"at a.B\","
                + "\"source_type\":\"app\",\"code.file.path\":\"Pay.java\","
                + "\"code.line.number\":17,\"region\":\"eu\",\"version\":\"1.2\","
                + "\"http_method\":\"GET\",\"duration\":12}");
  }

  @Test
  void namesWhatModelsAreAskedAsOpenTelemetryDoes() {
    LogRecord record =
        only(
            """
            {"message":"asked","conversation_id":"c","workspace_id":"w","model":"llama",\
            "request_type":"chat","tokens_used":30,"tokens_prompt":10,"tokens_completion":20,\
            "session_id":"s"}
            """);
    assertThat(record.attributes())
        .hasToString(
            "{\"gen_ai.conversation.id\":\"c\",\"workspace.id\":\"w\","
                + "\"gen_ai.request.model\":\"llama\",\"gen_ai.operation.name\":\"chat\","
                + "\"gen_ai.usage.total_tokens\":30,\"gen_ai.usage.input_tokens\":10,"
                + "\"gen_ai.usage.output_tokens\":20,\"session.id\":\"s\"}");
  }

  @Test
  void readsTheNamesOfOpenTelemetry() {
    LogRecord record =
        only(
            """
            {"timestamp":1795255200123456789,"observed_timestamp":1795255200123456790,
             "severity_number":13,"severity_text":"Warning","body":"low",
             "trace_id":"4BF92F3577B34DA6A3CE929D0E0E4736","span_id":"00f067aa0ba902b7",
             "trace_flags":1,"event_name":"disk.low","scope":{"name":"disk","version":"2"},
             "resource":{"service.name":"db","k8s.pod.name":"db-0"},
             "attributes":{"free":7,"path":"/x"}}
            """);
    assertThat(record.timestamp()).isEqualTo(1_795_255_200_123_456_789L);
    assertThat(record.observedTimestamp()).isEqualTo(1_795_255_200_123_456_790L);
    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.WARN);
    assertThat(record.severityText()).isEqualTo("Warning");
    assertThat(record.body()).isEqualTo(AnyValue.of("low"));
    assertThat(record.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(record.traceFlags()).isEqualTo(1);
    assertThat(record.eventName()).isEqualTo("disk.low");
    assertThat(record.scope().name()).isEqualTo("disk");
    assertThat(record.scope().version()).isEqualTo("2");
    assertThat(record.resource().attributes())
        .hasToString("{\"service.name\":\"db\",\"k8s.pod.name\":\"db-0\"}");
    assertThat(record.attributes().value("free")).isEqualTo(AnyValue.of(7L));
  }

  /** From 1970 to 2262; what is beyond stays under the name that it came with. */
  @ParameterizedTest
  @CsvSource({
    "2400-01-01T00:00:00Z, 0, '{\"time\":\"2400-01-01T00:00:00Z\"}'",
    "2262-04-11T23:47:15Z, 9223372035000000000, {}",
    "1970-01-01T00:00:01Z, 1000000000, {}",
    "1969-12-31T23:59:59Z, 0, '{\"time\":\"1969-12-31T23:59:59Z\"}'",
    "1600-01-01T00:00:00Z, 0, '{\"time\":\"1600-01-01T00:00:00Z\"}'"
  })
  void keepsTimesThatARecordCannotHold(String time, long timestamp, String attributes) {
    LogRecord record = only("{\"time\":\"" + time + "\",\"msg\":\"a\"}");

    assertThat(record.timestamp()).isEqualTo(timestamp);
    assertThat(record.attributes()).hasToString(attributes);
  }

  /** Whether on lines or in a list, an object that nests too deep costs no other. */
  @ParameterizedTest
  @ValueSource(strings = {"%s\n%s\n%s", "[%s,%s,%s]"})
  void keepsTheObjectsBesideOneThatNestsTooDeep(String form) {
    String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    JsonLines decoded = decode(form.formatted("{\"msg\":\"a\"}", deep, "{\"msg\":\"b\"}"));

    assertThat(decoded.records())
        .extracting(record -> record.body().text())
        .containsExactly("a", "b");
    assertThat(decoded.examples()).containsExactly(new JsonLines.Malformed(2, "nests too deep"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_msg", "message", "msg", "log", "body"})
  void findsTheMessage(String name) {
    assertThat(only("{\"" + name + "\":\"hello\",\"n\":1}").body()).isEqualTo(AnyValue.of("hello"));
  }

  @ParameterizedTest
  @CsvSource({
    "_time, '\"2026-11-21T10:00:00Z\"'",
    "@timestamp, '\"2026-11-21T10:00:00Z\"'",
    "ts, 1795255200",
    "time, 1795255200000",
    "timestamp, 1795255200000000",
    "timestamp, '\"1795255200000000000\"'"
  })
  void findsTheTimeInEveryUnit(String name, String value) {
    assertThat(only("{\"" + name + "\":" + value + ",\"msg\":\"m\"}").timestamp())
        .isEqualTo(1_795_255_200_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"level", "severity", "lvl"})
  void findsTheSeverity(String name) {
    LogRecord record = only("{\"" + name + "\":\"warning\",\"msg\":\"m\"}");
    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.WARN);
    assertThat(record.severityText()).isEqualTo("warning");
  }

  @Test
  void keepsTheLinesAroundABrokenOne() {
    JsonLines decoded =
        decode(
            "{\"msg\":\"a\"}\r\n\n{\"msg\":\n7\n\"x\"\n[]\n  {\"msg\":\"b\"}  \n{\"msg\":\"c\"}");
    assertThat(decoded.records().stream().map(LogRecord::body).map(AnyValue::text))
        .containsExactly("a", "b", "c");
    assertThat(decoded.malformed()).isEqualTo(4);
    assertThat(decoded.examples())
        .containsExactly(
            new Malformed(3, "ends too early"),
            new Malformed(4, "is no JSON object"),
            new Malformed(5, "is no JSON object"),
            new Malformed(6, "is no JSON object"));
  }

  @Test
  void readsAList() {
    JsonLines decoded = decode(" [{\"msg\":\"a\"},\n 1, {\"msg\":\"b\",\"l\":[{}]}] ");
    assertThat(decoded.records().stream().map(LogRecord::body).map(AnyValue::text))
        .containsExactly("a", "b");
    assertThat(decoded.examples()).containsExactly(new Malformed(2, "is no JSON object"));
  }

  @Test
  void keepsTheElementsBeforeABrokenOne() {
    JsonLines decoded = decode("[{\"msg\":\"a\"},{\"msg\":\"b\"},{\"msg\"");
    assertThat(decoded.records()).hasSize(2);
    assertThat(decoded.malformed()).isEqualTo(1);
    assertThat(decoded.examples().getFirst().reason()).isEqualTo("ends too early");
  }

  @Test
  void readsOneObjectOverSeveralLines() {
    assertThat(only("{\n  \"msg\": \"a\",\n  \"level\": \"info\"\n}\n").body())
        .isEqualTo(AnyValue.of("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\r\n", "[]", "[ ]\n"})
  void findsNothingInAnEmptyBody(String body) {
    assertThat(decode(body)).isEqualTo(new JsonLines(List.of(), 0, List.of()));
  }

  @Test
  void describesTheFirstMalformedLinesOnly() {
    JsonLines decoded = decode("x\n".repeat(50));
    assertThat(decoded.malformed()).isEqualTo(50);
    assertThat(decoded.examples()).hasSize(JsonLines.MAX_EXAMPLES);
  }

  @Test
  void keepsBothOfTwoValuesForOneName() {
    LogRecord record = only("{\"msg\":\"m\",\"region\":\"eu\",\"labels\":{\"region\":\"us\"}}");
    assertThat(record.attributes()).hasToString("{\"region\":\"eu\",\"labels.region\":\"us\"}");
  }

  @Test
  void refusesMoreThanTheLimits() {
    assertThatThrownBy(() -> decode("{}\n".repeat(1_001)))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE))
        .hasMessage("the request has more than 1000 log records");
    assertThatThrownBy(() -> decode("{\"a\":[" + "1,".repeat(100_000) + "1]}"))
        .hasMessage("the request has more than 100000 values");
  }

  @Property
  void readsOrCountsWhateverBytesThereAre(@ForAll byte[] body) {
    JsonLines decoded = decoder.decode(body, NOON);
    assertThat(decoded.examples().size())
        .isEqualTo((int) Math.min(decoded.malformed(), JsonLines.MAX_EXAMPLES));
  }

  @Property
  void readsOrCountsADamagedLine(
      @ForAll @IntRange(max = 800) int place, @ForAll byte value, @ForAll boolean isList) {
    String text = isList ? "[" + SEED + "," + SEED + "]" : SEED + SEED;
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    body[place % body.length] = value;
    JsonLines decoded = decoder.decode(body, NOON);
    assertThat(decoded.records().size() + decoded.malformed()).isPositive();
  }

  @Test
  void readsTimesWithoutAYearByTheTimeOfEachBody() {
    String body = "{\"time\":\"Nov 21 11:00:00\",\"msg\":\"a\"}";
    assertThat(only(body).timestamp()).isEqualTo(nanos("2026-11-21T11:00:00Z"));

    JsonLines later =
        decoder.decode(body.getBytes(StandardCharsets.UTF_8), NOON.plus(Duration.ofDays(365)));

    assertThat(later.records().getFirst().timestamp()).isEqualTo(nanos("2027-11-21T11:00:00Z"));
  }

  private static long nanos(String time) {
    return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
  }
}
