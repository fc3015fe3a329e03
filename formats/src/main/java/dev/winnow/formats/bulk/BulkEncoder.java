package dev.winnow.formats.bulk;

import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Writes records as a bulk request, by the names of the Elastic Common Schema. */
public final class BulkEncoder {
  private final String action;

  /** An encoder for documents of one index. */
  public BulkEncoder(String index) {
    StringBuilder line = new StringBuilder();
    new JsonWriter(line)
        .beginObject()
        .key(BulkAction.CREATE)
        .beginObject()
        .key("_index")
        .value(index)
        .endObject()
        .endObject();
    action = line.append('\n').toString();
  }

  public byte[] encode(List<LogRecord> records) {
    StringBuilder lines = new StringBuilder();
    for (LogRecord record : records) {
      lines.append(action);
      document(record, lines);
      lines.append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void document(LogRecord record, StringBuilder line) {
    JsonWriter json = new JsonWriter(line).beginObject();
    json.key("@timestamp").value(Instant.ofEpochSecond(0, record.timestamp()).toString());
    json.key("message").value(record.body().text());
    write("log.level", record.severityText(), json);
    write("log.logger", record.scope().name(), json);
    write("trace.id", record.traceId(), json);
    write("span.id", record.spanId(), json);
    write(record.resource().attributes(), json);
    write(record.attributes(), json);
    json.endObject();
  }

  private static void write(String name, String value, JsonWriter json) {
    if (!value.isEmpty()) {
      json.key(name).value(value);
    }
  }

  private static void write(Attributes attributes, JsonWriter json) {
    attributes.forEach((name, value) -> AnyValueJson.write(value, json.key(name)));
  }

  /** How many documents of a request were refused, as the answer to it says. */
  public static long refused(AnyValue answer) {
    return answer instanceof AnyValue.KvListValue object
            && object.entries().value("items") instanceof AnyValue.ArrayValue items
        ? items.values().stream().filter(BulkEncoder::isRefused).count()
        : 0;
  }

  private static boolean isRefused(AnyValue item) {
    return item instanceof AnyValue.KvListValue object
        && !object.entries().isEmpty()
        && object.entries().valueAt(0) instanceof AnyValue.KvListValue said
        && !(said.entries().value("error") instanceof AnyValue.EmptyValue);
  }
}
