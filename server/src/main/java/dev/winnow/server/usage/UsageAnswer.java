package dev.winnow.server.usage;

import dev.winnow.pipeline.QuotaUsage;
import dev.winnow.storage.control.Quota;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of a tenant's quotas is used today. */
@Schema(name = "Usage")
public record UsageAnswer(List<OfQuota> quotas) {
  /**
   * How much of one is used.
   *
   * @param service of which service; null for all services together
   * @param usedRecords the records that are kept of the day; errors are kept beyond the limit
   * @param usedBytes their bytes, as the counts have it
   * @param usedShare of the limit that is nearer
   * @param usedUp whether a record came today that there was no room for
   * @param resetsAt when it begins anew
   */
  @Schema(name = "QuotaUsage")
  public record OfQuota(
      @Nullable String service,
      long usedRecords,
      @Nullable Long maxRecords,
      long usedBytes,
      @Nullable Long maxBytes,
      int warnPercentage,
      double usedShare,
      boolean usedUp,
      Instant resetsAt) {
    private static OfQuota of(QuotaUsage usage) {
      Quota quota = usage.quota();
      String service = quota.serviceName();
      return new OfQuota(
          service.isEmpty() ? null : service,
          usage.used().records(),
          quota.maxRecords(),
          usage.used().bytes(),
          quota.maxBytes(),
          quota.warnPercentage(),
          usage.share(),
          usage.isUsedUp(),
          usage.resetsAt());
    }
  }

  /** What a tenant is told of all quotas. */
  public static UsageAnswer of(String tenantId, List<QuotaUsage> all) {
    return new UsageAnswer(
        all.stream()
            .filter(usage -> usage.quota().tenantId().equals(tenantId))
            .map(OfQuota::of)
            .toList());
  }
}
