package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

final class GrpcBodyMeterTest {
  private final BodyBudget budget = new BodyBudget(10, Duration.ZERO);
  private final GrpcBodyMeter meter = new GrpcBodyMeter(budget, Runnable::run);

  @Test
  void givesBackWhatACallHeld() {
    meter.inboundWireSize(4);
    meter.inboundUncompressedSize(6);
    assertThat(budget.share().take(1)).isFalse();

    meter.streamClosed(Status.OK);

    assertThat(budget.share().take(10)).isTrue();
  }

  /** The message of a cancelled call may still be in the hands of the thread that unpacks it. */
  @Test
  void holdsNothingOnceTheCallIsOver() {
    meter.inboundWireSize(4);
    meter.streamClosed(Status.CANCELLED);

    meter.inboundUncompressedSize(6);

    assertThat(budget.share().take(10)).isTrue();
  }

  @Test
  void tellsOnceThatThereIsNoRoom() {
    List<ErrorCode> told = new ArrayList<>();
    meter.inboundWireSize(6);
    meter.inboundWireSize(5);
    meter.whenFull(reason -> told.add(reason.code()));
    meter.inboundWireSize(5);

    assertThat(told).containsExactly(ErrorCode.REQUEST_TOO_LARGE);
    meter.streamClosed(Status.CANCELLED);
    assertThat(budget.share().take(10)).isTrue();
  }

  @Test
  void waitsForRoomThatOthersGiveBack() throws InterruptedException, ExecutionException {
    BodyBudget patient = new BodyBudget(10, Duration.ofMinutes(5));
    CompletableFuture<Void> waited = new CompletableFuture<>();
    GrpcBodyMeter waiting =
        new GrpcBodyMeter(
            patient,
            work ->
                Thread.ofVirtual()
                    .start(() -> {
                      work.run();
                      waited.complete(null);
                    }));
    List<ErrorCode> told = new ArrayList<>();
    waiting.whenFull(reason -> told.add(reason.code()));
    BodyBudget.Share other = patient.share();
    assertThat(other.take(8)).isTrue();

    waiting.inboundWireSize(4);
    other.close();
    waited.get();

    assertThat(told).isEmpty();
    assertThat(patient.share().take(7)).isFalse();
    waiting.streamClosed(Status.OK);
    assertThat(patient.share().take(10)).isTrue();
  }
}
