package dev.winnow.formats.otlp;

import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.Base64;
import java.util.List;

/**
 * Writes records as an {@code ExportLogsServiceRequest} in one line of JSON. Those that follow each
 * other and have the same resource, or scope, share it; their order stays.
 */
public final class OtlpJsonEncoder {
  private final JsonWriter json;

  private OtlpJsonEncoder(JsonWriter json) {
    this.json = json;
  }

  /** Appends the request of some records, perhaps of none, without the end of the line. */
  public static void append(List<LogRecord> records, StringBuilder line) {
    new OtlpJsonEncoder(new JsonWriter(line)).write(records);
  }

  private void write(List<LogRecord> records) {
    json.beginObject().key("resourceLogs").beginArray();
    for (int i = 0; i < records.size(); ) {
      i = resourceLogs(records, i);
    }
    json.endArray().endObject();
  }

  /** Writes the records from one on that have its resource; returns where the others begin. */
  private int resourceLogs(List<LogRecord> records, int from) {
    LogRecord first = records.get(from);
    json.beginObject().key("resource").beginObject();
    pairs("attributes", first.resource().attributes());
    json.endObject().key("scopeLogs").beginArray();
    int i = from;
    while (i < records.size() && records.get(i).resource().equals(first.resource())) {
      i = scopeLogs(records, i);
    }
    json.endArray().endObject();
    return i;
  }

  /** Writes, of those, the records that also have its scope. */
  private int scopeLogs(List<LogRecord> records, int from) {
    LogRecord first = records.get(from);
    json.beginObject().key("scope");
    write(first.scope());
    json.key("logRecords").beginArray();
    int i = from;
    while (i < records.size()
        && records.get(i).resource().equals(first.resource())
        && records.get(i).scope().equals(first.scope())) {
      write(records.get(i++));
    }
    json.endArray().endObject();
    return i;
  }

  private void write(InstrumentationScope scope) {
    json.beginObject();
    text("name", scope.name());
    text("version", scope.version());
    pairs("attributes", scope.attributes());
    json.endObject();
  }

  /** What has its default value is left out, as in protobuf 3. */
  private void write(LogRecord record) {
    json.beginObject();
    time("timeUnixNano", record.timestamp());
    time("observedTimeUnixNano", record.observedTimestamp());
    if (record.severityNumber() != SeverityNumber.UNSPECIFIED) {
      json.key("severityNumber").value(record.severityNumber().number());
    }
    text("severityText", record.severityText());
    if (!(record.body() instanceof AnyValue.EmptyValue)) {
      json.key("body");
      write(record.body());
    }
    pairs("attributes", record.attributes());
    number("droppedAttributesCount", record.droppedAttributesCount());
    number("flags", record.traceFlags());
    text("traceId", record.traceId());
    text("spanId", record.spanId());
    text("eventName", record.eventName());
    json.endObject();
  }

  /** A number of 64 bits is a string in the JSON of protobuf. */
  private void time(String name, long epochNanos) {
    if (epochNanos != 0) {
      json.key(name).value(Long.toUnsignedString(epochNanos));
    }
  }

  private void number(String name, int value) {
    if (value != 0) {
      json.key(name).value(value);
    }
  }

  private void text(String name, String value) {
    if (!value.isEmpty()) {
      json.key(name).value(value);
    }
  }

  private void pairs(String name, Attributes attributes) {
    if (!attributes.isEmpty()) {
      json.key(name).beginArray();
      attributes.forEach((key, value) -> {
        json.beginObject().key("key").value(key).key("value");
        write(value);
        json.endObject();
      });
      json.endArray();
    }
  }

  private void write(AnyValue value) {
    json.beginObject();
    switch (value) {
      case AnyValue.EmptyValue _ -> {}
      case AnyValue.StringValue text -> json.key("stringValue").value(text.value());
      case AnyValue.BoolValue bool -> json.key("boolValue").value(bool.value());
      case AnyValue.IntValue number -> json.key("intValue").value(Long.toString(number.value()));
      case AnyValue.DoubleValue number -> write(number.value());
      case AnyValue.BytesValue bytes ->
          json.key("bytesValue").value(Base64.getEncoder().encodeToString(bytes.toByteArray()));
      case AnyValue.ArrayValue array -> {
        json.key("arrayValue").beginObject().key("values").beginArray();
        array.values().forEach(this::write);
        json.endArray().endObject();
      }
      case AnyValue.KvListValue list -> {
        json.key("kvlistValue").beginObject();
        pairs("values", list.entries());
        json.endObject();
      }
    }
    json.endObject();
  }

  /** Zero loses its sign as a number. */
  private void write(double number) {
    json.key("doubleValue");
    if (number == 0) {
      json.value(Double.toString(number));
    } else {
      json.value(number);
    }
  }
}
