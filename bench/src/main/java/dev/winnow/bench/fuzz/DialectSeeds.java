package dev.winnow.bench.fuzz;

import dev.winnow.formats.jsonlines.JsonLine;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import dev.winnow.formats.protobuf.ProtobufWriter;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.LogRecord;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The requests of {@link Seeds} as clients of Loki and Elasticsearch, and journals, send them. */
final class DialectSeeds {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private DialectSeeds() {}

  private static List<byte[]> each(Function<List<LogRecord>, byte[]> form) {
    OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);
    return Seeds.otlpProtobuf().stream()
        .map(request -> form.apply(decoder.decode(request, 0, request.length).records()))
        .toList();
  }

  /** Some lines are text, some are JSON. */
  private static String line(LogRecord record) {
    return record.severityNumber().isError() ? JsonLine.of(record) : record.body().text();
  }

  static List<byte[]> lokiProtobuf() {
    return each(records -> {
      ProtobufWriter push = new ProtobufWriter();
      for (LogRecord record : records) {
        push.message(
            1, new ProtobufWriter().text(1, labels(record)).message(2, entry(record)).number(3, 7));
      }
      return push.toByteArray();
    });
  }

  private static String labels(LogRecord record) {
    return "{service_name=\"%s\", level=\"%s\", pod=`a\\b`, q=\"\\u00e9\\n\\x41\"}"
        .formatted(record.serviceName(), record.severityText());
  }

  private static ProtobufWriter entry(LogRecord record) {
    ProtobufWriter timestamp =
        new ProtobufWriter()
            .number(1, record.timestamp() / NANOS_PER_SECOND)
            .number(2, record.timestamp() % NANOS_PER_SECOND);
    ProtobufWriter entry = new ProtobufWriter().message(1, timestamp).text(2, line(record));
    record
        .attributes()
        .forEach((name, value) ->
            entry.message(3, new ProtobufWriter().text(1, name).text(2, value.text())));
    return entry;
  }

  static List<byte[]> lokiJson() {
    return each(records -> {
      StringBuilder out = new StringBuilder();
      JsonWriter json = new JsonWriter(out);
      json.beginObject().key("streams").beginArray();
      records.forEach(record -> stream(record, json));
      json.endArray().endObject();
      return out.toString().getBytes(StandardCharsets.UTF_8);
    });
  }

  private static void stream(LogRecord record, JsonWriter json) {
    json.beginObject().key("stream").beginObject();
    json.key("service_name").value(record.serviceName()).endObject();
    json.key("values").beginArray().beginArray();
    json.value(Long.toString(record.timestamp())).value(line(record)).beginObject();
    record.attributes().forEach((name, value) -> json.key(name).value(value.text()));
    json.endObject().endArray().endArray().endObject();
  }

  static List<byte[]> bulk() {
    return each(records -> {
      StringBuilder lines = new StringBuilder();
      for (LogRecord record : records) {
        lines
            .append("{\"create\":{\"_index\":\"logs\",\"_id\":\"7\"}}\n")
            .append(JsonLine.of(record))
            .append("\n{\"update\":{}}\n{\"doc\":{\"log\":{\"level\":\"warn\"}}}\n")
            .append("{\"delete\":{\"_id\":\"7\"}}\n");
      }
      return lines.toString().getBytes(StandardCharsets.UTF_8);
    });
  }

  static List<byte[]> journal() {
    return each(records -> {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (LogRecord record : records) {
        byte[] body = record.body().text().getBytes(StandardCharsets.UTF_8);
        long length = Long.reverseBytes(body.length);
        out.writeBytes(
            "__CURSOR=s=1;i=2\n__REALTIME_TIMESTAMP=%d\nPRIORITY=3\n_PID=7\nTAG=a\nTAG=b\nMESSAGE\n"
                .formatted(record.timestamp() / 1_000)
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
        out.writeBytes(body);
        out.writeBytes(new byte[] {'\n', '\n'});
      }
      return out.toByteArray();
    });
  }
}
