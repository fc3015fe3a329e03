package dev.winnow.pipeline;

import static dev.winnow.pipeline.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.LogRecord;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private static Submission of(int records, long bytes) {
    List<LogRecord> all = Collections.nCopies(records, text("a"));
    return new Submission("acme", "test", "", all, 0, bytes);
  }

  @Test
  void turnsAwayWhatFindsNoRoom() {
    Admission admission = new Admission(10, 100, Duration.ZERO);

    assertThat(admission.enter(of(6, 10))).isTrue();
    assertThat(admission.enter(of(5, 10))).isFalse();
    assertThat(admission.enter(of(1, 91))).isFalse();
    assertThat(admission.enter(of(4, 90))).isTrue();
  }

  @Test
  void letsInWhatIsLargerThanAllRoomIfItIsAlone() {
    Admission admission = new Admission(10, 100, Duration.ZERO);
    Submission large = of(50, 1000);

    assertThat(admission.enter(large)).isTrue();
    assertThat(admission.enter(of(1, 1))).isFalse();
    admission.leave(large);
    assertThat(admission.enter(of(1, 1))).isTrue();
    assertThat(admission.enter(large)).isFalse();
  }

  @Test
  void letsInWhoWaitsWhenAnotherLeaves() throws InterruptedException, ExecutionException {
    Admission admission = new Admission(10, 100, LONG);
    Submission first = of(10, 10);
    assertThat(admission.enter(first)).isTrue();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> second = threads.submit(() -> admission.enter(of(5, 5)));
      admission.leave(first);

      assertThat(second.get()).isTrue();
    }
  }

  @Test
  void countsWhatMustBeLargerThanAnIntInUnits() {
    Admission admission = new Admission(10, 1L << 40, Duration.ZERO);

    assertThat(admission.enter(of(1, 1L << 39))).isTrue();
    assertThat(admission.enter(of(1, (1L << 39) + 1))).isFalse();
    assertThat(admission.enter(of(1, 1L << 38))).isTrue();
  }
}
