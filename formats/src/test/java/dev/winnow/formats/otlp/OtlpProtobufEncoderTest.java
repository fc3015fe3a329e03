package dev.winnow.formats.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OtlpProtobufEncoderTest {
  private final OtlpProtobufEncoder encoder = new OtlpProtobufEncoder();
  private final OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void isReadBackAsTheSameRecords(@ForAll("records") List<LogRecord> records) {
    byte[] request = encoder.encode(records);
    assertThat(decoder.decode(request, 0, request.length))
        .isEqualTo(new LogsRequest(records, 0, ""));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void openTelemetryReadsWhatItWouldWrite(@ForAll("records") List<LogRecord> records)
      throws InvalidProtocolBufferException {
    ExportLogsServiceRequest read = ExportLogsServiceRequest.parseFrom(encoder.encode(records));
    assertThat(read.getUnknownFields().asMap()).isEmpty();
    LogsRequest decoded = decoder.decode(read.toByteArray(), 0, read.getSerializedSize());
    assertThat(decoded.records()).isEqualTo(records);
  }

  @Provide
  Arbitrary<List<LogRecord>> records() {
    return OtlpRecords.lists();
  }

  @Test
  void sharesResourceAndScopeAmongNeighbours() throws InvalidProtocolBufferException {
    List<LogRecord> records =
        List.of(record("a", "x"), record("a", "x"), record("a", "y"), record("b", "y"));
    List<ResourceLogs> resources =
        ExportLogsServiceRequest.parseFrom(encoder.encode(records)).getResourceLogsList();
    assertThat(resources).hasSize(2);
    assertThat(resources.getFirst().getScopeLogsList())
        .extracting(scope -> scope.getScope().getName() + scope.getLogRecordsCount())
        .containsExactly("x2", "y1");
    assertThat(resources.getLast().getScopeLogsCount()).isEqualTo(1);
  }

  private static LogRecord record(String service, String scope) {
    return LogRecord.builder()
        .timestamp(1)
        .body(AnyValue.of("said"))
        .resource(Resource.ofService(service))
        .scope(InstrumentationScope.of(scope))
        .build();
  }

  @Test
  void nothingIsAnEmptyMessage() {
    assertThat(encoder.encode(List.of())).isEmpty();
  }

  @Test
  void aRequestLargerThanTheLastOneIsWhole() {
    LogRecord large = record("a", "x").toBuilder().body(AnyValue.of("é".repeat(100_000))).build();
    byte[] request = encoder.encode(List.of(record("b", "y"), large));
    assertThat(decoder.decode(request, 0, request.length).records())
        .containsExactly(record("b", "y"), large);
  }

  @Test
  void readsWhatWasNotTaken() {
    ExportLogsServiceResponse.Builder response = ExportLogsServiceResponse.newBuilder();
    assertThat(OtlpPartialSuccess.decode(response.build().toByteArray()))
        .isEqualTo(new OtlpPartialSuccess(0, ""));
    response.getPartialSuccessBuilder().setRejectedLogRecords(3).setErrorMessage("too old");
    assertThat(OtlpPartialSuccess.decode(response.build().toByteArray()))
        .isEqualTo(new OtlpPartialSuccess(3, "too old"));
  }
}
