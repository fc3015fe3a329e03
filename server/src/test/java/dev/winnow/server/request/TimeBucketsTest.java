package dev.winnow.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.storage.TimeSpan;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class TimeBucketsTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void beginsAtAMultipleOfItsStep() {
    TimeBuckets buckets =
        TimeBuckets.of(new TimeSpan(61 * SECOND, 181 * SECOND), Duration.ofMinutes(1));

    assertThat(buckets).isEqualTo(new TimeBuckets(60 * SECOND, Duration.ofMinutes(1), 3));
    assertThat(buckets.start(2)).isEqualTo(180 * SECOND);
    assertThat(buckets.index(120 * SECOND)).isEqualTo(1);
  }

  @Test
  void choosesRoundSteps() {
    TimeSpan day = new TimeSpan(0, Duration.ofDays(1).toNanos());

    assertThat(TimeBuckets.atMost(day, 60, Duration.ofSeconds(1)).step())
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(TimeBuckets.atMost(day, 24, Duration.ofMinutes(1)).step())
        .isEqualTo(Duration.ofHours(1));
    assertThat(TimeBuckets.atMost(new TimeSpan(5, 5), 60, Duration.ofSeconds(1)))
        .isEqualTo(new TimeBuckets(0, Duration.ofSeconds(1), 1));
  }

  @Property(tries = 500)
  void coversAnySpanWithFewSteps(
      @ForAll @LongRange(min = 0) long from,
      @ForAll @LongRange(min = 0) long length,
      @ForAll @IntRange(min = 10, max = 2_000) int most) {
    TimeSpan span =
        new TimeSpan(from, length > Long.MAX_VALUE - from ? Long.MAX_VALUE : from + length);

    TimeBuckets buckets = TimeBuckets.atMost(span, most, Duration.ofSeconds(1));

    assertThat(buckets.count()).isBetween(1, most);
    assertThat(buckets.index(span.from())).isZero();
    assertThat(buckets.index(Math.max(span.from(), span.to() - 1))).isEqualTo(buckets.count() - 1);
  }
}
