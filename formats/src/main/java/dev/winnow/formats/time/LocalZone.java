package dev.winnow.formats.time;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * How far the clocks of a zone go ahead of UTC, of which they tell a time. Offsets change at
 * quarters of an hour, so the last one is kept for as long. Not thread-safe.
 */
final class LocalZone {
  private static final long QUARTER_SECONDS = 900;

  private final ZoneRules rules;
  private long quarter = Long.MIN_VALUE;
  private int offsetSeconds;

  LocalZone(ZoneId zone) {
    rules = zone.getRules();
  }

  /**
   * Seconds east of UTC at a time that clocks tell twice, or never, are those before the change.
   */
  int offsetSeconds(long localSeconds) {
    long asked = Math.floorDiv(localSeconds, QUARTER_SECONDS);
    if (asked != quarter) {
      quarter = asked;
      LocalDateTime local = LocalDateTime.ofEpochSecond(localSeconds, 0, ZoneOffset.UTC);
      offsetSeconds = rules.getOffset(local).getTotalSeconds();
    }
    return offsetSeconds;
  }
}
