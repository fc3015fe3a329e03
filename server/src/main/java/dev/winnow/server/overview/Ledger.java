package dev.winnow.server.overview;

import dev.winnow.kernel.ledger.Outcome;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LedgerStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what became of all records that ever came. */
public final class Ledger {
  private static final Comparator<LedgerEntry> ORDER =
      Comparator.comparing(LedgerEntry::receiver)
          .thenComparing(LedgerEntry::serviceName)
          .thenComparing(LedgerEntry::reason);

  private final LedgerStore store;

  public Ledger(LedgerStore store) {
    this.store = store;
  }

  public LedgerAnswer ledger(String tenantId) {
    List<LedgerEntry> entries = store.entries(tenantId).stream().sorted(ORDER).toList();
    Map<String, Long> outcomes = new LinkedHashMap<>();
    long accepted = 0;
    long received = 0;
    for (Outcome outcome : Outcome.values()) {
      long records =
          entries.stream()
              .filter(entry -> entry.reason().outcome() == outcome)
              .mapToLong(LedgerEntry::records)
              .sum();
      outcomes.put(outcome.label(), records);
      received += records;
      accepted += outcome.isAccepted() ? records : 0;
    }
    return new LedgerAnswer(
        received, accepted, outcomes, entries.stream().map(Ledger::answer).toList());
  }

  private static LedgerAnswer.Entry answer(LedgerEntry entry) {
    return new LedgerAnswer.Entry(
        entry.receiver(),
        entry.serviceName(),
        entry.reason().outcome().label(),
        entry.reason().label(),
        entry.records());
  }
}
