package dev.winnow.storage.control;

import org.jspecify.annotations.Nullable;

/**
 * How much of a tenant's records may be kept on one day of UTC.
 *
 * @param serviceName whose records; empty for those of all services together
 * @param maxRecords how many; null for no limit
 * @param maxBytes how much, as the counts have it; null for no limit
 * @param warnPercentage the share of a limit from which a warning is due, 1 to 100
 */
public record Quota(
    String tenantId,
    String serviceName,
    @Nullable Long maxRecords,
    @Nullable Long maxBytes,
    int warnPercentage) {
  /** The share from which there is a warning unless somebody says otherwise. */
  public static final int DEFAULT_WARN_PERCENTAGE = 80;

  public Quota {
    Valid.id("tenant_id", tenantId);
    Valid.text("service", serviceName);
    if (maxRecords == null && maxBytes == null) {
      throw Valid.refused("max_records", "and max_bytes are both missing");
    }
    demandPositive("max_records", maxRecords);
    demandPositive("max_bytes", maxBytes);
    if (warnPercentage < 1 || warnPercentage > 100) {
      throw Valid.refused("warn_percentage", "must lie between 1 and 100");
    }
  }

  private static void demandPositive(String field, @Nullable Long limit) {
    if (limit != null && limit < 1) {
      throw Valid.refused(field, "is " + limit + ", less than 1");
    }
  }
}
