package dev.winnow.server.export;

import static dev.winnow.storage.testkit.SampleRecords.kept;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.LogsRequest;
import dev.winnow.formats.otlp.OtlpJsonDecoder;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.StoredRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExportFormatTest {
  private static final LogRecord PLAIN = record(0, "cart", SeverityNumber.INFO2, "Added 1");
  private static final LogRecord HOSTILE =
      LogRecord.builder()
          .observedTimestamp(1)
          .body("a,b\r\n\"c\"")
          .attributes(
              Attributes.builder()
                  .put("k,\"", AnyValue.of(List.of(AnyValue.of(1), AnyValue.empty())))
                  .build())
          .scope(InstrumentationScope.of("=1+1"))
          .eventName("e")
          .traceId("0af7651916cd43dd8448eb211c80319c")
          .spanId("b7ad6b7169203331")
          .build();

  private static String text(ExportFormat format, LogRecord... records) {
    List<StoredRecord> stored = new ArrayList<>();
    for (LogRecord record : records) {
      stored.add(new StoredRecord(new RecordId(1, stored.size(), 2), "test", kept(record)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      RecordsWriter writer = format.begin(record -> "{\"id\":\"" + record.id() + "\"}", out);
      writer.write(stored);
      writer.end();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void hasAnObjectOnEachLine() {
    assertThat(text(ExportFormat.JSONL, PLAIN, HOSTILE))
        .isEqualTo(
            """
            {"id":"0000000000000G000000000002"}
            {"id":"0000000000000G000004000002"}
            """);
  }

  @Test
  void hasACellForEachField() {
    String head =
        "id,timestamp,observed_timestamp,level,severity_number,severity_text,service,body,"
            + "event_name,trace_id,span_id,template_id,receiver,scope,attributes,resource\r\n";

    assertThat(text(ExportFormat.CSV)).isEqualTo(head);
    assertThat(text(ExportFormat.CSV, PLAIN))
        .isEqualTo(
            head
                + "0000000000000G000000000002,2026-11-21T12:00:00.000000000Z,"
                + "2026-11-21T12:00:00.000000001Z,INFO,10,INFO2,cart,Added 1,,,,"
                + Long.toHexString(kept(PLAIN).templateId())
                + ",test,,,\"{\"\"service.name\"\":\"\"cart\"\"}\"\r\n");
    assertThat(text(ExportFormat.CSV, HOSTILE))
        .isEqualTo(
            head
                + "0000000000000G000000000002,1970-01-01T00:00:00.000000001Z,"
                + "1970-01-01T00:00:00.000000001Z,,0,,,\"a,b\r\n\"\"c\"\"\",e,"
                + "0af7651916cd43dd8448eb211c80319c,b7ad6b7169203331,"
                + Long.toHexString(kept(HOSTILE).templateId())
                + ",test,=1+1,\"{\"\"k,\\\"\"\"\":[1,null]}\",\r\n");
  }

  @Test
  void isReadBackAsTheSameRecords() {
    String line = text(ExportFormat.OTLP, PLAIN, HOSTILE);
    byte[] request = line.getBytes(StandardCharsets.UTF_8);

    assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
    assertThat(new OtlpJsonDecoder(DecodeLimits.DEFAULT).decode(request, 0, request.length))
        .isEqualTo(new LogsRequest(List.of(PLAIN, HOSTILE), 0, ""));
  }
}
