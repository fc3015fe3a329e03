package dev.winnow.bench.fuzz;

import com.github.luben.zstd.Zstd;
import com.google.protobuf.ByteString;
import dev.winnow.bench.traffic.PooledRequest.Times;
import dev.winnow.bench.traffic.Traffic;
import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.core.predicate.PredicateText;
import dev.winnow.formats.jsonlines.JsonLine;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.PageCursor;
import dev.winnow.storage.RecordId;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;

/** Inputs as real senders and programs write them, small so that a change meets much of them. */
public final class Seeds {
  private static final Times TIMES = new Times(1_795_255_200_000_000_000L, 1_000_000);

  /** What the tests read, seen from the root of the repository or from this module. */
  private static final Path CORPORA =
      Stream.of("", "..")
          .map(root -> Path.of(root, "formats/src/test/corpora"))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow();

  private static final int MAX_LOG_BYTES = 4 << 10;
  private static final int REQUESTS = 32;

  private Seeds() {}

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static List<byte[]> otlpProtobuf() {
    List<byte[]> requests = new ArrayList<>();
    for (int records : new int[] {1, 3, 10}) {
      Traffic traffic = new Traffic(new Traffic.Shape(records, records, REQUESTS, false));
      for (int number = 0; number < REQUESTS; number++) {
        requests.add(traffic.request(number, TIMES));
      }
    }
    for (int times = 0; times < REQUESTS; times++) {
      requests.add(complete());
    }
    return requests;
  }

  /** A request with every field that there is, and every kind of value. */
  private static byte[] complete() {
    ResourceLogs.Builder resource = ResourceLogs.newBuilder().setSchemaUrl("https://example.org/1");
    resource.getResourceBuilder().addAttributes(attribute("service.name", text("shop")));
    resource.getResourceBuilder().setDroppedAttributesCount(2);
    ScopeLogs.Builder scope = resource.addScopeLogsBuilder().setSchemaUrl("https://example.org/2");
    scope.getScopeBuilder().setName("orders").setVersion("1.2").addAttributes(list());
    scope
        .addLogRecordsBuilder()
        .setTimeUnixNano(TIMES.startNanos())
        .setObservedTimeUnixNano(TIMES.startNanos() + 1)
        .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_ERROR)
        .setSeverityText("ERROR")
        .setBody(text("order 17 failed: java.io.IOException: broken\n\tat a.B.c(B.java:1)"))
        .addAttributes(list())
        .addAttributes(attribute("status", AnyValue.newBuilder().setIntValue(-503)))
        .addAttributes(attribute("ratio", AnyValue.newBuilder().setDoubleValue(0.5)))
        .addAttributes(attribute("flag", AnyValue.newBuilder().setBoolValue(true)))
        .addAttributes(attribute("password", text("hunter2-hunter2")))
        .addAttributes(attribute("nothing", AnyValue.newBuilder()))
        .setDroppedAttributesCount(3)
        .setFlags(1)
        .setTraceId(
            ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7}))
        .setSpanId(ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
        .setEventName("order.failed");
    return ExportLogsServiceRequest.newBuilder().addResourceLogs(resource).build().toByteArray();
  }

  private static AnyValue.Builder text(String text) {
    return AnyValue.newBuilder().setStringValue(text);
  }

  private static KeyValue attribute(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }

  private static KeyValue list() {
    AnyValue bytes = AnyValue.newBuilder().setBytesValue(ByteString.copyFromUtf8("bytes")).build();
    ArrayValue array = ArrayValue.newBuilder().addValues(bytes).addValues(text("x")).build();
    KeyValueList map =
        KeyValueList.newBuilder()
            .addValues(attribute("in", AnyValue.newBuilder().setArrayValue(array)))
            .build();
    return attribute("list", AnyValue.newBuilder().setKvlistValue(map));
  }

  public static List<byte[]> otlpJson() {
    return new String(read(CORPORA.resolve("otlp.log")), StandardCharsets.UTF_8)
        .lines()
        .map(Seeds::utf8)
        .toList();
  }

  public static List<byte[]> jsonLines() {
    List<byte[]> bodies = new ArrayList<>();
    OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);
    for (byte[] request : otlpProtobuf()) {
      StringBuilder lines = new StringBuilder();
      for (LogRecord record : decoder.decode(request, 0, request.length).records()) {
        lines.append(JsonLine.of(record)).append('\n');
      }
      bodies.add(utf8(lines.toString()));
      bodies.add(utf8("[" + lines.toString().strip().replace("\n", ",\n ") + "]"));
    }
    logs().stream().filter(log -> log[0] == '{' || log[0] == '[').forEach(bodies::add);
    return bodies;
  }

  public static List<byte[]> bodies(String encoding) {
    List<byte[]> bodies = new ArrayList<>();
    for (byte[] request : otlpProtobuf()) {
      bodies.add(packed(encoding, request));
    }
    bodies.add(packed(encoding, new byte[1 << 18]));
    bodies.add(packed(encoding, new byte[1 << 21]));
    return bodies;
  }

  private static byte[] packed(String encoding, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing =
        switch (encoding) {
          case "gzip" -> new GZIPOutputStream(out);
          case "deflate" -> new DeflaterOutputStream(out);
          case "snappy" -> new SnappyCompressorOutputStream(out, body.length);
          default -> out;
        }) {
      packing.write(encoding.equals("zstd") ? Zstd.compress(body) : body);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out.toByteArray();
  }

  public static List<String> predicates() {
    return List.of(
        "level >= warn and service = checkout and not \"health check\"",
        "level in (error, fatal) or attributes.http.response.status_code >= 500",
        "(a or b) and (c or not (d and e))",
        "timestamp >= 2026-11-21T10:00:00Z and timestamp < 2026-11-21T10:30:00.5+01:00",
        "message contains \"connection refused\" and exists user.id",
        "body.order.id in (17, -4.5e3, true, \"x\\\"y\")",
        "template_id = 00000000000000ff and trace_id = 0102030405060708090a0b0c0d0e0f10",
        "resource.k8s.pod.name starts with \"shop-\" and user != ada",
        "took > 1.5 and took <= 9007199254740993");
  }

  static List<String> predicatesInJson() {
    return predicates().stream().map(text -> PredicateText.parse(text).toJson()).toList();
  }

  public static List<String> recordIds() {
    return IntStream.range(0, 8)
        .mapToObj(i -> new RecordId(Long.MAX_VALUE >> (8 * i), i * 1_000, 20_778).toString())
        .toList();
  }

  public static List<String> cursors() {
    return recordIds().stream()
        .map(id -> new PageCursor(TIMES.startNanos(), RecordId.parse(id)).toString())
        .toList();
  }

  static List<String> knowledge() {
    TemplateMiner miner = new TemplateMiner(MinerSettings.DEFAULT);
    FormScanner scanner = new FormScanner();
    OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);
    for (byte[] request : otlpProtobuf()) {
      for (LogRecord record : decoder.decode(request, 0, request.length).records()) {
        miner.add(scanner, scanner.scan(record.body().text()));
      }
    }
    return List.of(miner.knowledge().toJson());
  }

  /** The beginning of a log of each format that is known. */
  static List<byte[]> logs() {
    try (Stream<Path> files = Files.list(CORPORA)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .sorted()
          .map(Seeds::read)
          .filter(log -> log.length > 0)
          .map(log -> Arrays.copyOf(log, Math.min(log.length, MAX_LOG_BYTES)))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static List<byte[]> packed() {
    List<byte[]> packed = new ArrayList<>();
    for (byte[] log : logs()) {
      packed.add(packed("gzip", log));
      packed.add(packed("zstd", log));
      packed.add(zip(log));
      packed.add(zip(packed("gzip", log)));
      packed.add(new String(log, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
    }
    return packed;
  }

  private static byte[] zip(byte[] log) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("one.log", "two.log")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(log);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out.toByteArray();
  }
}
