package dev.winnow.formats.jsonlines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class JsonLineTest {
  private static final LogRecord RECORD =
      LogRecord.builder()
          .timestamp(1_795_000_000_123_456_789L)
          .severityNumber(SeverityNumber.WARN)
          .severityText("warning")
          .body(AnyValue.of("disk \"/var\"\nfull"))
          .traceId("0af7651916cd43dd8448eb211c80319c")
          .spanId("b7ad6b7169203331")
          .scope(InstrumentationScope.of("dev.shop.Orders"))
          .eventName("disk.full")
          .resource(Resource.ofService("orders"))
          .attributes(Attributes.builder().put("code.line.number", 12).put("share", 0.5).build())
          .build();

  @Test
  void saysNothingOfTimeThatIsUnknown() {
    assertThat(JsonLine.of(LogRecord.builder().body("x").build())).isEqualTo("{\"body\":\"x\"}");
  }

  @Test
  void hasEachFieldUnderItsName() {
    assertThat(JsonLine.of(RECORD))
        .isEqualTo(
            "{\"timestamp\":\"2026-11-18T11:06:40.123456789Z\",\"severity_text\":\"warning\","
                + "\"body\":\"disk \\\"/var\\\"\\nfull\","
                + "\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\","
                + "\"span_id\":\"b7ad6b7169203331\",\"scope.name\":\"dev.shop.Orders\","
                + "\"event.name\":\"disk.full\",\"service.name\":\"orders\","
                + "\"code.line.number\":12,\"share\":0.5}");
  }

  @Test
  void leavesOutWhatIsAbsent() {
    assertThat(JsonLine.of(LogRecord.builder().timestamp(1).body(AnyValue.of("x")).build()))
        .isEqualTo("{\"timestamp\":\"1970-01-01T00:00:00.000000001Z\",\"body\":\"x\"}");
  }

  @Test
  void isReadBackAsTheSameRecord() {
    byte[] line = JsonLine.of(RECORD).getBytes(StandardCharsets.UTF_8);
    assertThat(new JsonLinesDecoder(10, 100).decode(line, Instant.EPOCH).records())
        .containsExactly(RECORD);
  }
}
