package dev.winnow.formats.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.winnow.formats.protobuf.ProtobufWriter;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpProtobufDecoderTest {
  private static final LogRecord FULL =
      LogRecord.builder()
          .timestamp(1_790_000_000_123_456_789L)
          .observedTimestamp(-1L)
          .severityNumber(SeverityNumber.ERROR2)
          .severityText("Error")
          .body("payment refused")
          .attributes(
              Attributes.builder()
                  .put("user.id", "u-7")
                  .put("duration_ms", 12L)
                  .put("ratio", 0.5)
                  .put("cached", true)
                  .put("raw", new AnyValue.BytesValue(new byte[] {1, -1}))
                  .put("tags", AnyValue.of(List.of(AnyValue.of("a"), AnyValue.of(2L))))
                  .put("http", AnyValue.of(Attributes.of("status", AnyValue.of(500L))))
                  .put("nothing", AnyValue.empty())
                  .build())
          .resource(Resource.ofService("checkout"))
          .scope(
              new InstrumentationScope(
                  "shop.Cart", "1.2", Attributes.of("short", AnyValue.of(true))))
          .eventName("payment.refused")
          .traceId("0123456789abcdef0123456789abcdef")
          .spanId("00000000000000ff")
          .traceFlags(1)
          .droppedAttributesCount(3)
          .build();

  private final OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);

  private LogsRequest decode(ExportLogsServiceRequest request) {
    return decode(request.toByteArray());
  }

  private LogsRequest decode(byte[] request) {
    return decoder.decode(request, 0, request.length);
  }

  private static io.opentelemetry.proto.logs.v1.LogRecord.Builder message() {
    return io.opentelemetry.proto.logs.v1.LogRecord.newBuilder();
  }

  private static ExportLogsServiceRequest request(
      io.opentelemetry.proto.logs.v1.LogRecord.Builder record) {
    return ExportLogsServiceRequest.newBuilder()
        .addResourceLogs(
            ResourceLogs.newBuilder().addScopeLogs(ScopeLogs.newBuilder().addLogRecords(record)))
        .build();
  }

  private LogRecord only(io.opentelemetry.proto.logs.v1.LogRecord.Builder record) {
    LogsRequest decoded = decode(request(record));
    assertThat(decoded.rejectedLogRecords()).isZero();
    assertThat(decoded.records()).hasSize(1);
    return decoded.records().getFirst();
  }

  @Test
  void readsEveryField() {
    assertThat(decode(OtlpMessages.request(List.of(FULL))))
        .isEqualTo(new LogsRequest(List.of(FULL), 0, ""));
  }

  @Test
  void readsAPartOfAnArray() {
    byte[] request = OtlpMessages.protobuf(List.of(FULL));
    byte[] longer = new byte[request.length + 20];
    System.arraycopy(request, 0, longer, 7, request.length);
    assertThat(decoder.decode(longer, 7, 7 + request.length).records()).containsExactly(FULL);
  }

  @Test
  void takesAnEmptyRequestForOneWithoutRecords() {
    assertThat(decode(new byte[0])).isEqualTo(new LogsRequest(List.of(), 0, ""));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void readsWhatOpenTelemetryWrites(@ForAll("records") List<LogRecord> records) {
    assertThat(decode(OtlpMessages.request(records))).isEqualTo(new LogsRequest(records, 0, ""));
  }

  @Provide
  Arbitrary<List<LogRecord>> records() {
    return OtlpRecords.lists();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void refusesOrReadsWhateverBytesThereAre(
      @ForAll("records") List<LogRecord> records, @ForAll("mutations") List<Mutation> mutations) {
    byte[] request = OtlpMessages.protobuf(records);
    for (Mutation mutation : mutations) {
      request = mutation.apply(request);
    }
    try {
      LogsRequest decoded = decode(request);
      assertThat(decoded.rejectedLogRecords() == 0).isEqualTo(decoded.errorMessage().isEmpty());
    } catch (WinnowException refused) {
      assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
      assertThat(refused).hasMessageMatching("the protobuf message .*, byte \\d+");
    }
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.arbitrary().list().ofMinSize(1).ofMaxSize(4);
  }

  @Property
  void refusesOrReadsRandomBytes(@ForAll byte[] request) {
    try {
      assertThat(decode(request).rejectedLogRecords()).isZero();
    } catch (WinnowException refused) {
      assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }
  }

  @Test
  void sharesResourceScopeAndKeysAmongRecords() {
    LogRecord other = FULL.toBuilder().body("another").build();
    List<LogRecord> records = decode(OtlpMessages.request(List.of(FULL, other, FULL))).records();
    assertThat(records.get(2).resource()).isSameAs(records.get(0).resource());
    assertThat(records.get(2).scope()).isSameAs(records.get(0).scope());
    assertThat(keys(records.get(2))).isEqualTo(keys(records.get(1)));
    assertThat(keys(records.get(2)).getFirst()).isSameAs(keys(records.get(1)).getFirst());
  }

  private static List<String> keys(LogRecord record) {
    List<String> keys = new ArrayList<>();
    record.attributes().forEach((key, value) -> keys.add(key));
    return keys;
  }

  @Test
  void findsAResourceBehindItsRecords() {
    ExportLogsServiceRequest request = OtlpMessages.request(List.of(FULL));
    ResourceLogs logs = request.getResourceLogs(1);
    ScopeLogs scopeLogs = logs.getScopeLogs(0);
    ProtobufWriter scopeBehind =
        new ProtobufWriter()
            .bytes(2, scopeLogs.getLogRecords(0).toByteArray())
            .bytes(1, scopeLogs.getScope().toByteArray());
    ProtobufWriter resourceBehind =
        new ProtobufWriter().message(2, scopeBehind).bytes(1, logs.getResource().toByteArray());
    assertThat(decode(new ProtobufWriter().message(1, resourceBehind).toByteArray()).records())
        .containsExactly(FULL);
  }

  @Test
  void passesOverUnknownFields() {
    UnknownFieldSet unknown =
        UnknownFieldSet.newBuilder()
            .addField(100, field().addVarint(-1).build())
            .addField(101, field().addFixed32(1).build())
            .addField(102, field().addFixed64(1).build())
            .addField(536_870_911, field().addLengthDelimited(ByteString.copyFromUtf8("x")).build())
            .build();
    ExportLogsServiceRequest request = OtlpMessages.request(List.of(FULL));
    ExportLogsServiceRequest.Builder extended = request.toBuilder().setUnknownFields(unknown);
    ResourceLogs.Builder resourceLogs =
        extended.getResourceLogsBuilder(1).setUnknownFields(unknown).setSchemaUrl("https://a.b");
    resourceLogs.getResourceBuilder().setUnknownFields(unknown).setDroppedAttributesCount(1);
    ScopeLogs.Builder scopeLogs = resourceLogs.getScopeLogsBuilder(0).setUnknownFields(unknown);
    scopeLogs.getScopeBuilder().setUnknownFields(unknown);
    scopeLogs.getLogRecordsBuilder(0).setUnknownFields(unknown);
    scopeLogs.getLogRecordsBuilder(0).getBodyBuilder().setUnknownFields(unknown);
    assertThat(decode(extended.build()).records()).containsExactly(FULL);
  }

  private static UnknownFieldSet.Field.Builder field() {
    return UnknownFieldSet.Field.newBuilder();
  }

  @Test
  void letsTheLastOfTwoValuesForAKeyCount() {
    KeyValue.Builder pair = KeyValue.newBuilder().setKey("a");
    LogRecord record =
        only(
            message()
                .addAttributes(pair.setValue(OtlpMessages.value(AnyValue.of(1L))))
                .addAttributes(KeyValue.newBuilder().setKey("b"))
                .addAttributes(pair.setValue(OtlpMessages.value(AnyValue.of("x")))));
    assertThat(record.attributes()).hasToString("{\"a\":\"x\",\"b\":null}");
  }

  @Test
  void leavesOutIdsThatAreNone() {
    LogRecord record =
        only(
            message()
                .setTraceId(ByteString.copyFrom(new byte[15]))
                .setSpanId(ByteString.copyFrom(new byte[8])));
    assertThat(record.traceId()).isEmpty();
    assertThat(record.spanId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"25, '', 25", "-3, '', -3", "99, shout, shout"})
  void keepsASeverityOffTheScaleAsText(int number, String text, String expected) {
    LogRecord record = only(message().setSeverityNumberValue(number).setSeverityText(text));
    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.UNSPECIFIED);
    assertThat(record.severityText()).isEqualTo(expected);
    assertThat(record.hasUnknownSeverity()).isTrue();
  }

  @Test
  void keepsTheTraceFlagsOnly() {
    assertThat(only(message().setFlags(0xffff_ff01)).traceFlags()).isEqualTo(1);
  }

  @Test
  void countsUpToTheLargestNumberOfDroppedAttributes() {
    assertThat(only(message().setDroppedAttributesCount(-1)).droppedAttributesCount())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void replacesBrokenUtf8() {
    byte[] body = {(byte) 0xc3, 'a', (byte) 0xff};
    ProtobufWriter record =
        new ProtobufWriter().message(5, new ProtobufWriter().bytes(1, body)).bytes(3, body);
    LogRecord decoded = decode(wrap(record)).records().getFirst();
    assertThat(decoded.body()).isEqualTo(AnyValue.of("\ufffda\ufffd"));
    assertThat(decoded.severityText()).isEqualTo("\ufffda\ufffd");
  }

  private static byte[] wrap(ProtobufWriter record) {
    return new ProtobufWriter()
        .message(1, new ProtobufWriter().message(2, new ProtobufWriter().message(2, record)))
        .toByteArray();
  }

  @Test
  void rejectsOnlyTheRecordsWithAValueThatNestsTooDeep() {
    List<LogRecord> records = List.of(nested(64), nested(1));
    ExportLogsServiceRequest.Builder request = OtlpMessages.request(records).toBuilder();
    ScopeLogs.Builder logs = request.getResourceLogsBuilder(0).getScopeLogsBuilder(0);
    logs.getLogRecordsBuilder(0)
        .setBody(OtlpMessages.value(AnyValue.of(List.of(AnyValue.empty()))))
        .getBodyBuilder()
        .getArrayValueBuilder()
        .setValues(0, OtlpMessages.value(nested(64).body()));
    assertThat(decode(request.build()))
        .isEqualTo(
            new LogsRequest(
                List.of(records.get(1)), 1, "log record 0: a value nests more than 64 deep"));
    assertThat(decode(OtlpMessages.request(records)).records()).isEqualTo(records);
  }

  @Test
  void rejectsTheRecordsOfAResourceThatNestsTooDeep() {
    ExportLogsServiceRequest.Builder request = OtlpMessages.request(List.of(FULL)).toBuilder();
    request
        .getResourceLogsBuilder(1)
        .getResourceBuilder()
        .addAttributes(
            KeyValue.newBuilder().setKey("deep").setValue(OtlpMessages.value(nested(64).body())));
    request.addResourceLogs(OtlpMessages.request(List.of(FULL)).getResourceLogs(1));
    assertThat(decode(request.build()).rejectedLogRecords()).isEqualTo(1);
    assertThat(decode(request.build()).records()).containsExactly(FULL);
  }

  private static LogRecord nested(int depth) {
    AnyValue value = AnyValue.of(List.of());
    for (int i = 1; i < depth; i++) {
      value = i % 2 == 0 ? AnyValue.of(List.of(value)) : AnyValue.of(Attributes.of("in", value));
    }
    return LogRecord.builder().body(value).build();
  }

  @Test
  void survivesThousandsOfMessagesInEachOther() {
    ProtobufWriter value = new ProtobufWriter();
    for (int i = 0; i < 3_000; i++) {
      value = new ProtobufWriter().message(5, new ProtobufWriter().message(1, value));
    }
    assertThat(decode(wrap(new ProtobufWriter().message(5, value))).rejectedLogRecords())
        .isEqualTo(1);
  }

  @Test
  void countsAttributesThatAreTooManyAsDropped() {
    OtlpProtobufDecoder small = new OtlpProtobufDecoder(new DecodeLimits(1, 100, 2));
    Attributes.Builder attributes = Attributes.builder();
    IntStream.range(0, 5).forEach(i -> attributes.put("k" + i, i));
    LogRecord record =
        LogRecord.builder().attributes(attributes.build()).droppedAttributesCount(4).build();
    byte[] request = OtlpMessages.protobuf(List.of(record));
    LogRecord decoded = small.decode(request, 0, request.length).records().getFirst();
    assertThat(decoded.attributes()).hasToString("{\"k0\":0,\"k1\":1}");
    assertThat(decoded.droppedAttributesCount()).isEqualTo(7);
  }

  @Test
  void refusesARequestWithAMillionRecords() {
    ScopeLogs.Builder logs = ScopeLogs.newBuilder();
    for (int i = 0; i < 1_000_000; i++) {
      logs.addLogRecords(io.opentelemetry.proto.logs.v1.LogRecord.getDefaultInstance());
    }
    ExportLogsServiceRequest request =
        ExportLogsServiceRequest.newBuilder()
            .addResourceLogs(ResourceLogs.newBuilder().addScopeLogs(logs))
            .build();
    assertThatThrownBy(() -> decode(request))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE))
        .hasMessage("the request has more than 100000 log records");
  }

  @Test
  void refusesARequestWithTooManyValues() {
    OtlpProtobufDecoder small = new OtlpProtobufDecoder(new DecodeLimits(10, 5, 10));
    AnyValue list = AnyValue.of(List.of(AnyValue.empty(), AnyValue.empty(), AnyValue.empty()));
    LogRecord record = LogRecord.builder().body(list).build();
    byte[] request = OtlpMessages.protobuf(List.of(record, record));
    assertThatThrownBy(() -> small.decode(request, 0, request.length))
        .hasMessage("the request has more than 5 values");
    byte[] half = OtlpMessages.protobuf(List.of(record));
    assertThat(small.decode(half, 0, half.length).records()).containsExactly(record);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0a05 0a00 | has a length of 5 with 2 bytes left, byte 1",
        "0affffffffffffffffff01 | has a length of 18446744073709551615 with 0 bytes left, byte 1",
        "0affffffffffffffffff02 | has a number of more than 64 bits, byte 1",
        "0affffffffffffffffffff01 | has a number of more than 64 bits, byte 1",
        "0a | ends within a field, byte 1",
        "8a | ends within a field, byte 0",
        "0bff | has wire type 3 in field 1 where 2 belongs, byte 1",
        "13 | has wire type 3 in field 2, byte 1",
        "0801 | has wire type 0 in field 1 where 2 belongs, byte 1",
        "0200 | has field number 0, byte 0",
        "16 | has wire type 6 in field 2, byte 1",
        "110000 | ends within a field, byte 1",
        "0a06 1204 1202 0900 | ends within a field, byte 7",
        "0a06 1204 1202 3a05 | has wire type 2 in field 7 where 0 belongs, byte 7"
      })
  void saysWhatIsWrongAndWhere(String hex, String message) {
    assertThatThrownBy(() -> decode(HexFormat.of().parseHex(hex.replace(" ", ""))))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST))
        .hasMessage("the protobuf message " + message);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void decodesTheNextRequestAfterABrokenOne(int times) {
    byte[] request = OtlpMessages.protobuf(List.of(FULL));
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> decoder.decode(request, 0, request.length - 1))
          .isInstanceOf(WinnowException.class);
    }
    assertThat(decode(request).records()).containsExactly(FULL);
  }
}
