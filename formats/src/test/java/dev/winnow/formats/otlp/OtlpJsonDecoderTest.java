package dev.winnow.formats.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpJsonDecoderTest {
  /** The example of the protocol's repository, and what it leaves out. */
  private static final String FULL =
      """
      {"resourceLogs": [{
        "resource": {"attributes": [
          {"key": "service.name", "value": {"stringValue": "my.service"}}]},
        "scopeLogs": [{
          "scope": {"name": "my.library", "version": "1.0.0", "attributes": [
            {"key": "my.scope.attribute", "value": {"stringValue": "some scope attribute"}}]},
          "logRecords": [{
            "timeUnixNano": "1544712660300000000",
            "observedTimeUnixNano": 1544712660300000001,
            "severityNumber": 10,
            "severityText": "Information",
            "traceId": "5B8EFFF798038103D269B633813FC60C",
            "spanId": "EEE19B7EC3C1B174",
            "flags": 257,
            "eventName": "device.app.lifecycle",
            "droppedAttributesCount": 2,
            "body": {"stringValue": "Example \\u006cog record"},
            "attributes": [
              {"key": "string.attribute", "value": {"stringValue": "some string"}},
              {"key": "boolean.attribute", "value": {"boolValue": true}},
              {"key": "int.attribute", "value": {"intValue": "10"}},
              {"key": "int.number", "value": {"intValue": -10}},
              {"key": "double.attribute", "value": {"doubleValue": 637.704}},
              {"key": "double.string", "value": {"doubleValue": "-Infinity"}},
              {"key": "bytes", "value": {"bytesValue": "-_8"}},
              {"key": "array.attribute", "value": {"arrayValue": {"values": [
                {"stringValue": "many"}, {"stringValue": "values"}]}}},
              {"key": "map.attribute", "value": {"kvlistValue": {"values": [
                {"key": "some.map.key", "value": {"stringValue": "some value"}}]}}},
              {"key": "nothing", "value": {}},
              {"key": "null", "value": null}]
          }]}]}]}
      """;

  private static final LogRecord RECORD =
      LogRecord.builder()
          .timestamp(1_544_712_660_300_000_000L)
          .observedTimestamp(1_544_712_660_300_000_001L)
          .severityNumber(SeverityNumber.INFO2)
          .severityText("Information")
          .traceId("5b8efff798038103d269b633813fc60c")
          .spanId("eee19b7ec3c1b174")
          .traceFlags(1)
          .eventName("device.app.lifecycle")
          .droppedAttributesCount(2)
          .body("Example log record")
          .resource(Resource.ofService("my.service"))
          .scope(
              new InstrumentationScope(
                  "my.library",
                  "1.0.0",
                  Attributes.of("my.scope.attribute", AnyValue.of("some scope attribute"))))
          .attributes(
              Attributes.builder()
                  .put("string.attribute", "some string")
                  .put("boolean.attribute", true)
                  .put("int.attribute", 10)
                  .put("int.number", -10)
                  .put("double.attribute", 637.704)
                  .put("double.string", Double.NEGATIVE_INFINITY)
                  .put("bytes", new AnyValue.BytesValue(new byte[] {-5, -1}))
                  .put(
                      "array.attribute",
                      AnyValue.of(List.of(AnyValue.of("many"), AnyValue.of("values"))))
                  .put(
                      "map.attribute",
                      AnyValue.of(Attributes.of("some.map.key", AnyValue.of("some value"))))
                  .put("nothing", AnyValue.empty())
                  .put("null", AnyValue.empty())
                  .build())
          .build();

  private final OtlpJsonDecoder decoder = new OtlpJsonDecoder(DecodeLimits.DEFAULT);

  private LogsRequest decode(byte[] request) {
    return decoder.decode(request, 0, request.length);
  }

  private LogsRequest decode(String request) {
    return decode(request.getBytes(StandardCharsets.UTF_8));
  }

  private LogRecord only(String members) {
    LogsRequest decoded = decode(wrap(members));
    assertThat(decoded.rejectedLogRecords()).isZero();
    assertThat(decoded.records()).hasSize(1);
    return decoded.records().getFirst();
  }

  private static String wrap(String members) {
    return "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{" + members + "}]}]}]}";
  }

  @Test
  void readsEveryField() {
    assertThat(decode(FULL)).isEqualTo(new LogsRequest(List.of(RECORD), 0, ""));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void readsTheSameAsInProtobuf(@ForAll("records") List<LogRecord> records) {
    byte[] protobuf = OtlpMessages.protobuf(records);
    assertThat(decode(OtlpJsonTexts.request(records)))
        .isEqualTo(new LogsRequest(records, 0, ""))
        .isEqualTo(
            new OtlpProtobufDecoder(DecodeLimits.DEFAULT).decode(protobuf, 0, protobuf.length));
  }

  @Provide
  Arbitrary<List<LogRecord>> records() {
    return OtlpRecords.lists();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void refusesOrReadsWhateverBytesThereAre(
      @ForAll("records") List<LogRecord> records, @ForAll("mutations") List<Mutation> mutations) {
    byte[] request = OtlpJsonTexts.request(records);
    for (Mutation mutation : mutations) {
      request = mutation.apply(request);
    }
    try {
      assertThat(decode(request).rejectedLogRecords()).isZero();
    } catch (WinnowException refused) {
      assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
      assertThat(refused).hasMessageMatching("the JSON .*, byte \\d+");
    }
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.arbitrary().list().ofMinSize(1).ofMaxSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "{\"resourceLogs\":[]}",
        "{\"resourceLogs\":null}",
        "{\"resourceLogs\":[{},null,{\"resource\":null,\"scopeLogs\":null}]}"
      })
  void takesAnEmptyRequestForOneWithoutRecords(String request) {
    assertThat(decode(request)).isEqualTo(new LogsRequest(List.of(), 0, ""));
  }

  @Test
  void findsADescriptionBehindWhatItDescribes() {
    String request =
        """
        {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{"stringValue":"x"}}],
        "scope":{"name":"lib"}}],
        "resource":{"attributes":[{"value":{"stringValue":"s"},"key":"service.name"}]}}]}
        """;
    assertThat(decode(request).records())
        .containsExactly(
            LogRecord.builder()
                .body("x")
                .resource(Resource.ofService("s"))
                .scope(InstrumentationScope.of("lib"))
                .build());
  }

  @Test
  void passesOverUnknownMembers() {
    assertThat(only("\"future\":{\"a\":[1,{}]},\"body\":{\"new\":[1],\"stringValue\":\"x\"}"))
        .isEqualTo(LogRecord.builder().body("x").build());
  }

  @Test
  void tellsASenderThatSpellsNamesInAnotherWay() {
    LogsRequest decoded = decode("{\"resource_logs\":[{\"scope_logs\":[]}]}");
    assertThat(decoded)
        .isEqualTo(
            new LogsRequest(
                List.of(),
                0,
                "member 'resource_logs' was not read: names of OTLP/JSON are in lowerCamelCase"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9223372036854775807 | 9223372036854775807",
        "\"-9223372036854775808\" | -9223372036854775808",
        "1.5e9 | 1500000000",
        "9223372036854775808 | \"9223372036854775808\"",
        "\"18446744073709551615\" | \"18446744073709551615\"",
        "-1e30 | \"-1e30\"",
        "\"Infinity\" | \"Infinity\""
      })
  void keepsAnIntegerThat64BitsCannotHoldAsText(String json, String value) {
    LogRecord record =
        only("\"attributes\":[{\"key\":\"a\",\"value\":{\"intValue\":" + json + "}}]");
    assertThat(record.attributes()).hasToString("{\"a\":" + value + "}");
  }

  @Test
  void letsTheLastOfTwoValuesForAKeyCount() {
    LogRecord record =
        only(
            """
            "attributes":[{"key":"a","value":{"intValue":1}},{"key":"b"},
            {"key":"a","value":{"stringValue":"x"}}]
            """);
    assertThat(record.attributes()).hasToString("{\"a\":\"x\",\"b\":null}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"18446744073709551615\" | -1",
        "18446744073709551615 | -1",
        "18446744073709551616 | 9223372036854775807",
        "\"99999999999999999999\" | 9223372036854775807",
        "1e19 | 9223372036854775807",
        "1e400 | 9223372036854775807",
        "-1e30 | -9223372036854775808",
        "1.5e9 | 1500000000",
        "\"1.5e9\" | 1500000000",
        "\"-5\" | -5",
        "null | 0"
      })
  void readsANumberInEverySpelling(String json, long expected) {
    assertThat(only("\"timeUnixNano\":" + json).timestamp()).isEqualTo(expected);
  }

  @Test
  void leavesOutIdsThatAreNone() {
    LogRecord record = only("\"traceId\":\"AAAAAAAAAAAAAAAAAAAAAA==\",\"spanId\":\"00\"");
    assertThat(record.traceId()).isEmpty();
    assertThat(record.spanId()).isEmpty();
  }

  @Test
  void keepsASeverityOffTheScaleAsText() {
    assertThat(only("\"severityNumber\":77").severityText()).isEqualTo("77");
    assertThat(only("\"severityNumber\":99999999999").severityNumber())
        .isEqualTo(SeverityNumber.UNSPECIFIED);
  }

  @Test
  void rejectsOnlyTheRecordsWithAValueThatNestsTooDeep() {
    AnyValue deepest = AnyValue.of(List.of());
    for (int i = 1; i < AnyValue.MAX_DEPTH; i++) {
      deepest = AnyValue.of(List.of(deepest));
    }
    LogRecord kept = LogRecord.builder().body(deepest).build();
    String request = new String(OtlpJsonTexts.request(List.of(kept)), StandardCharsets.UTF_8);
    String deeper =
        request.replace(
            "\"values\":[]", "\"values\":[{\"arrayValue\":{}},{\"kvlistValue\":{\"values\":[]}}]");
    assertThat(decode(request).records()).containsExactly(kept);
    assertThat(decode(deeper))
        .isEqualTo(new LogsRequest(List.of(), 1, "log record 0: a value nests more than 64 deep"));
  }

  /** As in protobuf: one record among others, and members that nobody reads, cost nobody else. */
  @ParameterizedTest
  @ValueSource(ints = {65, 100, 1_000_000})
  void keepsTheRecordsBesideOneThatNestsDeeperStill(int depth) {
    String deep = "{\"arrayValue\":{\"values\":[".repeat(depth) + "]}}".repeat(depth);
    LogsRequest decoded =
        decode(
            wrap(
                "\"body\":{\"stringValue\":\"a\"}},{\"attributes\":[{\"key\":\"k\",\"value\":"
                    + deep
                    + "}]},{\"x\":"
                    + "[".repeat(depth)
                    + "]".repeat(depth)
                    + ",\"body\":{\"stringValue\":\"b\"}"));

    assertThat(decoded)
        .isEqualTo(
            new LogsRequest(
                List.of(
                    LogRecord.builder().body("a").build(), LogRecord.builder().body("b").build()),
                1,
                "log record 1: a value nests more than 64 deep"));
  }

  @Test
  void refusesJsonThatNestsWithoutEnd() {
    assertThatThrownBy(() -> decode(wrap("\"x\":" + "[".repeat(100_000))))
        .isInstanceOf(WinnowException.class)
        .hasMessageStartingWith("the JSON has an unexpected character, byte 100");
  }

  @Test
  void refusesARequestWithAMillionRecords() {
    assertThatThrownBy(() -> decode(wrap("},{".repeat(1_000_000))))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE))
        .hasMessage("the request has more than 100000 log records");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | has no object where one belongs, byte 0",
        "{\"resourceLogs\":{}} | has no list where one belongs, byte 16",
        "{\"resourceLogs\":[1]} | has no object where one belongs, byte 17",
        "{} {} | has content after its value, byte 3",
        "{\"resourceLogs\":[ | ends too early, byte 17",
        "{'a':1} | has an unexpected character, byte 1",
        "{\"x\":[\"\\q\"]} | has an unknown escape, byte 7"
      })
  void saysWhatIsWrongAndWhere(String request, String message) {
    assertThatThrownBy(() -> decode(request))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST))
        .hasMessage("the JSON " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"timeUnixNano\":true | number",
        "\"timeUnixNano\":\"soon\" | number",
        "\"timeUnixNano\":1.5 | number",
        "\"timeUnixNano\":\"NaN\" | number",
        "\"severityNumber\":\"SEVERITY_NUMBER_INFO\" | number",
        "\"severityText\":7 | string",
        "\"body\":\"text\" | object",
        "\"body\":{\"boolValue\":1} | truth value",
        "\"body\":{\"doubleValue\":\"1 2\"} | number",
        "\"attributes\":{} | list"
      })
  void refusesAValueOfAnotherType(String members, String expected) {
    assertThatThrownBy(() -> decode(wrap(members)))
        .hasMessageStartingWith("the JSON has no " + expected + " where one belongs, byte ");
  }

  @Test
  void refusesBytesThatAreNoBase64() {
    assertThatThrownBy(() -> decode(wrap("\"body\":{\"bytesValue\":\"???\"}")))
        .hasMessage("the JSON has no base64 where it belongs, byte 69");
  }
}
