package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class BodyBudgetTest {
  @Test
  void waitsForWhatOthersGiveBack() throws ExecutionException, InterruptedException {
    BodyBudget budget = new BodyBudget(10, Duration.ofMinutes(10));
    assertThat(budget.take(6)).isTrue();
    assertThat(budget.take(5)).isFalse();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> waiting = threads.submit(() -> budget.await(5));
      budget.give(6);

      assertThat(waiting.get()).isTrue();
    }
    assertThat(budget.take(6)).isFalse();
    assertThat(budget.take(5)).isTrue();
  }

  @Test
  void takesNothingWhereNoneWasGivenBackInTime() {
    BodyBudget budget = new BodyBudget(10, Duration.ofMillis(1));
    assertThat(budget.take(6)).isTrue();

    assertThat(budget.await(5)).isFalse();

    assertThat(budget.await(4)).isTrue();
  }
}
