package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HousekeepingTest {
  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class})
  void isTriedAgainAfterAFailure(Class<? extends Throwable> kind) throws InterruptedException {
    CountDownLatch attempts = new CountDownLatch(3);
    Runnable work =
        () -> {
          attempts.countDown();
          if (kind == NoClassDefFoundError.class) {
            throw new NoClassDefFoundError("gone");
          }
          throw new IllegalStateException("gone");
        };

    try (var _ = new Housekeeping(work, Duration.ofMillis(1))) {
      assertThat(attempts.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }
}
