package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ledger.Reason;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.LedgerEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of records per account of the ledger. */
final class LedgerSums {
  /** Accounts told apart; the records of further services are summed up under one name. */
  static final int MAX_ACCOUNTS = 65_536;

  static final String OTHER_SERVICES = "<other>";

  private record Account(String tenantId, String receiver, String serviceName, Reason reason) {}

  private final Map<Account, Long> sums = new LinkedHashMap<>();

  void add(String tenantId, List<LedgerDelta> deltas) {
    for (LedgerDelta delta : deltas) {
      add(tenantId, delta.receiver(), delta.serviceName(), delta.reason(), delta.records());
    }
  }

  void add(LedgerEntry entry) {
    add(entry.tenantId(), entry.receiver(), entry.serviceName(), entry.reason(), entry.records());
  }

  private void add(
      String tenantId, String receiver, String serviceName, Reason reason, long records) {
    Account account = new Account(tenantId, receiver, serviceName, reason);
    if (sums.size() >= MAX_ACCOUNTS && !sums.containsKey(account)) {
      account = new Account(tenantId, receiver, OTHER_SERVICES, reason);
    }
    sums.merge(account, records, LedgerSums::sum);
  }

  /** The sum, or null, which ends the account, if nothing is left. */
  private static @Nullable Long sum(long records, long more) {
    return records + more == 0 ? null : Long.valueOf(records + more);
  }

  List<LedgerEntry> entries() {
    List<LedgerEntry> entries = new ArrayList<>(sums.size());
    sums.forEach((account, records) ->
        entries.add(
            new LedgerEntry(
                account.tenantId, account.receiver, account.serviceName, account.reason, records)));
    return entries;
  }
}
