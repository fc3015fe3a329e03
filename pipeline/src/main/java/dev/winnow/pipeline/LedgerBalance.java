package dev.winnow.pipeline;

import dev.winnow.kernel.ledger.Outcome;
import dev.winnow.kernel.ledger.Reason;
import java.util.Map;

/**
 * The account of all records that a pipeline was given since it began: {@code received = accepted +
 * refused + malformed}, where accepted records have an outcome or are in flight.
 *
 * @param received counted by itself, before anything was decided
 * @param records how many came to their end, by the reason; reasons that did not occur are absent
 * @param inFlight how many have not come to an end yet
 */
public record LedgerBalance(long received, Map<Reason, Long> records, long inFlight) {
  public LedgerBalance {
    records = Map.copyOf(records);
  }

  /** The records that came to this end. */
  public long of(Outcome outcome) {
    return sum(records, outcome);
  }

  /** The records that were taken in, or are on their way. */
  public long accepted() {
    long settled = 0;
    for (Outcome outcome : Outcome.values()) {
      settled += outcome.isAccepted() ? of(outcome) : 0;
    }
    return settled + inFlight;
  }

  /** Whether every record is accounted for exactly once. True at any moment of rest. */
  public boolean isBalanced() {
    return received == accepted() + of(Outcome.REFUSED) + of(Outcome.MALFORMED);
  }

  private static long sum(Map<Reason, Long> records, Outcome outcome) {
    return records.entrySet().stream()
        .filter(entry -> entry.getKey().outcome() == outcome)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
