package dev.winnow.pipeline;

import dev.winnow.kernel.record.LogRecord;
import java.time.Instant;

/** Gives every record two times that can be meant. One per thread. */
final class RecordTimes {
  /** Where the timestamp goes that a source gave and that cannot be meant, in decimal digits. */
  static final String ORIGINAL_TIMESTAMP = "log.record.original_timestamp";

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;

  /** The first moment of the year 2000. */
  private static final long EARLIEST = 946_684_800 * NANOS_PER_SECOND;

  private long now;

  /** Begins the records of a request. */
  void begin(Instant moment) {
    now = moment.getEpochSecond() * NANOS_PER_SECOND + moment.getNano();
  }

  /**
   * The record with both times. One before 2000 or more than a day ahead is none: an observed time
   * becomes now, and a timestamp the observed one, the original being kept as an attribute. The
   * same instance if nothing changes.
   */
  LogRecord place(LogRecord record) {
    long timestamp = record.timestamp();
    boolean isObserved = isPlausible(record.observedTimestamp());
    boolean isTimed = isPlausible(timestamp);
    if (isObserved && isTimed) {
      return record;
    }
    long observed = isObserved ? record.observedTimestamp() : now;
    LogRecord.Builder placed = record.toBuilder();
    placed.observedTimestamp(observed).timestamp(isTimed ? timestamp : observed);
    if (!isTimed && timestamp != 0) {
      String original = Long.toUnsignedString(timestamp);
      placed.attributes(record.attributes().toBuilder().put(ORIGINAL_TIMESTAMP, original).build());
    }
    return placed.build();
  }

  private boolean isPlausible(long time) {
    return time >= EARLIEST && time <= now + NANOS_PER_DAY;
  }
}
