package dev.winnow.server.export;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.request.Timestamps;
import dev.winnow.storage.StoredRecord;
import java.util.HexFormat;
import java.util.List;

/** A table after RFC 4180: the body as text, attributes as JSON, empty what a record lacks. */
final class CsvText implements RecordsText {
  private static final String LINE_END = "\r\n";

  @Override
  public String head() {
    return "id,timestamp,observed_timestamp,level,severity_number,severity_text,service,body,"
        + "event_name,trace_id,span_id,template_id,receiver,scope,attributes,resource"
        + LINE_END;
  }

  @Override
  public void append(List<StoredRecord> records, StringBuilder text) {
    for (StoredRecord stored : records) {
      List<String> cells = cells(stored);
      for (int i = 0; i < cells.size(); i++) {
        text.append(i == 0 ? "" : ",");
        append(cells.get(i), text);
      }
      text.append(LINE_END);
    }
  }

  private static List<String> cells(StoredRecord stored) {
    LogRecord record = stored.kept().record();
    SeverityNumber severity = record.severityNumber();
    return List.of(
        stored.id().toString(),
        Timestamps.text(Timestamps.of(record.time())),
        Timestamps.text(Timestamps.of(record.observedTimestamp())),
        severity == SeverityNumber.UNSPECIFIED ? "" : severity.range().name(),
        Integer.toString(severity.number()),
        record.severityText(),
        record.serviceName(),
        record.body().text(),
        record.eventName(),
        record.traceId(),
        record.spanId(),
        HexFormat.of().toHexDigits(stored.kept().templateId()),
        stored.receiver(),
        record.scope().name(),
        json(record.attributes()),
        json(record.resource().attributes()));
  }

  private static String json(Attributes attributes) {
    return attributes.isEmpty() ? "" : AnyValue.of(attributes).text();
  }

  private static void append(String cell, StringBuilder text) {
    if (cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')) {
      text.append(cell);
    } else {
      text.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }
}
