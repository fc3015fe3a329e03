package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LogWriter;
import dev.winnow.storage.Partition;
import dev.winnow.storage.duckdb.log.WriteAheadLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Commits batches to the log, from where the loader takes them. Whoever appends does the encoding,
 * so many threads share that work.
 */
final class DuckDbLogWriter implements LogWriter {
  private final WriteAheadLog log;
  private final Catalogue catalogue;
  private final Loader loader;
  private final InstantSource clock;
  private final Map<String, CompletableFuture<Commit>> underway = new ConcurrentHashMap<>();

  DuckDbLogWriter(WriteAheadLog log, Catalogue catalogue, Loader loader, InstantSource clock) {
    this.log = log;
    this.catalogue = catalogue;
    this.loader = loader;
    this.clock = clock;
  }

  @Override
  public Commit append(Batch batch) {
    return batch.id().isEmpty() ? commit(batch) : commitOnce(batch);
  }

  /** Commits a batch unless one of its identity is committed, or is being committed, already. */
  private Commit commitOnce(Batch batch) {
    String key = StoredBatches.key(batch.tenantId(), batch.id());
    CompletableFuture<Commit> mine = new CompletableFuture<>();
    for (CompletableFuture<Commit> other = underway.putIfAbsent(key, mine);
        other != null;
        other = underway.putIfAbsent(key, mine)) {
      try {
        return new Commit(other.join().sequence(), true);
      } catch (CompletionException failed) {
        // Then it is this one's turn.
      }
    }
    try {
      OptionalLong known = catalogue.sequence(key);
      Commit commit = known.isPresent() ? new Commit(known.getAsLong(), true) : commit(batch);
      mine.complete(commit);
      return commit;
    } finally {
      underway.remove(key, mine);
      // Has no effect after a success; after anything else, errors included, nobody waits on.
      mine.completeExceptionally(new IllegalStateException("the batch was not committed"));
    }
  }

  private Commit commit(Batch batch) {
    byte[] payload = encode(batch);
    int share = loader.takeShare(payload.length);
    try {
      return new Commit(begin(payload, catalogue::apply, share).getAsLong(), false);
    } catch (RuntimeException failed) {
      loader.giveBack(share);
      throw failed;
    }
  }

  private byte[] encode(Batch batch) {
    byte[] payload = CommittedBatch.encode(batch, now());
    if (payload.length > WriteAheadLog.MAX_PAYLOAD_BYTES) {
      throw new WinnowException(
          ErrorCode.INVALID_RECORD,
          "a batch of " + payload.length + " bytes, limit " + WriteAheadLog.MAX_PAYLOAD_BYTES);
    }
    return payload;
  }

  private LongSupplier begin(byte[] payload, Consumer<CommittedBatch> apply, int share) {
    CommittedBatch decoded = CommittedBatch.decode(0, payload);
    return log.begin(
        payload,
        sequence -> {
          CommittedBatch committed = decoded.at(sequence);
          apply.accept(committed);
          loader.load(committed, share);
        });
  }

  private long now() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  /** Commits what was added to the ledger beside batches. */
  void commitLedger() {
    Map<String, List<LedgerEntry>> byTenant =
        catalogue.unlogged().stream()
            .collect(
                Collectors.groupingBy(
                    LedgerEntry::tenantId, LinkedHashMap::new, Collectors.toList()));
    List<LongSupplier> begun = new ArrayList<>();
    try {
      byTenant.forEach((tenantId, entries) -> {
        List<LedgerDelta> deltas = entries.stream().map(DuckDbLogWriter::delta).toList();
        begun.add(begin(encode(ofLedger(tenantId, deltas)), catalogue::applyLogged, 0));
      });
    } finally {
      awaitAll(begun);
    }
  }

  private Batch ofLedger(String tenantId, List<LedgerDelta> deltas) {
    Partition today =
        new Partition(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "default");
    return new Batch("", today, tenantId, "", List.of(), List.of(), deltas, List.of());
  }

  /** What is still underway must not be committed once more, so none is left behind. */
  private static void awaitAll(List<LongSupplier> begun) {
    WinnowException failure = null;
    for (LongSupplier commit : begun) {
      try {
        long _ = commit.getAsLong();
      } catch (WinnowException failed) {
        failure = failed;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Commits nothing, into another file of the log than what was committed before. */
  void beginLogSegment() {
    log.endSegment();
    long _ = begin(encode(ofLedger("", List.of())), catalogue::apply, 0).getAsLong();
  }

  private static LedgerDelta delta(LedgerEntry entry) {
    return new LedgerDelta(entry.receiver(), entry.serviceName(), entry.reason(), entry.records());
  }
}
