package dev.winnow.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeOptionTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "now,                       2026-11-21T12:30:00Z",
    "today,                     2026-11-21T00:00:00Z",
    "Yesterday,                 2026-11-20T00:00:00Z",
    "90s,                       2026-11-21T12:28:30Z",
    "30m,                       2026-11-21T12:00:00Z",
    "2h,                        2026-11-21T10:30:00Z",
    "7d,                        2026-11-14T12:30:00Z",
    "1w,                        2026-11-14T12:30:00Z",
    "2026-11-01,                2026-11-01T00:00:00Z",
    "10:00,                     2026-11-21T10:00:00Z",
    "9:05,                      2026-11-21T09:05:00Z",
    "10:00:30,                  2026-11-21T10:00:30Z",
    "2026-11-21 10:00,          2026-11-21T10:00:00Z",
    "2026-11-21T10:00,          2026-11-21T10:00:00Z",
    "2026-11-21T10:00:00+02:00, 2026-11-21T08:00:00Z",
    "Nov 21 10:00:00,           2026-11-21T10:00:00Z"
  })
  void readsTimesAsPeopleWriteThem(String text, Instant time) {
    assertThat(TimeOption.parse(text, NOW)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "25:00", "2026-13-01", "2x", "10", "2026-11-21 10:00 tomorrow"})
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> TimeOption.parse(text, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no time; write 2026-11-21T10:00:00Z");
  }

  @Test
  void keepsNanosecondsWithinBounds() {
    assertThat(TimeOption.nanos(Instant.parse("1970-01-01T00:00:01.5Z"))).isEqualTo(1_500_000_000L);
    assertThat(TimeOption.nanos(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    assertThat(TimeOption.nanos(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
  }
}
