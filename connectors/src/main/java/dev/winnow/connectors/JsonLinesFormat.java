package dev.winnow.connectors;

import dev.winnow.formats.jsonlines.JsonLine;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Plain JSON, an object on each line, as Winnow and many others take it. */
final class JsonLinesFormat implements WireFormat {
  @Override
  public String path() {
    return "/api/logs";
  }

  @Override
  public String contentType() {
    return "application/x-ndjson";
  }

  @Override
  public byte[] encode(List<LogRecord> records) {
    StringBuilder lines = new StringBuilder();
    for (LogRecord record : records) {
      JsonLine.append(record, lines);
      lines.append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Winnow says how many lines were malformed; others are believed to have taken all. */
  @Override
  public Answer read(byte[] body) {
    JsonScanner json = new JsonScanner().reset(body, 0, body.length);
    AnyValue value = AnyValueJson.read(json);
    return json.fault() == null
            && value instanceof AnyValue.KvListValue object
            && object.entries().value("malformed") instanceof AnyValue.IntValue malformed
            && malformed.value() > 0
        ? new Answer(malformed.value(), "they are malformed")
        : Answer.ALL_TAKEN;
  }
}
