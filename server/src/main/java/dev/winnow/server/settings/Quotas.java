package dev.winnow.server.settings;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Quota;
import dev.winnow.storage.control.Tenant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of a day is kept of each tenant and service; whoever changes it is noted. */
public final class Quotas {
  private final ControlStore store;
  private final InstantSource clock;

  public Quotas(ControlStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** All quotas, by tenant and then by service. */
  public List<Quota> all() {
    return store.quotas().all();
  }

  /**
   * Adds a quota, or puts it in the place of the one for its tenant and service.
   *
   * @throws WinnowException if there is no such tenant ({@code NOT_FOUND}), or there are too many
   *     ({@code LIMIT_REACHED})
   */
  public void put(Actor by, Quota quota) {
    store.quotas().put(quota);
    StringBuilder details = new StringBuilder();
    JsonWriter json = new JsonWriter(details).beginObject();
    json.key("service").value(quota.serviceName());
    add(json, "max_records", quota.maxRecords());
    add(json, "max_bytes", quota.maxBytes());
    json.key("warn_percentage").value(quota.warnPercentage()).endObject();
    audit(by, "quota.put", quota.tenantId(), details.toString());
  }

  private static void add(JsonWriter json, String name, @Nullable Long limit) {
    if (limit != null) {
      json.key(name).value(limit);
    }
  }

  /**
   * Removes a quota, and returns it.
   *
   * @throws WinnowException if there is none ({@code NOT_FOUND})
   */
  public Quota remove(Actor by, String tenantId, String serviceName) {
    Quota quota =
        all().stream()
            .filter(each -> each.tenantId().equals(tenantId))
            .filter(each -> each.serviceName().equals(serviceName))
            .findFirst()
            .orElseThrow(() -> absent(tenantId, serviceName));
    store.quotas().remove(tenantId, serviceName);
    StringBuilder details = new StringBuilder();
    new JsonWriter(details).beginObject().key("service").value(serviceName).endObject();
    audit(by, "quota.remove", tenantId, details.toString());
    return quota;
  }

  private static WinnowException absent(String tenantId, String serviceName) {
    String services = serviceName.isEmpty() ? "all its services" : "the service " + serviceName;
    return new WinnowException(
        ErrorCode.NOT_FOUND, "there is no quota for the tenant " + tenantId + " and " + services);
  }

  private void audit(Actor by, String action, String tenantId, String details) {
    store
        .auditLog()
        .append(new AuditEntry(clock.instant(), Tenant.DEFAULT_ID, by, action, tenantId, details));
  }
}
