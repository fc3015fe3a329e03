package dev.winnow.formats.otlp;

import com.google.protobuf.ByteString;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Records as the messages of OpenTelemetry's own classes. */
final class OtlpMessages {
  private OtlpMessages() {}

  static byte[] protobuf(List<LogRecord> records) {
    return request(records).toByteArray();
  }

  static ExportLogsServiceRequest request(List<LogRecord> records) {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    ResourceLogs.Builder resourceLogs = request.addResourceLogsBuilder();
    ScopeLogs.Builder scopeLogs = resourceLogs.addScopeLogsBuilder();
    LogRecord last = LogRecord.builder().build();
    for (LogRecord record : records) {
      if (!last.resource().equals(record.resource())) {
        resourceLogs = request.addResourceLogsBuilder().setResource(resource(record.resource()));
        scopeLogs = resourceLogs.addScopeLogsBuilder().setScope(scope(record.scope()));
      } else if (!last.scope().equals(record.scope())) {
        scopeLogs = resourceLogs.addScopeLogsBuilder().setScope(scope(record.scope()));
      }
      scopeLogs.addLogRecords(record(record));
      last = record;
    }
    return request.build();
  }

  private static io.opentelemetry.proto.resource.v1.Resource resource(Resource resource) {
    return io.opentelemetry.proto.resource.v1.Resource.newBuilder()
        .addAllAttributes(pairs(resource.attributes()))
        .build();
  }

  private static io.opentelemetry.proto.common.v1.InstrumentationScope scope(
      InstrumentationScope scope) {
    return io.opentelemetry.proto.common.v1.InstrumentationScope.newBuilder()
        .setName(scope.name())
        .setVersion(scope.version())
        .addAllAttributes(pairs(scope.attributes()))
        .build();
  }

  private static io.opentelemetry.proto.logs.v1.LogRecord record(LogRecord record) {
    return io.opentelemetry.proto.logs.v1.LogRecord.newBuilder()
        .setTimeUnixNano(record.timestamp())
        .setObservedTimeUnixNano(record.observedTimestamp())
        .setSeverityNumberValue(record.severityNumber().number())
        .setSeverityText(record.severityText())
        .setBody(value(record.body()))
        .addAllAttributes(pairs(record.attributes()))
        .setDroppedAttributesCount(record.droppedAttributesCount())
        .setFlags(record.traceFlags())
        .setTraceId(id(record.traceId()))
        .setSpanId(id(record.spanId()))
        .setEventName(record.eventName())
        .build();
  }

  private static ByteString id(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }

  static List<KeyValue> pairs(Attributes attributes) {
    List<KeyValue> pairs = new ArrayList<>();
    attributes.forEach((key, value) ->
        pairs.add(KeyValue.newBuilder().setKey(key).setValue(value(value)).build()));
    return pairs;
  }

  static io.opentelemetry.proto.common.v1.AnyValue value(AnyValue value) {
    var message = io.opentelemetry.proto.common.v1.AnyValue.newBuilder();
    switch (value) {
      case AnyValue.StringValue text -> message.setStringValue(text.value());
      case AnyValue.BoolValue bool -> message.setBoolValue(bool.value());
      case AnyValue.IntValue number -> message.setIntValue(number.value());
      case AnyValue.DoubleValue number -> message.setDoubleValue(number.value());
      case AnyValue.BytesValue bytes ->
          message.setBytesValue(ByteString.copyFrom(bytes.toByteArray()));
      case AnyValue.ArrayValue array ->
          message.setArrayValue(
              ArrayValue.newBuilder()
                  .addAllValues(array.values().stream().map(OtlpMessages::value).toList()));
      case AnyValue.KvListValue list ->
          message.setKvlistValue(KeyValueList.newBuilder().addAllValues(pairs(list.entries())));
      case AnyValue.EmptyValue empty -> message.clearValue();
    }
    return message.build();
  }
}
