package dev.winnow.storage.control;

import java.util.List;

/** The quotas of all tenants: one at most for each tenant and service. */
public interface QuotaStore {
  /** The number of quotas that may exist, of all tenants together. */
  int MAX_QUOTAS = 1_000;

  /** All quotas, by tenant and then by service. */
  List<Quota> all();

  /**
   * Adds a quota, or puts it in the place of the one for its tenant and service.
   *
   * @throws dev.winnow.kernel.WinnowException if there is no such tenant ({@code NOT_FOUND}), or it
   *     is new and {@value #MAX_QUOTAS} exist ({@code LIMIT_REACHED})
   */
  void put(Quota quota);

  /** Removes a quota; returns whether there was one. */
  boolean remove(String tenantId, String serviceName);
}
