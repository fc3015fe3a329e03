package dev.winnow.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Tenant;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SignInLimitTest {
  private static final Principal ADA = new Principal(Tenant.DEFAULT_ID, Role.VIEWER, "ada");

  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final SignInLimit limit = new SignInLimit(() -> now, metrics);

  private Principal signIn(String address, String token) {
    return limit.attempt(
        address,
        () -> {
          if (token.equals("wrong")) {
            throw new WinnowException(ErrorCode.UNAUTHENTICATED, "the token is unknown");
          }
          return ADA;
        });
  }

  private void fails(String address, String token, ErrorCode code) {
    assertThatThrownBy(() -> signIn(address, token))
        .isInstanceOfSatisfying(
            WinnowException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private void tryTen(String address) {
    for (int i = 0; i < SignInLimit.MOST_WRONG; i++) {
      fails(address, "wrong", ErrorCode.UNAUTHENTICATED);
    }
  }

  private double count(String name) {
    return metrics.counter("winnow.sign.ins." + name).count();
  }

  @Test
  void tellsNoMoreAfterTenWrongTokens() {
    tryTen("10.0.0.1");

    fails("10.0.0.1", "wrong", ErrorCode.SIGN_IN_LIMITED);
    fails("10.0.0.2", "wrong", ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void acceptsARightTokenWhateverCameBefore() {
    tryTen("10.0.0.1");
    fails("10.0.0.1", "wrong", ErrorCode.SIGN_IN_LIMITED);

    assertThat(signIn("10.0.0.1", "right")).isEqualTo(ADA);
  }

  @Test
  void tellsHowLongToWait() {
    tryTen("10.0.0.1");

    assertWaits(6);
    now = now.plusMillis(3_500);
    assertWaits(3);
    now = now.plusMillis(2_499);
    assertWaits(1);
    now = now.plusMillis(1);
    fails("10.0.0.1", "wrong", ErrorCode.UNAUTHENTICATED);
  }

  private void assertWaits(int seconds) {
    assertThatThrownBy(() -> signIn("10.0.0.1", "wrong"))
        .isInstanceOfSatisfying(
            SignInLimitedException.class,
            limited -> assertThat(limited.pause()).isEqualTo(Duration.ofSeconds(seconds)));
  }

  @Test
  void countsThoseThatComeAtOnceOneByOne() {
    CountDownLatch all = new CountDownLatch(50);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        threads.execute(() -> tryBesideOthers(all));
      }
    }

    assertThat(count("wrong")).isEqualTo(10);
    assertThat(count("refused")).isEqualTo(40);
  }

  /** All have been found wrong before one is counted. */
  private void tryBesideOthers(CountDownLatch all) {
    Supplier<Principal> signIn = () -> refuseTogether(all);

    assertThatThrownBy(() -> limit.attempt("10.0.0.1", signIn)).isInstanceOf(WinnowException.class);
  }

  private static Principal refuseTogether(CountDownLatch all) {
    all.countDown();
    awaitQuietly(all);
    throw new WinnowException(ErrorCode.UNAUTHENTICATED, "the token is unknown");
  }

  private static void awaitQuietly(CountDownLatch all) {
    try {
      all.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void takesANetworkOfIpv6AsOneAddress() {
    tryTen("2001:db8:1:2::1");

    fails("2001:db8:1:2:ffff::9%eth0", "wrong", ErrorCode.SIGN_IN_LIMITED);
    fails("2001:db8:1:3::1", "wrong", ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void takesAnAddressOfIpv4AsItIs() {
    tryTen("::ffff:10.0.0.1");

    fails("10.0.0.1", "wrong", ErrorCode.SIGN_IN_LIMITED);
    fails("10.0.0.2", "wrong", ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void forgetsWhoTriedLeastLately() {
    tryTen("10.0.0.1");
    for (int i = 1; i < SignInLimit.MOST_ADDRESSES; i++) {
      fails("172.16.%d.%d".formatted(i >> 8, i & 255), "wrong", ErrorCode.UNAUTHENTICATED);
    }
    fails("10.0.0.1", "wrong", ErrorCode.SIGN_IN_LIMITED);

    fails("10.0.0.2", "wrong", ErrorCode.UNAUTHENTICATED);
    fails("10.0.0.1", "wrong", ErrorCode.SIGN_IN_LIMITED);
    for (int i = 1; i < SignInLimit.MOST_ADDRESSES; i++) {
      fails("172.17.%d.%d".formatted(i >> 8, i & 255), "wrong", ErrorCode.UNAUTHENTICATED);
    }
    fails("10.0.0.3", "wrong", ErrorCode.UNAUTHENTICATED);
    fails("10.0.0.1", "wrong", ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void waitsForNoClockThatWasSetBack() {
    tryTen("10.0.0.1");
    now = now.minus(Duration.ofDays(1));

    assertWaits(6);
  }

  @Test
  void triesOneMoreAfterEachPause() {
    tryTen("10.0.0.1");

    now = now.plus(SignInLimit.PAUSE);
    fails("10.0.0.1", "wrong", ErrorCode.UNAUTHENTICATED);
    fails("10.0.0.1", "wrong", ErrorCode.SIGN_IN_LIMITED);
    now = now.plus(SignInLimit.PAUSE.multipliedBy(10));
    tryTen("10.0.0.1");
    fails("10.0.0.1", "wrong", ErrorCode.SIGN_IN_LIMITED);
  }

  @Test
  void doesNotCountRightTokens() {
    IntStream.range(0, 50).forEach(_ -> signIn("10.0.0.1", "right"));

    tryTen("10.0.0.1");
  }

  @Test
  void isCounted() {
    tryTen("10.0.0.1");
    fails("10.0.0.1", "wrong", ErrorCode.SIGN_IN_LIMITED);

    assertThat(count("wrong")).isEqualTo(10);
    assertThat(count("refused")).isEqualTo(1);
  }
}
