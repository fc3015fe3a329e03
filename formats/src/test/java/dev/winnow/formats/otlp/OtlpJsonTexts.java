package dev.winnow.formats.otlp;

import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Records as OTLP/JSON, as exporters write it. */
final class OtlpJsonTexts {
  private final StringBuilder out = new StringBuilder();
  private final JsonWriter json = new JsonWriter(out);

  static byte[] request(List<LogRecord> records) {
    OtlpJsonTexts texts = new OtlpJsonTexts();
    texts.write(records);
    return texts.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(List<LogRecord> records) {
    json.beginObject().key("resourceLogs").beginArray();
    for (LogRecord record : records) {
      json.beginObject().key("resource").beginObject();
      pairs("attributes", record.resource().attributes());
      json.endObject().key("scopeLogs").beginArray().beginObject();
      json.key("scope").beginObject();
      json.key("name").value(record.scope().name()).key("version").value(record.scope().version());
      pairs("attributes", record.scope().attributes());
      json.endObject().key("logRecords").beginArray();
      write(record);
      json.endArray().endObject().endArray().endObject();
    }
    json.endArray().endObject();
  }

  private void write(LogRecord record) {
    json.beginObject();
    json.key("timeUnixNano").value(Long.toUnsignedString(record.timestamp()));
    json.key("observedTimeUnixNano").value(Long.toUnsignedString(record.observedTimestamp()));
    json.key("severityNumber").value(record.severityNumber().number());
    json.key("severityText").value(record.severityText());
    json.key("body");
    value(record.body());
    pairs("attributes", record.attributes());
    json.key("droppedAttributesCount").value(record.droppedAttributesCount());
    json.key("flags").value(record.traceFlags());
    json.key("traceId").value(record.traceId()).key("spanId").value(record.spanId());
    json.key("eventName").value(record.eventName()).endObject();
  }

  private void pairs(String name, Attributes attributes) {
    json.key(name).beginArray();
    attributes.forEach((key, value) -> {
      json.beginObject().key("key").value(key).key("value");
      value(value);
      json.endObject();
    });
    json.endArray();
  }

  private void value(AnyValue value) {
    json.beginObject();
    switch (value) {
      case AnyValue.StringValue text -> json.key("stringValue").value(text.value());
      case AnyValue.BoolValue bool -> json.key("boolValue").value(bool.value());
      case AnyValue.IntValue number -> json.key("intValue").value(Long.toString(number.value()));
      case AnyValue.DoubleValue number -> number(number.value());
      case AnyValue.BytesValue bytes ->
          json.key("bytesValue").value(Base64.getEncoder().encodeToString(bytes.toByteArray()));
      case AnyValue.ArrayValue array -> {
        json.key("arrayValue").beginObject().key("values").beginArray();
        array.values().forEach(this::value);
        json.endArray().endObject();
      }
      case AnyValue.KvListValue list -> {
        json.key("kvlistValue").beginObject();
        pairs("values", list.entries());
        json.endObject();
      }
      case AnyValue.EmptyValue empty -> json.key("unknown").value(empty.text());
    }
    json.endObject();
  }

  /** The JSON writer spells zero without its sign. */
  private void number(double number) {
    json.key("doubleValue");
    if (number == 0) {
      json.value(Double.toString(number));
    } else {
      json.value(number);
    }
  }
}
