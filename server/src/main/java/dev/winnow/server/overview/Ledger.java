package dev.winnow.server.overview;

import dev.winnow.kernel.ledger.Outcome;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LedgerStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tells what became of all records that ever came. */
public final class Ledger {
  private static final Comparator<LedgerEntry> ORDER =
      Comparator.comparing(LedgerEntry::receiver)
          .thenComparing(LedgerEntry::serviceName)
          .thenComparing(LedgerEntry::reason);

  private static final String IN_FLIGHT = "in_flight";

  private final LedgerStore store;
  private final Function<String, Map<String, Long>> inFlight;

  /**
   * The account of a store.
   *
   * @param inFlight tells of a tenant how many records are on their way, by receiver
   */
  public Ledger(LedgerStore store, Function<String, Map<String, Long>> inFlight) {
    this.store = store;
    this.inFlight = inFlight;
  }

  public LedgerAnswer ledger(String tenantId) {
    Map<String, Long> onTheirWay = inFlight.apply(tenantId);
    List<LedgerEntry> entries = store.entries(tenantId).stream().sorted(ORDER).toList();
    Map<String, Long> outcomes = new LinkedHashMap<>();
    long accepted = onTheirWay.values().stream().mapToLong(Long::longValue).sum();
    long received = accepted;
    outcomes.put(IN_FLIGHT, accepted);
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
        received, accepted, outcomes, onTheirWay, entries.stream().map(Ledger::answer).toList());
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
