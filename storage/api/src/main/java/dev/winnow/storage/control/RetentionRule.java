package dev.winnow.storage.control;

import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A condition under which records fall into a retention class.
 *
 * @param tenantId the tenant whose records it is about; null for all
 * @param where what those records must meet, such as the name of a service; null for all
 */
public record RetentionRule(@Nullable String tenantId, @Nullable Predicate where) {
  public RetentionRule {
    if (tenantId == null && where == null) {
      throw Valid.refused("rule", "must name a tenant or a condition, or both");
    }
    if (tenantId != null) {
      Valid.id("tenant_id", tenantId);
    }
  }

  /** Whether a record of a tenant meets both parts. */
  public boolean matches(String ofTenant, LogRecord record, String templateId) {
    return (tenantId == null || tenantId.equals(ofTenant))
        && (where == null || where.matches(record, templateId));
  }
}
