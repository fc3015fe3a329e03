package dev.winnow.storage.testkit;

import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LedgerStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ledger in memory. */
final class InMemoryLedger implements LedgerStore {
  private final Map<LedgerEntry, Long> records = new LinkedHashMap<>();

  @Override
  public synchronized void add(String tenantId, List<LedgerDelta> deltas) {
    for (LedgerDelta delta : deltas) {
      LedgerEntry account =
          new LedgerEntry(tenantId, delta.receiver(), delta.serviceName(), delta.reason(), 0);
      records.merge(account, delta.records(), Long::sum);
    }
  }

  @Override
  public List<LedgerEntry> entries(String tenantId) {
    return entries().stream().filter(entry -> entry.tenantId().equals(tenantId)).toList();
  }

  @Override
  public synchronized List<LedgerEntry> entries() {
    List<LedgerEntry> entries = new ArrayList<>();
    records.forEach((account, sum) ->
        entries.add(
            new LedgerEntry(
                account.tenantId(),
                account.receiver(),
                account.serviceName(),
                account.reason(),
                sum)));
    return entries;
  }
}
