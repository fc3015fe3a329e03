package dev.winnow.server.http.settings;

import dev.winnow.storage.control.Quota;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A quota as the API tells of it, which it also understands. */
@Schema(name = "Quota")
record QuotaAnswer(
    @Schema(description = "Whose records; the tenant default, if it is not given.") String tenantId,
    @Schema(description = "Of which service; null for all services of the tenant together.")
        @Nullable String service,
    @Schema(description = "How many records may be kept of a day of UTC; null for no limit.")
        @Nullable Long maxRecords,
    @Schema(description = "How many bytes of them, as the counts have it; null for no limit.")
        @Nullable Long maxBytes,
    @Schema(description = "From which share of a limit there is a warning; 80, if not given.")
        int warnPercentage) {
  /** All quotas, by tenant and then by service. */
  @Schema(name = "QuotaList")
  record Listing(List<QuotaAnswer> quotas) {}

  static QuotaAnswer of(Quota quota) {
    String service = quota.serviceName();
    return new QuotaAnswer(
        quota.tenantId(),
        service.isEmpty() ? null : service,
        quota.maxRecords(),
        quota.maxBytes(),
        quota.warnPercentage());
  }
}
