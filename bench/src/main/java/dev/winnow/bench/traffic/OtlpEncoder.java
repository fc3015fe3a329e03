package dev.winnow.bench.traffic;

import dev.winnow.bench.traffic.TrafficRecord.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Encodes records as an {@code ExportLogsServiceRequest}, grouped by service and scope, as a
 * collector sends them. One instance of each service speaks in a request.
 */
final class OtlpEncoder {
  private static final int SAMPLED = 1;

  private OtlpEncoder() {}

  static ProtobufWriter encode(List<TrafficRecord> records, SplittableRandom random) {
    ProtobufWriter request = new ProtobufWriter();
    Map<Service, Map<String, List<TrafficRecord>>> groups = new LinkedHashMap<>();
    for (TrafficRecord record : records) {
      groups
          .computeIfAbsent(record.statement().service(), service -> new LinkedHashMap<>())
          .computeIfAbsent(record.statement().scope(), scope -> new ArrayList<>())
          .add(record);
    }
    groups.forEach((service, scopes) -> request.message(1, resourceLogs(service, scopes, random)));
    return request;
  }

  private static ProtobufWriter resourceLogs(
      Service service, Map<String, List<TrafficRecord>> scopes, SplittableRandom random) {
    List<Map<String, String>> instances = service.instances();
    ProtobufWriter resource = new ProtobufWriter();
    instances
        .get(random.nextInt(instances.size()))
        .forEach((key, value) -> resource.message(1, attribute(key, SlottedText.constant(value))));
    ProtobufWriter resourceLogs = new ProtobufWriter().message(1, resource);
    scopes.forEach((scope, records) -> resourceLogs.message(2, scopeLogs(scope, records)));
    return resourceLogs;
  }

  private static ProtobufWriter scopeLogs(String scope, List<TrafficRecord> records) {
    ProtobufWriter scopeLogs = new ProtobufWriter().message(1, new ProtobufWriter().text(1, scope));
    records.forEach(record -> scopeLogs.message(2, logRecord(record)));
    return scopeLogs;
  }

  private static ProtobufWriter logRecord(TrafficRecord record) {
    Statement statement = record.statement();
    ProtobufWriter out = new ProtobufWriter().slot64(1, SlotKind.TIMESTAMP, record.place(), 0);
    if (statement.severityNumber() > 0) {
      out.varint(2, statement.severityNumber()).text(3, statement.severityText());
    }
    out.message(5, new ProtobufWriter().text(1, record.body()));
    for (Attribute attribute : record.attributes()) {
      out.message(6, attribute(attribute.key(), attribute.value()));
    }
    if (record.trace() >= 0) {
      out.fixed32(8, SAMPLED)
          .slotBytes(9, SlotKind.TRACE_ID, record.trace(), 16)
          .slotBytes(10, SlotKind.SPAN_ID, 0, 8);
    }
    return out.slot64(11, SlotKind.OBSERVED_TIMESTAMP, record.place(), 0);
  }

  private static ProtobufWriter attribute(String key, Object value) {
    ProtobufWriter any =
        switch (value) {
          case SlottedText text -> new ProtobufWriter().text(1, text);
          case Long number -> new ProtobufWriter().varint(3, number);
          case Double number ->
              new ProtobufWriter()
                  .slot64(4, SlotKind.DURATION, 0, Double.doubleToRawLongBits(number));
          default -> throw new IllegalStateException("no value of an attribute: " + value);
        };
    return new ProtobufWriter().text(1, key).message(2, any);
  }
}
