package dev.winnow.storage.testkit.control;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.control.TenantStore;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

final class InMemoryTenants implements TenantStore {
  private final NavigableMap<String, Tenant> byId = new TreeMap<>();

  InMemoryTenants(Instant created) {
    byId.put(Tenant.DEFAULT_ID, new Tenant(Tenant.DEFAULT_ID, Tenant.DEFAULT_ID, created));
  }

  @Override
  public synchronized boolean add(Tenant tenant) {
    if (byId.containsKey(tenant.id())) {
      return false;
    }
    if (byId.size() == MAX_TENANTS) {
      throw new WinnowException(
          ErrorCode.LIMIT_REACHED, "there are " + MAX_TENANTS + " tenants, as many as may be");
    }
    byId.put(tenant.id(), tenant);
    return true;
  }

  @Override
  public synchronized Optional<Tenant> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized List<Tenant> list() {
    return List.copyOf(byId.values());
  }

  void demand(String id) {
    if (find(id).isEmpty()) {
      throw new WinnowException(ErrorCode.NOT_FOUND, "there is no tenant " + id);
    }
  }
}
