package dev.winnow.pipeline;

import dev.winnow.storage.Volume;
import dev.winnow.storage.control.Quota;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a quota is used.
 *
 * @param used what is kept of the day, or about to be
 * @param isUsedUp whether a record came that it had no room for; of bytes some may be left then
 * @param resetsAt when the next day begins
 */
public record QuotaUsage(Quota quota, Volume used, boolean isUsedUp, Instant resetsAt) {
  /** The share that is used of the limit that is nearer. */
  public double share() {
    return Math.max(
        share(used.records(), quota.maxRecords()), share(used.bytes(), quota.maxBytes()));
  }

  private static double share(long used, @Nullable Long limit) {
    return limit == null ? 0 : (double) used / limit;
  }
}
