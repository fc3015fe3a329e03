package dev.winnow.formats.otlp;

import dev.winnow.formats.protobuf.ReverseWriter;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes records as an {@code ExportLogsServiceRequest}. Those that follow each other and have the
 * same resource, or scope, share it; their order stays. Not thread-safe.
 */
public final class OtlpProtobufEncoder {
  // The fields of each message are written from the last to the first, as is the list of records.

  private final ReverseWriter out = new ReverseWriter();

  /** The request of some records, perhaps of none. */
  public byte[] encode(List<LogRecord> records) {
    out.clear();
    int resourceEnd = 0;
    int scopeEnd = 0;
    for (int i = records.size() - 1; i >= 0; i--) {
      LogRecord record = records.get(i);
      write(record);
      boolean isFirst = i == 0;
      boolean startsResource = isFirst || !record.resource().equals(records.get(i - 1).resource());
      if (startsResource || !record.scope().equals(records.get(i - 1).scope())) {
        write(record.scope());
        out.message(2, scopeEnd);
        scopeEnd = out.length();
      }
      if (startsResource) {
        write(record.resource());
        out.message(1, resourceEnd);
        resourceEnd = out.length();
        scopeEnd = resourceEnd;
      }
    }
    return out.toByteArray();
  }

  private void write(Resource resource) {
    int end = out.length();
    write(1, resource.attributes());
    out.message(1, end);
  }

  private void write(InstrumentationScope scope) {
    int end = out.length();
    write(3, scope.attributes());
    text(2, scope.version());
    text(1, scope.name());
    out.message(1, end);
  }

  private void write(LogRecord record) {
    int end = out.length();
    text(12, record.eventName());
    if (record.observedTimestamp() != 0) {
      out.fixed64(11, record.observedTimestamp());
    }
    hex(10, record.spanId());
    hex(9, record.traceId());
    if (record.traceFlags() != 0) {
      out.fixed32(8, record.traceFlags());
    }
    if (record.droppedAttributesCount() != 0) {
      out.number(7, record.droppedAttributesCount());
    }
    write(6, record.attributes());
    if (!(record.body() instanceof AnyValue.EmptyValue)) {
      write(5, record.body());
    }
    text(3, record.severityText());
    if (record.severityNumber() != SeverityNumber.UNSPECIFIED) {
      out.number(2, record.severityNumber().number());
    }
    if (record.timestamp() != 0) {
      out.fixed64(1, record.timestamp());
    }
    out.message(2, end);
  }

  private void text(int field, String value) {
    if (!value.isEmpty()) {
      out.text(field, value);
    }
  }

  private void hex(int field, String value) {
    if (!value.isEmpty()) {
      out.bytes(field, HexFormat.of().parseHex(value));
    }
  }

  private void write(int field, Attributes attributes) {
    for (int i = attributes.size() - 1; i >= 0; i--) {
      int end = out.length();
      write(2, attributes.valueAt(i));
      text(1, attributes.keyAt(i));
      out.message(field, end);
    }
  }

  private void write(int field, AnyValue value) {
    int end = out.length();
    switch (value) {
      case AnyValue.EmptyValue _ -> {}
      case AnyValue.StringValue string -> out.text(1, string.value());
      case AnyValue.BoolValue bool -> out.number(2, bool.value() ? 1 : 0);
      case AnyValue.IntValue number -> out.number(3, number.value());
      case AnyValue.DoubleValue number ->
          out.fixed64(4, Double.doubleToRawLongBits(number.value()));
      case AnyValue.ArrayValue array -> {
        int listEnd = out.length();
        for (AnyValue element : array.values().reversed()) {
          write(1, element);
        }
        out.message(5, listEnd);
      }
      case AnyValue.KvListValue list -> {
        int listEnd = out.length();
        write(1, list.entries());
        out.message(6, listEnd);
      }
      case AnyValue.BytesValue bytes -> out.bytes(7, bytes.toByteArray());
    }
    out.message(field, end);
  }
}
