package dev.winnow.formats.otlp;

import static org.assertj.core.api.Assertions.assertThat;

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

class OtlpJsonEncoderTest {
  private final OtlpJsonDecoder decoder = new OtlpJsonDecoder(DecodeLimits.DEFAULT);

  private static String encode(List<LogRecord> records) {
    StringBuilder line = new StringBuilder();
    OtlpJsonEncoder.append(records, line);
    return line.toString();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void isReadBackAsTheSameRecords(@ForAll("records") List<LogRecord> records) {
    byte[] request = encode(records).getBytes(StandardCharsets.UTF_8);

    assertThat(decoder.decode(request, 0, request.length))
        .isEqualTo(new LogsRequest(records, 0, ""));
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void isOneLine(@ForAll("records") List<LogRecord> records) {
    assertThat(encode(records)).doesNotContain("\n", "\r");
  }

  @Provide
  Arbitrary<List<LogRecord>> records() {
    return OtlpRecords.lists();
  }

  @Test
  void writesWhatARecordHas() {
    LogRecord record =
        LogRecord.builder()
            .timestamp(-1)
            .observedTimestamp(5)
            .severityNumber(SeverityNumber.WARN)
            .severityText("W")
            .body("said")
            .attributes(
                Attributes.builder()
                    .put("n", Long.MAX_VALUE)
                    .put("list", AnyValue.of(List.of(AnyValue.of(true), AnyValue.empty())))
                    .build())
            .traceId("0af7651916cd43dd8448eb211c80319c")
            .spanId("b7ad6b7169203331")
            .traceFlags(1)
            .eventName("e")
            .droppedAttributesCount(2)
            .build();

    assertThat(encode(List.of(record)))
        .isEqualTo(
            """
            {"resourceLogs":[{"resource":{},"scopeLogs":[{"scope":{},"logRecords":[{\
            "timeUnixNano":"18446744073709551615","observedTimeUnixNano":"5",\
            "severityNumber":13,"severityText":"W","body":{"stringValue":"said"},\
            "attributes":[{"key":"n","value":{"intValue":"9223372036854775807"}},\
            {"key":"list","value":{"arrayValue":{"values":[{"boolValue":true},{}]}}}],\
            "droppedAttributesCount":2,"flags":1,\
            "traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331",\
            "eventName":"e"}]}]}]}\
            """);
  }

  @Test
  void sharesResourceAndScopeAmongNeighbours() {
    List<LogRecord> records =
        List.of(record("a", "x"), record("a", "x"), record("a", "y"), record("b", "y"));

    assertThat(encode(records))
        .isEqualTo(
            """
            {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name",\
            "value":{"stringValue":"a"}}]},"scopeLogs":[{"scope":{"name":"x"},"logRecords":[\
            {"timeUnixNano":"1"},{"timeUnixNano":"1"}]},{"scope":{"name":"y"},"logRecords":[\
            {"timeUnixNano":"1"}]}]},{"resource":{"attributes":[{"key":"service.name",\
            "value":{"stringValue":"b"}}]},"scopeLogs":[{"scope":{"name":"y"},"logRecords":[\
            {"timeUnixNano":"1"}]}]}]}\
            """);
  }

  private static LogRecord record(String service, String scope) {
    return LogRecord.builder()
        .timestamp(1)
        .resource(Resource.ofService(service))
        .scope(InstrumentationScope.of(scope))
        .build();
  }

  @Test
  void nothingIsARequestWithoutRecords() {
    assertThat(encode(List.of())).isEqualTo("{\"resourceLogs\":[]}");
  }
}
