package dev.winnow.formats.loki;

import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes records as a push in JSON. A stream is what one resource says with one severity; all else
 * that a record has is structured metadata of its line.
 */
public final class LokiJsonEncoder {
  private record Stream(Resource resource, String severityText) {}

  private LokiJsonEncoder() {}

  public static byte[] encode(List<LogRecord> records) {
    Map<Stream, List<LogRecord>> streams = new LinkedHashMap<>();
    for (LogRecord record : records) {
      Stream stream = new Stream(record.resource(), record.severityText());
      streams.computeIfAbsent(stream, any -> new ArrayList<>()).add(record);
    }
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out).beginObject().key("streams").beginArray();
    streams.forEach((stream, said) -> write(stream, said, json));
    json.endArray().endObject();
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Stream stream, List<LogRecord> records, JsonWriter json) {
    json.beginObject().key("stream").beginObject();
    write(stream.resource().attributes(), json);
    write("level", stream.severityText(), json);
    json.endObject().key("values").beginArray();
    for (LogRecord record : records) {
      json.beginArray().value(Long.toString(record.timestamp())).value(record.body().text());
      json.beginObject();
      write("trace_id", record.traceId(), json);
      write("span_id", record.spanId(), json);
      write("scope_name", record.scope().name(), json);
      write(record.attributes(), json);
      json.endObject().endArray();
    }
    json.endArray().endObject();
  }

  private static void write(Attributes attributes, JsonWriter json) {
    attributes.forEach((name, value) -> write(labelName(name), value.text(), json));
  }

  private static void write(String name, String value, JsonWriter json) {
    if (!value.isEmpty()) {
      json.key(name).value(value);
    }
  }

  /** A name as Loki allows it: of letters, digits and underscores, and no digit at its start. */
  private static String labelName(String name) {
    StringBuilder label = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      label.append(isLetter || (isDigit && i > 0) ? c : '_');
    }
    return label.toString();
  }
}
