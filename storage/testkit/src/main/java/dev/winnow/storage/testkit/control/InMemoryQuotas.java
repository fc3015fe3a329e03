package dev.winnow.storage.testkit.control;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.Quota;
import dev.winnow.storage.control.QuotaStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

final class InMemoryQuotas implements QuotaStore {
  private final InMemoryTenants tenants;
  private final List<Quota> quotas = new ArrayList<>();

  InMemoryQuotas(InMemoryTenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public synchronized List<Quota> all() {
    return List.copyOf(quotas);
  }

  @Override
  public synchronized void put(Quota quota) {
    tenants.demand(quota.tenantId());
    boolean isNew = !remove(quota.tenantId(), quota.serviceName());
    if (isNew && quotas.size() == MAX_QUOTAS) {
      throw new WinnowException(
          ErrorCode.LIMIT_REACHED, "there are " + MAX_QUOTAS + " quotas, as many as may be");
    }
    quotas.add(quota);
    quotas.sort(Comparator.comparing(Quota::tenantId).thenComparing(Quota::serviceName));
  }

  @Override
  public synchronized boolean remove(String tenantId, String serviceName) {
    return quotas.removeIf(
        quota -> quota.tenantId().equals(tenantId) && quota.serviceName().equals(serviceName));
  }
}
