package dev.winnow.formats.jsonlines;

import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import java.time.Instant;

/**
 * Writes a record as a line of JSON, as a program prints it: with OpenTelemetry's names, all
 * attributes beside the other fields, and without the time at which another saw it.
 */
public final class JsonLine {
  private JsonLine() {}

  /** The line, without its end. */
  public static String of(LogRecord record) {
    StringBuilder line = new StringBuilder();
    append(record, line);
    return line.toString();
  }

  /** Appends the line, without its end. */
  public static void append(LogRecord record, StringBuilder line) {
    JsonWriter json = new JsonWriter(line).beginObject();
    if (record.timestamp() != 0) {
      json.key("timestamp").value(Instant.ofEpochSecond(0, record.timestamp()).toString());
    }
    write("severity_text", record.severityText(), json);
    AnyValueJson.write(record.body(), json.key("body"));
    write("trace_id", record.traceId(), json);
    write("span_id", record.spanId(), json);
    write("scope.name", record.scope().name(), json);
    write("event.name", record.eventName(), json);
    write(record.resource().attributes(), json);
    write(record.attributes(), json);
    json.endObject();
  }

  private static void write(String key, String value, JsonWriter json) {
    if (!value.isEmpty()) {
      json.key(key).value(value);
    }
  }

  private static void write(Attributes attributes, JsonWriter json) {
    attributes.forEach((key, value) -> AnyValueJson.write(value, json.key(key)));
  }
}
