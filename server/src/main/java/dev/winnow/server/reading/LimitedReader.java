package dev.winnow.server.reading;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.Facet;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.Volume;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A reader that answers a bounded number of questions of each tenant at a time, so that none takes
 * the machine from the others or from what is taken in. A question too many waits a little, and is
 * then refused with {@code overloaded}.
 */
public final class LimitedReader implements LogReader {
  private final LogReader reader;
  private final int questionsPerTenant;
  private final Duration patience;

  /** One entry for each tenant that ever asked; tenants are those that have tokens. */
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

  /**
   * Limits a reader.
   *
   * @param patience how long a question waits for its turn
   */
  public LimitedReader(LogReader reader, int questionsPerTenant, Duration patience) {
    this.reader = reader;
    this.questionsPerTenant = questionsPerTenant;
    this.patience = patience;
  }

  private <T> T inTurn(String tenantId, Supplier<T> question) {
    Semaphore free = places.computeIfAbsent(tenantId, tenant -> new Semaphore(questionsPerTenant));
    try {
      if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw overloaded();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw overloaded();
    }
    try {
      return question.get();
    } finally {
      free.release();
    }
  }

  private WinnowException overloaded() {
    return new WinnowException(
        ErrorCode.OVERLOADED,
        "%d queries are at work, as many as are answered at a time".formatted(questionsPerTenant));
  }

  @Override
  public List<StoredRecord> search(RecordQuery query) {
    return inTurn(query.selection().tenantId(), () -> reader.search(query));
  }

  @Override
  public Optional<StoredRecord> find(String tenantId, RecordId id) {
    return inTurn(tenantId, () -> reader.find(tenantId, id));
  }

  @Override
  public List<StoredRecord> around(ContextQuery query) {
    return inTurn(query.tenantId(), () -> reader.around(query));
  }

  @Override
  public List<Count> counts(CountQuery query) {
    return inTurn(query.selection().tenantId(), () -> reader.counts(query));
  }

  /** Reads nothing, so it needs no turn. */
  @Override
  public boolean isCounted(CountQuery query) {
    return reader.isCounted(query);
  }

  @Override
  public Facet facet(FacetQuery query) {
    return inTurn(query.selection().tenantId(), () -> reader.facet(query));
  }

  @Override
  public List<StoredRecord> since(String tenantId, RecordId after, int limit) {
    return inTurn(tenantId, () -> reader.since(tenantId, after, limit));
  }

  @Override
  public Map<String, Volume> volumes(String tenantId, LocalDate day) {
    return inTurn(tenantId, () -> reader.volumes(tenantId, day));
  }
}
