package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GrpcCallCounterTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Traffic traffic = new Traffic(metrics);
  private final GrpcCallCounter call = call("grpc");

  private GrpcCallCounter call(String receiver) {
    return new GrpcCallCounter(traffic, new Arrivals(metrics), receiver);
  }

  /** What became of the requests that were counted. */
  private List<String> results() {
    return metrics.find("winnow.intake.requests").counters().stream()
        .filter(counter -> counter.count() == 1)
        .map(GrpcCallCounterTest::result)
        .toList();
  }

  private static String result(Counter counter) {
    return counter.getId().getTag("receiver") + " " + counter.getId().getTag("result");
  }

  /** None of them is a fault of the server, which has not been asked. */
  @ParameterizedTest
  @CsvSource({
    "CANCELLED, incomplete",
    "DEADLINE_EXCEEDED, incomplete",
    "UNAVAILABLE, incomplete",
    "RESOURCE_EXHAUSTED, request_too_large",
    "UNIMPLEMENTED, unsupported_media_type",
    "INTERNAL, malformed_request",
    "UNKNOWN, malformed_request"
  })
  void tellsWhyGrpcEndedACall(Status.Code code, String result) {
    call.streamClosed(code.toStatus());

    assertThat(results()).containsExactly("grpc " + result);
    assertThat(traffic.errors()).isZero();
    assertThat(traffic.unanswered()).isZero();
    assertThat(call.begin()).isFalse();
  }

  @Test
  void knowsCallsOfMethodsThatThereAreNot() {
    call(GrpcCallCounter.NO_RECEIVER).streamClosed(Status.UNIMPLEMENTED);

    assertThat(results()).containsExactly("none not_found");
  }

  @Test
  void acceptsWhatIsStoredAlthoughItsSenderHasLeft() {
    assertThat(call.begin()).isTrue();
    call.streamClosed(Status.CANCELLED);
    assertThat(results()).isEmpty();

    call.accepted();

    assertThat(results()).containsExactly("grpc accepted");
  }

  @Test
  void countsARefusalOnceAndAsAFaultIfItIsOne() {
    assertThat(call.begin()).isTrue();
    call.refused(new WinnowException(ErrorCode.INTERNAL_ERROR, "a fault"));
    call.streamClosed(Status.INTERNAL);
    GrpcCallCounter other = call("other");
    other.refused(new WinnowException(ErrorCode.MALFORMED_REQUEST, "damaged"));
    other.streamClosed(Status.INVALID_ARGUMENT);

    assertThat(results())
        .containsExactlyInAnyOrder("grpc internal_error", "other malformed_request");
    assertThat(traffic.errors()).isEqualTo(1);
  }
}
