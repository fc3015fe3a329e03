package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class BodyBudgetTest {
  private final BodyBudget budget = new BodyBudget(10, Duration.ofMinutes(10));
  private final BodyBudget.Share first = budget.share();
  private final BodyBudget.Share second = budget.share();

  private static void assertRefused(BodyBudget.Share share, int bytes, ErrorCode code) {
    assertThatThrownBy(() -> share.await(bytes))
        .isInstanceOfSatisfying(
            WinnowException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  @Test
  void waitsForWhatOthersGiveBack() throws ExecutionException, InterruptedException {
    assertThat(first.take(6)).isTrue();
    assertThat(second.take(5)).isFalse();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> waiting = threads.submit(() -> second.await(5));
      first.close();

      waiting.get();
    }
    assertThat(budget.share().take(6)).isFalse();
    assertThat(budget.share().take(5)).isTrue();
  }

  /** With ten minutes of patience, so whoever waits here does not come back. */
  @Test
  @Timeout(60)
  void letsNobodyWaitWhoHoldsSomething() {
    assertThat(first.take(5)).isTrue();
    assertThat(second.take(5)).isTrue();

    assertRefused(first, 1, ErrorCode.OVERLOADED);

    second.close();
    first.await(5);
  }

  @Test
  void takesNothingWhereNoneWasGivenBackInTime() {
    BodyBudget impatient = new BodyBudget(10, Duration.ofMillis(1));
    assertThat(impatient.share().take(6)).isTrue();

    assertRefused(impatient.share(), 5, ErrorCode.OVERLOADED);

    assertThat(impatient.share().take(4)).isTrue();
  }

  @Test
  void refusesForEverWhatIsMoreThanAll() {
    assertThat(first.take(11)).isFalse();
    assertRefused(first, 11, ErrorCode.REQUEST_TOO_LARGE);
    assertThat(first.take(6)).isTrue();
    assertRefused(first, 5, ErrorCode.REQUEST_TOO_LARGE);
  }

  @Test
  void keepsNothingOnceTheRequestIsOver() {
    assertThat(first.take(6)).isTrue();
    first.close();
    first.await(4);
    first.close();

    assertThat(second.take(10)).isTrue();
    assertThat(second.take(1)).isFalse();
  }
}
