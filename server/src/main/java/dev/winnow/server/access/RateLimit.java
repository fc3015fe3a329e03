package dev.winnow.server.access;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * How much each sender may send in a second, with a burst of ten seconds' worth. Thread-safe.
 *
 * <p>Of senders that are more than {@value #MOST_SENDERS} the one that was quiet for the longest is
 * forgotten, which fills its bucket.
 */
public final class RateLimit {
  /*
   * A token bucket for each sender, kept as a level and the time at which it was right: it fills by
   * rate x time passed, up to the burst, when it is looked at. A request is let in while the level is
   * positive, and may take it below zero, so that one larger than the burst is not refused for ever.
   */

  private static final int BURST_SECONDS = 10;
  private static final int MOST_SENDERS = 10_000;

  private final double perSecond;
  private final InstantSource clock;
  private final SequencedMap<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  private static final class Bucket {
    private double level;
    private long asOfMillis;

    private Bucket(double level, long asOfMillis) {
      this.level = level;
      this.asOfMillis = asOfMillis;
    }
  }

  /** A limit; a rate of 0 lets everything pass. */
  public RateLimit(long perSecond, InstantSource clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  /**
   * Takes what a sender sends from its bucket.
   *
   * @throws WinnowException with {@code RATE_LIMITED} if the bucket is empty
   */
  public synchronized void take(String sender, long amount) {
    if (perSecond == 0) {
      return;
    }
    long now = clock.millis();
    Bucket bucket = bucketOf(sender, now);
    double filled = bucket.level + Math.max(0, now - bucket.asOfMillis) * perSecond / 1000;
    bucket.level = Math.min(filled, burst());
    bucket.asOfMillis = now;
    if (bucket.level <= 0) {
      throw new WinnowException(
          ErrorCode.RATE_LIMITED,
          "more than %.0f bytes per second were sent (limits.bytes_per_second)"
              .formatted(perSecond));
    }
    bucket.level -= amount;
  }

  private double burst() {
    return perSecond * BURST_SECONDS;
  }

  private Bucket bucketOf(String sender, long now) {
    Bucket bucket = buckets.computeIfAbsent(sender, unknown -> new Bucket(burst(), now));
    if (buckets.size() > MOST_SENDERS) {
      buckets.pollFirstEntry();
    }
    return bucket;
  }
}
