package dev.winnow.bench.traffic;

import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A record as a line of JSON, as a program prints it: with OpenTelemetry's names, all attributes
 * beside the other fields, and without the time at which another saw it.
 */
public final class JsonLine {
  private JsonLine() {}

  /** The line, without its end. */
  public static String of(LogRecord record) {
    StringBuilder line = new StringBuilder();
    JsonWriter json = new JsonWriter(line).beginObject();
    json.key("timestamp").value(time(record.timestamp()));
    if (!record.severityText().isEmpty()) {
      json.key("severity_text").value(record.severityText());
    }
    json.key("body").value(record.body().text());
    if (!record.traceId().isEmpty()) {
      json.key("trace_id").value(record.traceId());
      json.key("span_id").value(record.spanId());
    }
    json.key("scope").value(record.scope().name());
    write(record.resource().attributes(), json);
    write(record.attributes(), json);
    json.endObject();
    return line.toString();
  }

  private static void write(Attributes attributes, JsonWriter json) {
    attributes.forEach((key, value) -> AnyValueJson.write(value, json.key(key)));
  }

  private static String time(long nanos) {
    long second = TimeUnit.SECONDS.toNanos(1);
    return Instant.ofEpochSecond(nanos / second, nanos % second).toString();
  }
}
