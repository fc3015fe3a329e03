package dev.winnow.e2e.serving;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleArrayKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longArrayKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.PackagedProgram;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.internal.otlp.logs.LogsRequestMarshaler;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.resources.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SDK of OpenTelemetry sends is what the API answers. */
final class OpenTelemetryClientTest {
  private static final int PATIENCE_SECONDS = 60;
  private static final long NANOS = 1_764_000_000_123_456_789L;
  private static final SpanContext SPAN =
      SpanContext.create(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.getSampled(),
          TraceState.getDefault());

  /** What the API answers of them, in one line. */
  private static final String EVERYTHING =
      """
      {"timestamp":"2025-11-24T16:00:00.123456789Z",
      "observed_timestamp":"2025-11-24T16:00:01.123456789Z",
      "severity_number":18,"severity_text":"critical","severity_inferred":false,
      "body":"order 17 of user ünïcode 🦉 failed",
      "attributes":{"beyond.doubles":9007199254740993,"greatest":9223372036854775807,
      "http.route":"/orders/{id}","least":-9223372036854775808,"names":["a"," ","\\"\\n"],
      "numbers":[1,-1],"ratio":0.1,"ratios":[1.5,-2e+300],"retried":true},
      "resource":{"process.pid":4294967296,"service.name":"SERVICE"},
      "scope":{"name":"com.example.Shop","version":"1.2","attributes":{}},
      "event_name":"order.failed","trace_id":"0af7651916cd43dd8448eb211c80319c",
      "span_id":"b7ad6b7169203331","trace_flags":1,"dropped_attributes_count":0,
      "sampling":{"threshold":"0","reason":"no_policy","adjusted_count":1},"receiver":"RECEIVER",
      "level":"ERROR","service":"SERVICE","message":"order 17 of user ünïcode 🦉 failed"}
      """;

  private static final String NOTHING =
      """
      {"timestamp":"2025-11-24T16:00:00.123456790Z",
      "observed_timestamp":"2025-11-24T16:00:01.123456789Z",
      "severity_number":9,"severity_text":null,"severity_inferred":true,
      "body":null,"attributes":{},
      "resource":{"process.pid":4294967296,"service.name":"SERVICE"},
      "scope":{"name":"com.example.Shop","version":"1.2","attributes":{}},
      "event_name":null,"trace_id":null,"span_id":null,"trace_flags":0,
      "dropped_attributes_count":0,
      "sampling":{"threshold":"0","reason":"no_policy","adjusted_count":1},"receiver":"RECEIVER",
      "level":"INFO","service":"SERVICE","message":""}
      """;

  private static final String NESTED =
      """
      {"timestamp":"2025-11-24T16:00:00.123456791Z",
      "observed_timestamp":"2025-11-24T16:00:01.123456789Z",
      "severity_number":5,"severity_text":null,"severity_inferred":false,
      "body":{"order":{"id":9223372036854775807},"lines":["one",2,false],"raw":"AAH/"},
      "attributes":{},"resource":{"process.pid":4294967296,"service.name":"SERVICE"},
      "scope":{"name":"com.example.Shop","version":"1.2","attributes":{}},
      "event_name":null,"trace_id":null,"span_id":null,"trace_flags":0,
      "dropped_attributes_count":0,
      "sampling":{"threshold":"0","reason":"no_policy","adjusted_count":1},"receiver":"RECEIVER",
      "level":"DEBUG","service":"SERVICE",
      "message":"{\\"order\\":{\\"id\\":9223372036854775807},\\"lines\\":[\\"one\\",2,false],\\"raw\\":\\"AAH/\\"}"}
      """;

  @TempDir private static Path home;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(new PackagedProgram(home).withServer(), home.resolve("data"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void arrivesByGrpc(String compression) {
    String service = "grpc-" + compression;
    export(
        OtlpGrpcLogRecordExporter.builder()
            .setEndpoint(server.grpc().toString())
            .setCompression(compression)
            .build(),
        records(service));

    assertArrived(service, "otlp_grpc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void arrivesAsProtobufOverHttp(String compression) {
    String service = "protobuf-" + compression;
    export(
        OtlpHttpLogRecordExporter.builder()
            .setEndpoint(server.otlp().address() + "/v1/logs")
            .setCompression(compression)
            .build(),
        records(service));

    assertArrived(service, "otlp_http");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  void arrivesAsJsonOverHttp(String encoding) throws IOException {
    String service = "json-" + encoding;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (OutputStream out = encoding.equals("gzip") ? new GZIPOutputStream(body) : body) {
      LogsRequestMarshaler.create(records(service)).writeJsonTo(out);
    }
    Answer answer =
        server
            .otlp()
            .post(
                "/v1/logs",
                body.toByteArray(),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                encoding);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.text()).isEqualTo("{}");
    assertArrived(service, "otlp_http");
  }

  @Test
  void arrivesOnThePortOfTheApiToo() {
    export(
        OtlpHttpLogRecordExporter.builder()
            .setEndpoint(server.api().address() + "/v1/logs")
            .build(),
        records("api-port"));

    assertArrived("api-port", "otlp_http");
  }

  private static void export(LogRecordExporter exporter, List<LogRecordData> records) {
    CompletableResultCode sent = exporter.export(records).join(PATIENCE_SECONDS, TimeUnit.SECONDS);
    CompletableResultCode ended = exporter.shutdown().join(PATIENCE_SECONDS, TimeUnit.SECONDS);

    assertThat(sent.isSuccess()).describedAs("%s", sent.getFailureThrowable()).isTrue();
    assertThat(ended.isSuccess()).isTrue();
  }

  /** Three records of a service, made as an application makes them. */
  private static List<LogRecordData> records(String service) {
    List<LogRecordData> records = new ArrayList<>();
    try (SdkLoggerProvider provider =
        SdkLoggerProvider.builder()
            .setResource(
                Resource.builder()
                    .put("service.name", service)
                    .put("process.pid", 4_294_967_296L)
                    .build())
            .addLogRecordProcessor((context, made) -> records.add(made.toLogRecordData()))
            .build()) {
      Logger logger =
          provider.loggerBuilder("com.example.Shop").setInstrumentationVersion("1.2").build();
      withEverything(at(logger, 0)).emit();
      at(logger, 1).emit();
      withNestedBody(at(logger, 2)).emit();
    }
    return records;
  }

  private static LogRecordBuilder at(Logger logger, int order) {
    return logger
        .logRecordBuilder()
        .setContext(Context.root())
        .setTimestamp(NANOS + order, TimeUnit.NANOSECONDS)
        .setObservedTimestamp(NANOS + 1_000_000_000, TimeUnit.NANOSECONDS);
  }

  private static LogRecordBuilder withEverything(LogRecordBuilder record) {
    return record
        .setContext(Context.root().with(Span.wrap(SPAN)))
        .setSeverity(Severity.ERROR2)
        .setSeverityText("critical")
        .setEventName("order.failed")
        .setBody("order 17 of user ünïcode 🦉 failed")
        .setAttribute(stringKey("http.route"), "/orders/{id}")
        .setAttribute(longKey("least"), Long.MIN_VALUE)
        .setAttribute(longKey("greatest"), Long.MAX_VALUE)
        .setAttribute(longKey("beyond.doubles"), 9_007_199_254_740_993L)
        .setAttribute(doubleKey("ratio"), 0.1)
        .setAttribute(booleanKey("retried"), true)
        .setAttribute(stringArrayKey("names"), List.of("a", " ", "\"\n"))
        .setAttribute(longArrayKey("numbers"), List.of(1L, -1L))
        .setAttribute(doubleArrayKey("ratios"), List.of(1.5, -2e300));
  }

  private static LogRecordBuilder withNestedBody(LogRecordBuilder record) {
    return record
        .setSeverity(Severity.DEBUG)
        .setBody(
            Value.of(
                KeyValue.of("order", Value.of(KeyValue.of("id", Value.of(Long.MAX_VALUE)))),
                KeyValue.of("lines", Value.of(Value.of("one"), Value.of(2), Value.of(false))),
                KeyValue.of("raw", Value.of(new byte[] {0, 1, -1}))));
  }

  private static String expected(String service, String receiver, String record) {
    return record.replace("\n", "").replace("SERVICE", service).replace("RECEIVER", receiver);
  }

  private static void assertArrived(String service, String receiver) {
    List<Attributes> logs =
        server.api().get("/api/logs?order=oldest&service=" + service).list("logs");

    assertThat(logs)
        .extracting(OpenTelemetryClientTest::stable)
        .containsExactly(
            expected(service, receiver, EVERYTHING),
            expected(service, receiver, NOTHING),
            expected(service, receiver, NESTED));
    assertThat(stored(service)).containsExactly(receiver + " no_policy 3");
    assertThat(Accounts.records(server.api())).isGreaterThanOrEqualTo(3);
  }

  /** A record without what the server has made up: its id and that of its template. */
  private static String stable(Attributes log) {
    Attributes.Builder stable = Attributes.builder();
    log.forEach((name, value) -> {
      if (!name.equals("id") && !name.equals("template_id")) {
        stable.put(name, value);
      }
    });
    return AnyValueJson.toJson(AnyValue.of(stable.build()));
  }

  private static List<String> stored(String service) {
    return server.api().get("/api/v1/ledger").list("entries").stream()
        .filter(entry -> entry.value("service").text().equals(service))
        .map(entry ->
            String.join(
                " ",
                entry.value("receiver").text(),
                entry.value("reason").text(),
                entry.value("records").text()))
        .toList();
  }
}
