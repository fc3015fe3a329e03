package dev.winnow.e2e.serving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import dev.winnow.e2e.PackagedProgram;
import dev.winnow.kernel.record.Attributes;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What senders send that means no good, or means well and is broken. */
final class HostileIntakeTest {
  private static final String LINES = "/api/logs";
  private static final String OTLP = "/v1/logs";
  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";
  private static final int INVALID_ARGUMENT = 3;
  private static final int NOT_FOUND = 5;
  private static final int RESOURCE_EXHAUSTED = 8;
  private static final int UNIMPLEMENTED = 12;

  @TempDir private static Path home;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(new PackagedProgram(home).withServer(), home.resolve("data"));
  }

  /** After all of it the accounts agree, and the server takes records as before. */
  @AfterAll
  static void isWellAfterAll() {
    try {
      assertThat(Accounts.records(server.api())).isPositive();
      assertThat(server.api().get("/health/ready").text("status")).isEqualTo("ready");
    } finally {
      server.close();
    }
  }

  private static long stored() {
    return server.api().get("/api/v1/ledger").number("outcomes.stored");
  }

  private static Answer lines(byte[] body, String... headers) {
    return server.api().post(LINES, body, headers);
  }

  private static Answer otlp(byte[] body, String type, String encoding) {
    return server.otlp().post(OTLP, body, "Content-Type", type, "Content-Encoding", encoding);
  }

  private static Attributes found(String search) {
    return server.api().get(LINES + "?search=" + Http.parameter(search)).list("logs").getFirst();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  /** The number that a google.rpc.Status says. */
  private static int statusCode(byte[] body) throws InvalidProtocolBufferException {
    return UnknownFieldSet.parseFrom(body).getField(1).getVarintList().getFirst().intValue();
  }

  private static LogRecord.Builder record(String body) {
    return LogRecord.newBuilder().setBody(AnyValue.newBuilder().setStringValue(body));
  }

  private static byte[] request(LogRecord.Builder... records) {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    var scope = request.addResourceLogsBuilder().addScopeLogsBuilder();
    Arrays.stream(records).forEach(scope::addLogRecords);
    return request.build().toByteArray();
  }

  @Test
  void refusesOtherContentTypes() throws IOException {
    Answer otlp = otlp(new byte[0], "text/html", "identity");

    assertThat(otlp.status()).isEqualTo(415);
    assertThat(otlp.header("Content-Type")).isEqualTo(PROTOBUF);
    assertThat(statusCode(otlp.bytes())).isEqualTo(UNIMPLEMENTED);
    assertThat(lines("{}".getBytes(UTF_8), "Content-Type", "image/png").problem())
        .isEqualTo("415 unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "compress", "gzip, br"})
  void storesNothingInAnEncodingThatItDoesNotKnow(String encoding) {
    long before = stored();

    Answer otlp = otlp("{}".getBytes(UTF_8), JSON, encoding);
    Answer lines = lines("{\"message\":\"x\"}".getBytes(UTF_8), "Content-Encoding", encoding);

    assertThat(otlp.status()).isEqualTo(415);
    assertThat(otlp.number("code")).isEqualTo(UNIMPLEMENTED);
    assertThat(lines.problem()).isEqualTo("415 unsupported_media_type");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void refusesTruncatedGzip() throws IOException {
    byte[] packed = gzip(request(record("a text that is cut")));
    byte[] half = Arrays.copyOf(packed, packed.length / 2);

    Answer otlp = otlp(half, PROTOBUF, "gzip");

    assertThat(otlp.status()).isEqualTo(400);
    assertThat(statusCode(otlp.bytes())).isEqualTo(INVALID_ARGUMENT);
    assertThat(lines(half, "Content-Encoding", "gzip").problem())
        .isEqualTo("400 malformed_request");
  }

  @Test
  void refusesBombs() throws IOException {
    byte[] bomb = gzip(new byte[(64 << 20) + 1]);

    Answer otlp = otlp(bomb, PROTOBUF, "gzip");

    assertThat(otlp.status()).isEqualTo(413);
    assertThat(statusCode(otlp.bytes())).isEqualTo(RESOURCE_EXHAUSTED);
    assertThat(lines(bomb, "Content-Encoding", "gzip").problem())
        .isEqualTo("413 request_too_large");
  }

  @Test
  void refusesBodiesAboveTheLimit() {
    byte[] large = new byte[(16 << 20) + 1];

    assertThat(otlp(large, PROTOBUF, "identity").status()).isEqualTo(413);
    assertThat(lines(large).problem()).isEqualTo("413 request_too_large");
    assertThat(new GrpcCaller(server.grpc(), "").call(GrpcCaller.EXPORT_LOGS, large))
        .isEqualTo(RESOURCE_EXHAUSTED);
  }

  @Test
  void refusesAMillionRecordsInOneRequest() {
    byte[] lines = "{\"message\":\"a\"}\n".repeat(1_000_000).getBytes(UTF_8);

    assertThat(lines(lines).problem()).isEqualTo("413 request_too_large");
  }

  @Test
  void refusesAMillionEmptyRecordsOfFewBytes() {
    long before = stored();
    LogRecord.Builder[] records = new LogRecord.Builder[1_000_000];
    Arrays.setAll(records, place -> LogRecord.newBuilder());
    byte[] message = request(records);

    assertThat(otlp(message, PROTOBUF, "identity").status()).isEqualTo(413);
    assertThat(new GrpcCaller(server.grpc(), "").call(GrpcCaller.EXPORT_LOGS, message))
        .isEqualTo(RESOURCE_EXHAUSTED);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void acceptsEmptyRequests() {
    Answer protobuf = otlp(new byte[0], PROTOBUF, "identity");

    assertThat(protobuf.status()).isEqualTo(200);
    assertThat(protobuf.bytes()).isEmpty();
    assertThat(otlp("{}".getBytes(UTF_8), JSON, "identity").text()).isEqualTo("{}");
    assertThat(lines(new byte[0]).number("accepted")).isZero();
    assertThat(new GrpcCaller(server.grpc(), "").call(GrpcCaller.EXPORT_LOGS, new byte[0]))
        .isZero();
  }

  @Test
  void refusesCorruptMessages() throws IOException {
    byte[] cut = Arrays.copyOf(request(record("whole")), 9);

    Answer protobuf = otlp(cut, PROTOBUF, "identity");
    Answer json = otlp("{\"resourceLogs\":[".getBytes(UTF_8), JSON, "identity");

    assertThat(protobuf.status()).isEqualTo(400);
    assertThat(statusCode(protobuf.bytes())).isEqualTo(INVALID_ARGUMENT);
    assertThat(json.status()).isEqualTo(400);
    assertThat(json.number("code")).isEqualTo(INVALID_ARGUMENT);
    assertThat(new GrpcCaller(server.grpc(), "").call(GrpcCaller.EXPORT_LOGS, cut))
        .isEqualTo(INVALID_ARGUMENT);
  }

  @Test
  void refusesTheOtherSignalsOfOtlp() throws IOException {
    for (String path : new String[] {"/v1/traces", "/v1/metrics"}) {
      for (Http port : new Http[] {server.otlp(), server.api()}) {
        Answer protobuf = port.post(path, new byte[0], "Content-Type", PROTOBUF);
        Answer json = port.post(path, "{}");

        assertThat(protobuf.status()).isEqualTo(404);
        assertThat(protobuf.header("Content-Type")).isEqualTo(PROTOBUF);
        assertThat(statusCode(protobuf.bytes())).isEqualTo(NOT_FOUND);
        assertThat(json.status()).isEqualTo(404);
        assertThat(json.number("code")).isEqualTo(NOT_FOUND);
      }
    }
    assertThat(new GrpcCaller(server.grpc(), "").call(GrpcCaller.EXPORT_TRACES, new byte[0]))
        .isEqualTo(UNIMPLEMENTED);
  }

  @Test
  void keepsABodyOfTenMegabytes() {
    String body = "tenmegabytes " + "x".repeat(10_000_000);

    assertThat(lines("{\"message\":\"%s\"}".formatted(body).getBytes(UTF_8)).number("accepted"))
        .isEqualTo(1);
    assertThat(found("tenmegabytes").value("body").text()).isEqualTo(body);
  }

  @Test
  void leavesOutOnlyWhatNestsTooDeep() throws IOException {
    AnyValue.Builder deep = AnyValue.newBuilder().setIntValue(1);
    for (int depth = 0; depth < 90; depth++) {
      deep = AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(deep));
    }

    Answer answer =
        otlp(
            request(
                record("before the deep one"),
                LogRecord.newBuilder().setBody(deep),
                record("after the deep one")),
            PROTOBUF,
            "identity");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(
            ExportLogsServiceResponse.parseFrom(answer.bytes())
                .getPartialSuccess()
                .getRejectedLogRecords())
        .isEqualTo(1);
    assertThat(server.api().get(LINES + "?search=the+deep+one&count=true").number("total"))
        .isEqualTo(2);
  }

  @Test
  void refusesLinesThatNestWithoutEnd() {
    byte[] deep = ("{\"a\":" + "[".repeat(1_000_000)).getBytes(UTF_8);

    assertThat(lines(deep).problem()).isEqualTo("400 malformed_request");
  }

  @Test
  void keepsTextThatIsNotUtf8AsFarAsItIs() {
    byte[] message = request(record("not utf-8: XX"));
    int at = new String(message, UTF_8).indexOf("XX");
    message[at] = (byte) 0xff;
    message[at + 1] = (byte) 0xfe;

    assertThat(otlp(message, PROTOBUF, "identity").status()).isEqualTo(200);
    assertThat(found("not utf-8").value("body").text()).isEqualTo("not utf-8: \ufffd\ufffd");
  }

  @Test
  void keepsTheLastOfAttributesWithOneKey() {
    LogRecord.Builder twice =
        record("one key twice")
            .addAttributes(attribute("k", AnyValue.newBuilder().setIntValue(1)))
            .addAttributes(attribute("k", AnyValue.newBuilder().setStringValue("")))
            .addAttributes(attribute("n", AnyValue.newBuilder().setDoubleValue(Double.NaN)))
            .addAttributes(
                attribute(
                    "b", AnyValue.newBuilder().setBytesValue(ByteString.copyFromUtf8("bytes"))));

    assertThat(otlp(request(twice), PROTOBUF, "identity").status()).isEqualTo(200);
    assertThat(found("one key twice").value("attributes").text())
        .isEqualTo("{\"k\":\"\",\"n\":\"NaN\",\"b\":\"Ynl0ZXM=\"}");
  }

  private static KeyValue attribute(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }

  @ParameterizedTest
  @CsvSource({"1970, 1", "1999, 946684799000000000", "2400, 13569465600000000000"})
  void keepsTimesThatCannotBeMeantAsAttributes(String year, String nanos) {
    LogRecord.Builder record =
        record("of the year " + year).setTimeUnixNano(Long.parseUnsignedLong(nanos));

    assertThat(otlp(request(record), PROTOBUF, "identity").status()).isEqualTo(200);
    Attributes kept = found("of the year " + year);
    assertThat(kept.at("attributes.log.record.original_timestamp").text()).isEqualTo(nanos);
    assertThat(kept.value("timestamp")).isEqualTo(kept.value("observed_timestamp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2400-01-01T00:00:00Z", "2600-01-01T00:00:00Z", "yesterday"})
  void keepsTextsThatAreNoTimesAsAttributes(String time) {
    String line = "{\"message\":\"at %1$s\",\"time\":\"%1$s\"}".formatted(time);

    assertThat(lines(line.getBytes(UTF_8)).number("accepted")).isEqualTo(1);
    Attributes kept = found("at " + time);
    assertThat(kept.at("attributes.time").text()).isEqualTo(time);
    assertThat(kept.value("timestamp")).isEqualTo(kept.value("observed_timestamp"));
  }

  @Test
  void saysWhichLineIsBrokenAndKeepsTheOthers() {
    Answer answer =
        lines(
            """
            {"message":"line 1 of three"}
            {"message":"line 2 of three
            {"message":"line 3 of three"}
            """
                .getBytes(UTF_8));

    assertThat(answer.text())
        .isEqualTo(
            """
            {"accepted":2,"duplicates":0,"malformed":1,\
            "errors":[{"position":2,"reason":"ends too early"}]}\
            """);
    assertThat(server.api().get(LINES + "?search=of+three&count=true").number("total"))
        .isEqualTo(2);
  }

  @Test
  void refusesBodiesOfWhichNothingCanBeRead() {
    long before = stored();

    assertThat(lines("garbage".getBytes(UTF_8)).problem()).isEqualTo("400 malformed_request");
    assertThat(stored()).isEqualTo(before);
  }
}
