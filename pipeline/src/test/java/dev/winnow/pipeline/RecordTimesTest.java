package dev.winnow.pipeline;

import static dev.winnow.pipeline.Scene.NOW;
import static dev.winnow.pipeline.Scene.NOW_NANOS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTimesTest {
  private static final long DAY = 86_400_000_000_000L;

  private final RecordTimes times = new RecordTimes();

  @BeforeEach
  void begin() {
    times.begin(NOW);
  }

  private LogRecord place(long timestamp, long observed) {
    return times.place(
        LogRecord.builder().timestamp(timestamp).observedTimestamp(observed).build());
  }

  @Test
  void keepsTimesThatCanBeMeant() {
    long year2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond() * 1_000_000_000L;

    assertThat(place(year2000, NOW_NANOS + DAY).timestamp()).isEqualTo(year2000);
    assertThat(place(year2000, NOW_NANOS + DAY).observedTimestamp()).isEqualTo(NOW_NANOS + DAY);
  }

  @Test
  void takesTheObservedTimeForOneThatIsAbsent() {
    LogRecord record = place(0, NOW_NANOS - 5);

    assertThat(record.timestamp()).isEqualTo(NOW_NANOS - 5);
    assertThat(record.attributes()).isEqualTo(Attributes.EMPTY);
    assertThat(place(0, 0).timestamp()).isEqualTo(NOW_NANOS);
    assertThat(place(0, 0).observedTimestamp()).isEqualTo(NOW_NANOS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 946_684_799_999_999_999L, Long.MAX_VALUE, Long.MIN_VALUE, -1})
  void filesWhatCannotBeMeantUnderTheObservedTime(long timestamp) {
    LogRecord record = place(timestamp, NOW_NANOS - 5);

    assertThat(record.timestamp()).isEqualTo(NOW_NANOS - 5);
    assertThat(record.attributes())
        .isEqualTo(
            Attributes.of(
                "log.record.original_timestamp", AnyValue.of(Long.toUnsignedString(timestamp))));
  }

  @Test
  void knowsTomorrowFromTheDayAfter() {
    assertThat(place(NOW_NANOS + DAY, 0).timestamp()).isEqualTo(NOW_NANOS + DAY);
    assertThat(place(NOW_NANOS + DAY + 1, 0).timestamp()).isEqualTo(NOW_NANOS);
  }

  @Test
  void replacesAnObservedTimeThatCannotBeMeant() {
    LogRecord record = place(NOW_NANOS, Long.MAX_VALUE);

    assertThat(record.timestamp()).isEqualTo(NOW_NANOS);
    assertThat(record.observedTimestamp()).isEqualTo(NOW_NANOS);
  }
}
