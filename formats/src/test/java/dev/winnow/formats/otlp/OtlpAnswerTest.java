package dev.winnow.formats.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OtlpAnswerTest {
  private static String json(OtlpAnswer answer) {
    return new String(answer.encode(OtlpForm.JSON), StandardCharsets.UTF_8);
  }

  @Test
  void saysNothingOfARequestThatWasTakenWhole() {
    OtlpAnswer answer = OtlpAnswer.accepted(new LogsRequest(List.of(), 0, ""), "");
    assertThat(answer.encode(OtlpForm.PROTOBUF)).isEmpty();
    assertThat(json(answer)).isEqualTo("{}");
  }

  @Test
  void countsTheRecordsThatWereLeftOut() throws InvalidProtocolBufferException {
    OtlpAnswer answer = OtlpAnswer.accepted(new LogsRequest(List.of(), 300, "na\u00efve"), "");
    ExportLogsServiceResponse response =
        ExportLogsServiceResponse.parseFrom(answer.encode(OtlpForm.PROTOBUF));
    assertThat(response.getPartialSuccess().getRejectedLogRecords()).isEqualTo(300);
    assertThat(response.getPartialSuccess().getErrorMessage()).isEqualTo("na\u00efve");
    assertThat(response.getUnknownFields().asMap()).isEmpty();
    assertThat(json(answer))
        .isEqualTo(
            "{\"partialSuccess\":{\"rejectedLogRecords\":\"300\",\"errorMessage\":\"na\u00efve\"}}");
  }

  @Test
  void warnsWithoutRejecting() throws InvalidProtocolBufferException {
    OtlpAnswer answer = new OtlpAnswer.Accepted(0, "clock is behind");
    ExportLogsServiceResponse response =
        ExportLogsServiceResponse.parseFrom(answer.encode(OtlpForm.PROTOBUF));
    assertThat(response.hasPartialSuccess()).isTrue();
    assertThat(response.getPartialSuccess().getRejectedLogRecords()).isZero();
  }

  @Test
  void refusesForGood() throws InvalidProtocolBufferException {
    OtlpAnswer answer =
        OtlpAnswer.refused(
            new WinnowException(ErrorCode.REQUEST_TOO_LARGE, "the request has more than 5 values"),
            Duration.ZERO);
    UnknownFieldSet status = UnknownFieldSet.parseFrom(answer.encode(OtlpForm.PROTOBUF));
    assertThat(status.asMap().keySet()).containsExactly(1, 2);
    assertThat(status.getField(1).getVarintList()).containsExactly(8L);
    assertThat(status.getField(2).getLengthDelimitedList().getFirst().toStringUtf8())
        .isEqualTo("the request has more than 5 values");
    assertThat(json(answer))
        .isEqualTo("{\"code\":8,\"message\":\"the request has more than 5 values\"}");
  }

  @Test
  void saysWhenToSendAgain() throws InvalidProtocolBufferException {
    OtlpAnswer answer =
        new OtlpAnswer.Refused(GrpcCode.UNAVAILABLE, "busy", Duration.ofMillis(2_500));
    UnknownFieldSet status = UnknownFieldSet.parseFrom(answer.encode(OtlpForm.PROTOBUF));
    UnknownFieldSet any =
        UnknownFieldSet.parseFrom(status.getField(3).getLengthDelimitedList().getFirst());
    assertThat(any.getField(1).getLengthDelimitedList().getFirst().toStringUtf8())
        .isEqualTo("type.googleapis.com/google.rpc.RetryInfo");
    UnknownFieldSet retryInfo =
        UnknownFieldSet.parseFrom(any.getField(2).getLengthDelimitedList().getFirst());
    UnknownFieldSet delay =
        UnknownFieldSet.parseFrom(retryInfo.getField(1).getLengthDelimitedList().getFirst());
    assertThat(delay.getField(1).getVarintList()).containsExactly(2L);
    assertThat(delay.getField(2).getVarintList()).containsExactly(500_000_000L);
    assertThat(json(answer))
        .isEqualTo(
            "{\"code\":14,\"message\":\"busy\",\"details\":[{\"@type\":"
                + "\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"2.500s\"}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "MALFORMED_REQUEST, INVALID_ARGUMENT",
    "INVALID_RECORD, INVALID_ARGUMENT",
    "REQUEST_TOO_LARGE, RESOURCE_EXHAUSTED",
    "UNSUPPORTED_MEDIA_TYPE, UNIMPLEMENTED"
  })
  void hasAStatusForEachFailure(ErrorCode failure, GrpcCode status) {
    assertThat(GrpcCode.of(failure)).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void letsClientsSendAgainOnlyWhatMayPass(ErrorCode failure) {
    assertThat(GrpcCode.of(failure) == GrpcCode.UNAVAILABLE)
        .isEqualTo(failure.kind() == ErrorCode.Kind.TRANSIENT);
  }
}
