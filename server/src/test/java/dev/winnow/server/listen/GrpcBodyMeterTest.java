package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GrpcBodyMeterTest {
  private final BodyBudget budget = new BodyBudget(10, Duration.ZERO);
  private final GrpcBodyMeter meter = new GrpcBodyMeter(budget);

  @Test
  void givesBackWhatACallHeld() {
    meter.inboundWireSize(4);
    meter.inboundUncompressedSize(6);
    assertThat(budget.take(1)).isFalse();

    meter.streamClosed(Status.OK);

    assertThat(budget.take(10)).isTrue();
  }

  /** The message of a cancelled call may still be in the hands of the thread that unpacks it. */
  @Test
  void holdsNothingOnceTheCallIsOver() {
    meter.inboundWireSize(4);
    meter.streamClosed(Status.CANCELLED);

    meter.inboundUncompressedSize(6);

    assertThat(budget.take(10)).isTrue();
  }

  @Test
  void tellsOnceThatThereIsNoRoom() {
    List<String> told = new ArrayList<>();
    meter.inboundWireSize(11);
    meter.whenFull(() -> told.add("full"));
    meter.inboundWireSize(11);

    assertThat(told).containsExactly("full");
    meter.streamClosed(Status.CANCELLED);
    assertThat(budget.take(10)).isTrue();
  }
}
