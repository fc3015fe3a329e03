package dev.winnow.storage.control;

import java.util.List;
import java.util.Optional;

/** The tenants. A tenant is never removed, because records may carry its id. */
public interface TenantStore {
  /** The number of tenants that may exist. */
  int MAX_TENANTS = 1_000;

  /**
   * Adds a tenant, or does nothing if one has its id; returns whether it was added.
   *
   * @throws dev.winnow.kernel.WinnowException if {@value #MAX_TENANTS} exist ({@code
   *     LIMIT_REACHED})
   */
  boolean add(Tenant tenant);

  /** The tenant of that id. */
  Optional<Tenant> find(String id);

  /** All tenants, by id. */
  List<Tenant> list();
}
