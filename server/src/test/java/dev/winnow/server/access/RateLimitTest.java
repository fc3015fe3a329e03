package dev.winnow.server.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
  private Instant now = Instant.EPOCH;

  private void refuses(RateLimit limit, String sender) {
    assertThatThrownBy(() -> limit.take(sender, 1))
        .hasMessage("more than 100 bytes per second were sent (limits.bytes_per_second)")
        .extracting(failure -> ((WinnowException) failure).code())
        .isEqualTo(ErrorCode.RATE_LIMITED);
  }

  @Test
  void letsABurstPassAndThenTheRate() {
    RateLimit limit = new RateLimit(100, () -> now);
    limit.take("a", 1000);
    refuses(limit, "a");

    now = now.plusSeconds(1);
    limit.take("a", 100);
    refuses(limit, "a");
  }

  @Test
  void tellsSendersApart() {
    RateLimit limit = new RateLimit(100, () -> now);
    limit.take("a", 1000);

    limit.take("b", 1000);

    refuses(limit, "b");
  }

  @Test
  void makesOneWhoSentMoreThanABurstWaitLonger() {
    RateLimit limit = new RateLimit(100, () -> now);
    limit.take("a", 1200);

    now = now.plusSeconds(2);
    refuses(limit, "a");
    now = now.plusMillis(10);
    limit.take("a", 1);
  }

  @Test
  void survivesAClockThatGoesBack() {
    RateLimit limit = new RateLimit(100, () -> now);
    limit.take("a", 1000);
    now = now.minusSeconds(100);
    refuses(limit, "a");

    now = now.plusSeconds(1);
    limit.take("a", 1);
  }

  @Test
  void forgetsTheQuietestOfTooManySenders() {
    RateLimit limit = new RateLimit(100, () -> now);
    for (int sender = 0; sender <= 10_000; sender++) {
      limit.take("sender " + sender, 1000);
    }

    limit.take("sender 0", 1000);
    refuses(limit, "sender 10000");
  }

  @Test
  void isNoneAtRateZero() {
    RateLimit limit = new RateLimit(0, () -> now);

    limit.take("a", Long.MAX_VALUE);
    limit.take("a", Long.MAX_VALUE);
  }
}
