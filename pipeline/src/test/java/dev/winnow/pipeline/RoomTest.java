package dev.winnow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final long LONG = Duration.ofMinutes(5).toNanos();

  private final Room room = new Room(10, 10);

  @Test
  void givesNoMoreThanThereIs() {
    assertThat(room.enter(6, 0)).isTrue();
    assertThat(room.enter(5, 0)).isFalse();
    assertThat(room.enter(4, 0)).isTrue();
    room.leave(6);
    assertThat(room.enter(6, 0)).isTrue();
  }

  /** Room for four is free, and nobody may take two of it before the one who waits for eight. */
  @Test
  void letsNobodyOvertakeWhoWaits() throws InterruptedException, ExecutionException {
    assertThat(room.enter(6, 0)).isTrue();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> large = threads.submit(() -> room.enter(8, LONG));

      assertThat(isRefusedInTheEnd(2)).isTrue();

      room.leave(6);
      assertThat(large.get()).isTrue();
    }
    assertThat(room.enter(2, 0)).isTrue();
  }

  /** Two who hold half each and wait for more would wait for each other. */
  @Test
  void givesWhoIsInsideWhatIsFreeAtOnceOrNothing() throws InterruptedException, ExecutionException {
    assertThat(room.enter(6, 0)).isTrue();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> large = threads.submit(() -> room.enter(8, LONG));
      assertThat(isRefusedInTheEnd(2)).isTrue();

      assertThat(room.grow(4)).isTrue();
      assertThat(room.grow(1)).isFalse();

      room.leave(10);
      assertThat(large.get()).isTrue();
    }
  }

  /** Asks again as long as the one who is to wait may not have come to wait. */
  private boolean isRefusedInTheEnd(int amount) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (room.enter(amount, 0)) {
      room.leave(amount);
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }

  @Test
  void turnsAwayAtOnceWhatMayNotEvenWait() throws InterruptedException, ExecutionException {
    assertThat(room.enter(10, 0)).isTrue();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<Boolean> asked = new ExecutorCompletionService<>(threads);
      asked.submit(() -> room.enter(6, LONG));
      asked.submit(() -> room.enter(6, LONG));

      assertThat(asked.take().get()).isFalse();
      room.leave(10);
      assertThat(asked.take().get()).isTrue();
    }
  }

  @Test
  void letsTheNextInWhenTheFirstHasWaitedInVain() throws InterruptedException, ExecutionException {
    assertThat(room.enter(6, 0)).isTrue();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> large = threads.submit(() -> room.enter(8, 20_000_000));
      Future<Boolean> small = threads.submit(() -> room.enter(2, LONG));

      assertThat(large.get()).isFalse();
      assertThat(small.get()).isTrue();
    }
  }

  @Test
  void turnsAwayWhoIsToStop() throws InterruptedException, ExecutionException {
    assertThat(room.enter(10, 0)).isTrue();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> stopped =
          threads.submit(() -> {
            Thread.currentThread().interrupt();
            return !room.enter(1, LONG) && Thread.interrupted();
          });

      assertThat(stopped.get()).isTrue();
    }
    room.leave(10);
    assertThat(room.enter(10, 0)).isTrue();
  }
}
