package dev.winnow.pipeline;

import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.Volume;
import dev.winnow.storage.control.Quota;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Measures what is kept of a day, and says which records are more than a quota allows. Thread-safe.
 */
public final class QuotaMeters {
  /*
   * How much of a day is kept is in the store, and only there: it is asked once for each quota, when
   * that is first heard of, and is exact after whatever ended the process before. From then on each
   * record takes room before it is stored, and a batch that is not stored gives it back. So no limit
   * is passed, however many threads there are, but by records that are always kept; what was on its
   * way when a quota was first heard of is not counted.
   */

  private final Supplier<List<Quota>> quotas;
  private final LogStore store;
  private final InstantSource clock;
  private final Lock changing = new ReentrantLock();
  private volatile Map<String, TenantMeters> tenants = Map.of();

  /**
   * No quotas, until they are read.
   *
   * @param quotas those that there are by now
   * @param store tells how much is kept
   */
  public QuotaMeters(Supplier<List<Quota>> quotas, LogStore store, InstantSource clock) {
    this.quotas = quotas;
    this.store = store;
    this.clock = clock;
  }

  /** Reads the quotas again; those that have changed count from now on. */
  public void refresh() {
    changing.lock();
    try {
      Map<String, TenantMeters> known = new HashMap<>();
      quotas.get().stream()
          .collect(Collectors.groupingBy(Quota::tenantId))
          .forEach((tenantId, ofTenant) -> known.put(tenantId, changed(tenantId, ofTenant)));
      tenants = Map.copyOf(known);
    } finally {
      changing.unlock();
    }
  }

  private TenantMeters changed(String tenantId, List<Quota> ofTenant) {
    LocalDate today = today();
    TenantMeters known = tenants.getOrDefault(tenantId, new TenantMeters(today));
    Map<String, Volume> kept =
        known.hasAll(ofTenant) ? Map.of() : store.reader().volumes(tenantId, today);
    known.change(today, ofTenant, kept);
    return known;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * Takes room for a record of a day.
   *
   * @param isProtected whether the record is kept also where there is no room
   * @return whether the record is kept
   */
  boolean take(String tenantId, LocalDate day, KeptRecord kept, BooleanSupplier isProtected) {
    TenantMeters tenant = tenants.get(tenantId);
    return tenant == null
        || tenant.take(day, kept.record().serviceName(), volume(kept), isProtected);
  }

  /** Gives back what was taken for records of a day that were not stored then. */
  void giveBack(String tenantId, LocalDate day, List<KeptRecord> records) {
    TenantMeters tenant = tenants.get(tenantId);
    if (tenant != null) {
      records.forEach(kept -> tenant.giveBack(day, kept.record().serviceName(), volume(kept)));
    }
  }

  private static Volume volume(KeptRecord kept) {
    return new Volume(1, kept.bytes());
  }

  /** How much of each quota is used, by tenant and then by service. */
  public List<QuotaUsage> usage() {
    LocalDate today = today();
    return tenants.values().stream()
        .flatMap(tenant -> tenant.usage(today).stream())
        .sorted(
            Comparator.comparing((QuotaUsage usage) -> usage.quota().tenantId())
                .thenComparing(usage -> usage.quota().serviceName()))
        .toList();
  }
}
