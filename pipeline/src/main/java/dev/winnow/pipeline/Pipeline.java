package dev.winnow.pipeline;

import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.Partition;
import dev.winnow.storage.TemplateChange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Takes the records of requests from their receivers to the store. Safe for use by many threads,
 * each of which brings one request and waits until it is durable.
 */
public final class Pipeline implements AutoCloseable {
  /*
   * A request works on the thread that brought it. It needs room (Admission), then one of a few
   * batch makers, as many as there are processors, and gives the maker back before it waits for the
   * store; so many requests may share a commit while a few are worked on. A record has come to one
   * end, and is counted there, when accept returns or throws.
   */

  /** After so large a request a maker has grown buffers that are not worth keeping. */
  private static final long LARGE_BYTES = 4 << 20;

  /** What batches without records are filed as. */
  private static final LogRecord NO_RECORD = LogRecord.builder().build();

  private final LogStore store;
  private final RetentionChoice retention;
  private final QuotaMeters quotas;
  private final InstantSource clock;
  private final Admission admission;
  private final Account account;
  private final TenantMiners tenants;
  private final BlockingQueue<BatchMaker> makers;

  /** A pipeline that stores whatever comes. */
  public Pipeline(
      LogStore store, PipelineConfig config, RetentionChoice retention, InstantSource clock) {
    this(store, config, retention, new QuotaMeters(List::of, store, clock), clock);
  }

  /**
   * A pipeline into a store, which it does not close.
   *
   * @param quotas how much is kept of a day
   * @param clock the time at which records are observed, and the day of their commit
   */
  public Pipeline(
      LogStore store,
      PipelineConfig config,
      RetentionChoice retention,
      QuotaMeters quotas,
      InstantSource clock) {
    this.store = store;
    this.retention = retention;
    this.quotas = quotas;
    this.clock = clock;
    admission =
        new Admission(
            config.maxRecordsInFlight(), config.maxBytesInFlight(), config.maxAdmissionWait());
    account = new Account(store.ledger());
    tenants = new TenantMiners(store.templates(), config.miner(), config.maxTenants());
    makers = new ArrayBlockingQueue<>(config.maxThreads());
    for (int i = 0; i < config.maxThreads(); i++) {
      makers.add(new BatchMaker(retention, quotas));
    }
  }

  /**
   * Takes a submission. Returns only when all of it is durable.
   *
   * <p>After a failure, none of it is stored, unless it has records of several retention classes:
   * then those of some may be. Sent again with the same identity, they are not stored twice.
   *
   * @throws WinnowException {@code storage_overloaded} if there was no room in time, or what the
   *     store throws; all records that are not stored are counted as refused then
   */
  public Receipt accept(Submission submission) {
    return accept(submission, Patience.NONE);
  }

  /**
   * Takes a submission likewise, and tries again what fails for as long as it is told to. Its
   * records are on their way meanwhile; they are counted once, when they have come to an end.
   */
  public Receipt accept(Submission submission, Patience patience) {
    boolean comesAgain = patience.comesAgain();
    Account.Flight flight = account.begin(submission, comesAgain);
    try {
      if (!comesAgain) {
        account.malformed(flight, submission);
      }
      Receipt receipt = take(flight, submission, patience);
      if (comesAgain) {
        account.malformed(flight, submission);
      }
      return receipt;
    } finally {
      account.end(flight);
    }
  }

  private Receipt take(Account.Flight flight, Submission submission, Patience patience) {
    if (submission.records().isEmpty()) {
      return Receipt.NOTHING;
    }
    enter(flight, submission, patience);
    try {
      return store(flight, submission, patience);
    } finally {
      admission.leave(submission);
    }
  }

  /**
   * Takes note of records that did not get here, as more came than could be stored, and that their
   * senders will not send again.
   */
  public void refuse(String tenantId, String receiver, long records) {
    account.refused(tenantId, receiver, records);
  }

  private void enter(Account.Flight flight, Submission submission, Patience patience) {
    try {
      var _ = patience.persist(() -> requireRoom(submission));
    } catch (WinnowException overload) {
      account.refused(flight, submission, Reason.OVERLOADED);
      throw overload;
    }
  }

  private boolean requireRoom(Submission submission) {
    if (!admission.enter(submission)) {
      throw overloaded();
    }
    return true;
  }

  private static WinnowException overloaded() {
    return new WinnowException(ErrorCode.STORAGE_OVERLOADED, "too many records wait to be stored");
  }

  private Receipt store(Account.Flight flight, Submission submission, Patience patience) {
    TenantTemplates templates;
    List<Batch> batches;
    try {
      templates = patience.persist(() -> tenants.of(submission.tenantId()));
      batches = make(submission, templates);
    } catch (RuntimeException | Error failure) {
      account.refused(flight, submission, reason(failure));
      throw failure;
    }
    long duplicates = 0;
    long overQuota = 0;
    for (int i = 0; i < batches.size(); i++) {
      Batch batch = batches.get(i);
      Commit commit;
      try {
        commit = patience.persist(() -> store.writer().append(batch));
      } catch (RuntimeException | Error failure) {
        List<Batch> notStored = batches.subList(i, batches.size());
        notStored.forEach(this::giveBack);
        account.failed(flight, notStored, reason(failure));
        throw failure;
      }
      if (commit.isDuplicate()) {
        giveBack(batch);
        duplicates += account.repeated(flight, batch);
      } else {
        overQuota += overQuota(batch);
        account.stored(flight, batch);
        templates.committed(batch.templates());
      }
    }
    return new Receipt(submission.records().size(), duplicates, overQuota);
  }

  private void giveBack(Batch batch) {
    quotas.giveBack(batch.tenantId(), batch.partition().day(), batch.records());
  }

  private static long overQuota(Batch batch) {
    return batch.ledger().stream()
        .filter(delta -> delta.reason() == Reason.QUOTA)
        .mapToLong(LedgerDelta::records)
        .sum();
  }

  private static Reason reason(Throwable failure) {
    if (failure instanceof WinnowException known) {
      boolean isOverload = known.code() == ErrorCode.STORAGE_OVERLOADED;
      return isOverload ? Reason.OVERLOADED : Reason.STORAGE_FAILED;
    }
    return Reason.INTERNAL_ERROR;
  }

  private List<Batch> make(Submission submission, TenantTemplates templates) {
    BatchMaker maker = takeMaker();
    boolean isReusable = false;
    try {
      List<Batch> batches = maker.make(submission, templates, clock.instant());
      isReusable = submission.bytes() < LARGE_BYTES;
      return batches;
    } finally {
      giveBack(isReusable, maker);
    }
  }

  /** Gives a fresh maker instead of one that may hold much; that one, if there is no memory. */
  private void giveBack(boolean isReusable, BatchMaker maker) {
    BatchMaker next = maker;
    try {
      next = isReusable ? maker : new BatchMaker(retention, quotas);
    } finally {
      makers.add(next);
    }
  }

  private BatchMaker takeMaker() {
    try {
      return makers.take();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw overloaded();
    }
  }

  /** What became of all records since the pipeline began. */
  public LedgerBalance balance() {
    return account.balance();
  }

  /** The records that have not come to an end, by their tenant and the receiver they came by. */
  public Map<String, Map<String, Long>> inFlight() {
    return account.inFlight();
  }

  /** The records whose end the store's ledger does not know of, as it could not be written. */
  public long unwrittenLedgerRecords() {
    return account.unwritten();
  }

  /** How often what a tenant's miner knew could not be read, so that it began with nothing. */
  public long unusableKnowledge() {
    return tenants.unusable();
  }

  /** What the store was not told of templates, as more was to be told than is allowed. */
  public long lostTemplateChanges() {
    return tenants.lostChanges();
  }

  /** How often the templates of a tenant that was quiet gave way to those of another. */
  public long evictedTenants() {
    return tenants.evicted();
  }

  /** How often what was learned about the templates of a tenant could not be saved. */
  public long failedSaves() {
    return tenants.failedSaves();
  }

  /**
   * Saves what was learned about templates since this was last done. To be called now and then:
   * what is lost with a process is learned again, but later merges of templates with it.
   *
   * @throws WinnowException if that of a tenant cannot be saved; that of the others is
   */
  public void saveKnowledge() {
    List<WinnowException> failures = new ArrayList<>();
    tenants.forEach((tenantId, templates) -> {
      try {
        tell(tenantId, templates);
        tenants.save(tenantId, templates);
      } catch (WinnowException failure) {
        failures.add(failure);
      }
    });
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  /**
   * Forgets templates of a tenant, as all their records are to be erased, with all texts that they
   * were learned from. What comes again is learned again.
   *
   * @throws WinnowException if that cannot be made to last
   */
  public void forgetTemplates(String tenantId, Set<Long> templateIds) {
    tenants.forget(tenantId, templateIds);
  }

  /** Tells the store what no batch has told it so far. */
  private void tell(String tenantId, TenantTemplates templates) {
    List<TemplateChange> changes = templates.changes();
    if (changes.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Partition partition =
        new Partition(day, retention.retentionClass(tenantId, NO_RECORD, TemplateMiner.UNLEARNED));
    store
        .writer()
        .append(new Batch("", partition, tenantId, "", List.of(), List.of(), List.of(), changes));
    templates.committed(changes);
  }

  /** Saves what was learned. Requests that are on their way end as they would have. */
  @Override
  public void close() {
    saveKnowledge();
  }
}
