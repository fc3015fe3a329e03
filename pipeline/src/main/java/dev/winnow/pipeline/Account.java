package dev.winnow.pipeline;

import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.redaction.Redactor;
import dev.winnow.storage.Batch;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.LedgerStore;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of every record: those that no batch tells of also in the store's ledger. */
final class Account {
  private final LedgerStore store;
  private final LongAdder received = new LongAdder();
  private final LongAdder unwritten = new LongAdder();
  private final Map<Reason, LongAdder> ended = new EnumMap<>(Reason.class);
  private final Set<Flight> flights = ConcurrentHashMap.newKeySet();

  /** A submission on its way; each is one, whatever it holds. */
  static final class Flight {
    private final String tenantId;
    private final String receiver;
    private final boolean comesAgain;
    private final LongAdder records = new LongAdder();

    private Flight(Submission submission, boolean comesAgain) {
      this.comesAgain = comesAgain;
      tenantId = submission.tenantId();
      receiver = submission.receiver();
      records.add(submission.received());
    }
  }

  Account(LedgerStore store) {
    this.store = store;
    for (Reason reason : Reason.values()) {
      ended.put(reason, new LongAdder());
    }
  }

  /**
   * Begins with what a request brought.
   *
   * @param comesAgain whether what is not stored of it does, and is not counted until then
   */
  Flight begin(Submission submission, boolean comesAgain) {
    received.add(submission.received());
    Flight flight = new Flight(submission, comesAgain);
    flights.add(flight);
    return flight;
  }

  /** Takes note of what was malformed, which comes to its end by that. */
  void malformed(Flight flight, Submission submission) {
    LedgerDraft draft = new LedgerDraft(submission.receiver());
    draft.add("", Reason.INVALID, submission.invalid());
    end(flight, submission.tenantId(), draft.deltas());
  }

  /** Takes note that a batch is durable; the store has counted it. */
  void stored(Flight flight, Batch batch) {
    batch.ledger().forEach(delta -> end(flight, delta));
  }

  /** Takes note that a batch had been stored before. */
  long repeated(Flight flight, Batch batch) {
    return end(flight, batch, Reason.REPEATED_REQUEST);
  }

  /** Takes note that batches were not stored. */
  void failed(Flight flight, List<Batch> batches, Reason reason) {
    if (!flight.comesAgain) {
      batches.forEach(batch -> end(flight, batch, reason));
    }
  }

  /** Takes note that nothing of a submission was taken. */
  void refused(Flight flight, Submission submission, Reason reason) {
    if (flight.comesAgain) {
      return;
    }
    Map<String, Long> services = new HashMap<>();
    submission.records().forEach(record -> services.merge(record.serviceName(), 1L, Long::sum));
    Redactor redactor = new Redactor();
    LedgerDraft draft = new LedgerDraft(submission.receiver());
    services.forEach((service, records) -> draft.add(redactor.redact(service), reason, records));
    end(flight, submission.tenantId(), draft.deltas());
  }

  /** Takes note of records that were given up before anybody had read them. */
  void refused(String tenantId, String receiver, long records) {
    received.add(records);
    LedgerDraft draft = new LedgerDraft(receiver);
    draft.add("", Reason.OVERLOADED, records);
    add(tenantId, draft.deltas());
  }

  /** Ends what a request brought. What has come to no end by now comes again, or met a fault. */
  void end(Flight flight) {
    flights.remove(flight);
    long left = flight.records.sum();
    if (flight.comesAgain) {
      received.add(-left);
    } else if (left > 0) {
      Objects.requireNonNull(ended.get(Reason.INTERNAL_ERROR)).add(left);
      unwritten.add(left);
    }
  }

  private long end(Flight flight, Batch batch, Reason reason) {
    LedgerDraft draft = new LedgerDraft(batch.receiver());
    batch.ledger().forEach(delta -> draft.add(delta.serviceName(), reason, delta.records()));
    List<LedgerDelta> deltas = draft.deltas();
    end(flight, batch.tenantId(), deltas);
    return deltas.stream().mapToLong(LedgerDelta::records).sum();
  }

  private void end(Flight flight, String tenantId, List<LedgerDelta> deltas) {
    deltas.forEach(delta -> flight.records.add(-delta.records()));
    add(tenantId, deltas);
  }

  private void end(Flight flight, LedgerDelta delta) {
    flight.records.add(-delta.records());
    count(delta);
  }

  /** Counts here and in the store; what the store does not take is counted as unwritten. */
  private void add(String tenantId, List<LedgerDelta> deltas) {
    deltas.forEach(this::count);
    if (deltas.isEmpty()) {
      return;
    }
    boolean isWritten = false;
    try {
      store.add(tenantId, deltas);
      isWritten = true;
    } catch (WinnowException failure) {
      // The store tells of its own trouble; what the ledger lacks is told by unwritten().
    } finally {
      if (!isWritten) {
        deltas.forEach(delta -> unwritten.add(delta.records()));
      }
    }
  }

  private void count(LedgerDelta delta) {
    Objects.requireNonNull(ended.get(delta.reason())).add(delta.records());
  }

  /** The records that came to an end which the store's ledger does not know of. */
  long unwritten() {
    return unwritten.sum();
  }

  /** The records on their way, by tenant and receiver. */
  Map<String, Map<String, Long>> inFlight() {
    Map<String, Map<String, Long>> records = new TreeMap<>();
    for (Flight flight : flights) {
      records
          .computeIfAbsent(flight.tenantId, any -> new TreeMap<>())
          .merge(flight.receiver, flight.records.sum(), Long::sum);
    }
    return records;
  }

  LedgerBalance balance() {
    Map<Reason, Long> records = new EnumMap<>(Reason.class);
    ended.forEach((reason, count) -> {
      if (count.sum() > 0) {
        records.put(reason, count.sum());
      }
    });
    long inFlight = flights.stream().mapToLong(flight -> flight.records.sum()).sum();
    return new LedgerBalance(received.sum(), records, inFlight);
  }
}
