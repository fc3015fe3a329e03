package dev.winnow.server.templates;

import dev.winnow.server.request.TimeBuckets;
import dev.winnow.storage.TimeSpan;
import java.time.Duration;

/**
 * The intervals in which the records of templates are counted: those of the trends that are shown,
 * and finer ones by which the last record is found.
 *
 * @param fine intervals of which a whole number is one of the trend
 */
record TemplateTrends(TimeBuckets shown, Duration fine) {
  /** A day that does not begin with an hour touches 25 of them. */
  private static final int SHOWN = 25;

  /** What the store counts by, so that shorter intervals would need reading. */
  private static final Duration LEAST = Duration.ofMinutes(1);

  /** How many counts are worth reading for finer intervals. */
  private static final int MAX_COUNTS = 20_000;

  /** Intervals over a span, as fine as the number of templates allows. */
  static TemplateTrends of(TimeSpan span, int templates) {
    TimeBuckets shown = TimeBuckets.atMost(span, SHOWN, LEAST);
    long seconds = shown.step().toSeconds();
    long parts =
        Math.min(seconds / LEAST.toSeconds(), MAX_COUNTS / Math.max(1, templates) / shown.count());
    while (parts > 1 && seconds % parts != 0) {
      parts--;
    }
    return new TemplateTrends(shown, Duration.ofSeconds(seconds / Math.max(1, parts)));
  }
}
