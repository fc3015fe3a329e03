package dev.winnow.storage;

import java.util.List;

/** The account of all records that ever came. */
public interface LedgerStore {
  /**
   * Adds records of which no batch tells, such as refused ones. Durable within seconds; a killed
   * process may lose the last of them.
   */
  void add(String tenantId, List<LedgerDelta> deltas);

  /** The account of a tenant; what was appended with batches is exact. */
  List<LedgerEntry> entries(String tenantId);

  /** The account of all tenants. */
  List<LedgerEntry> entries();
}
