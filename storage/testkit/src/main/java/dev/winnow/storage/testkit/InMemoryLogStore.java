package dev.winnow.storage.testkit;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.CommitSignal;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.Erasure;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.LedgerStore;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.LogWriter;
import dev.winnow.storage.RecordEraser;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Segment;
import dev.winnow.storage.SegmentStore;
import dev.winnow.storage.StorageCapabilities;
import dev.winnow.storage.TemplateStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A store that forgets everything when it is closed; for tests of what uses stores. */
public final class InMemoryLogStore
    implements LogStore, LogWriter, SegmentStore, RecordEraser, CommitSignal {
  private final InstantSource clock;
  private final long capacity;
  private final Map<String, Long> sequences = new HashMap<>();
  private final List<CommittedRecord> records = new ArrayList<>();
  private final InMemoryTemplates templates = new InMemoryTemplates();
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryReader reader = new InMemoryReader(this::records, templates);
  private long sequence;
  private boolean isClosed;

  /**
   * A store without records.
   *
   * @param clock what day it is, and when something is committed
   * @param capacity the number of records that it holds at most
   */
  public InMemoryLogStore(InstantSource clock, long capacity) {
    this.clock = clock;
    this.capacity = capacity;
  }

  private synchronized List<CommittedRecord> records() {
    return List.copyOf(records);
  }

  @Override
  public synchronized Commit append(Batch batch) {
    check();
    Long known = batch.id().isEmpty() ? null : sequences.get(key(batch));
    if (known != null) {
      return new Commit(known, true);
    }
    if (records.size() + batch.records().size() > capacity) {
      throw new WinnowException(
          ErrorCode.STORAGE_OVERLOADED, "the store holds " + capacity + " records at most");
    }
    sequence++;
    if (!batch.id().isEmpty()) {
      sequences.put(key(batch), sequence);
    }
    keep(batch);
    notifyAll();
    return new Commit(sequence, false);
  }

  private static String key(Batch batch) {
    return batch.tenantId() + '\n' + batch.id();
  }

  private void keep(Batch batch) {
    int day = Math.toIntExact(batch.partition().day().toEpochDay());
    int ordinal = 0;
    for (KeptRecord record : batch.records()) {
      RecordId id = new RecordId(sequence, ordinal++, day);
      records.add(
          new CommittedRecord(batch.tenantId(), batch.partition(), id, batch.receiver(), record));
    }
    Instant now = clock.instant();
    long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
    templates.learn(batch.tenantId(), batch.templates(), nanos);
    ledger.add(batch.tenantId(), batch.ledger());
  }

  @Override
  public synchronized List<Segment> segments() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return SegmentsOf.records(records, today);
  }

  @Override
  public synchronized void drop(String segmentName) {
    for (Segment segment : segments()) {
      if (segment.name().equals(segmentName) && !segment.isSealed()) {
        throw new IllegalArgumentException(segmentName + " is still appended to");
      }
    }
    records.removeIf(record -> SegmentsOf.name(record.partition()).equals(segmentName));
  }

  @Override
  public List<Count> preview(Erasure erasure) {
    return reader(erasure).counts(CountQuery.by(erasure.selection(), CountQuery.Dimension.SERVICE));
  }

  @Override
  public synchronized void erase(Erasure erasure, Consumer<Found> found) {
    Set<RecordId> ids = reader(erasure).ids(erasure.selection());
    List<CommittedRecord> meant =
        records.stream().filter(record -> ids.contains(record.id())).toList();
    String tenantId = erasure.selection().tenantId();
    Set<Long> left =
        templateIds(
            records.stream()
                .filter(record -> record.tenantId().equals(tenantId))
                .filter(record -> !ids.contains(record.id()))
                .toList());
    Set<Long> lastOf = templateIds(meant);
    lastOf.removeAll(left);
    found.accept(new Found(meant.size(), lastOf));
    records.removeAll(meant);
    templates.forgetTexts(tenantId, lastOf, left);
  }

  private static Set<Long> templateIds(List<CommittedRecord> of) {
    return of.stream()
        .map(record -> record.kept().templateId())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** A reader of the records that an erasure may be about. */
  private InMemoryReader reader(Erasure erasure) {
    return new InMemoryReader(
        () ->
            records().stream()
                .filter(record -> record.id().sequence() <= erasure.lastCommit())
                .toList(),
        templates);
  }

  @Override
  public StorageCapabilities capabilities() {
    return new StorageCapabilities(true);
  }

  @Override
  public LogWriter writer() {
    return this;
  }

  @Override
  public LogReader reader() {
    return reader;
  }

  @Override
  public TemplateStore templates() {
    return templates;
  }

  @Override
  public LedgerStore ledger() {
    return ledger;
  }

  @Override
  public SegmentStore segmentStore() {
    return this;
  }

  @Override
  public RecordEraser recordEraser() {
    return this;
  }

  @Override
  public CommitSignal commitSignal() {
    return this;
  }

  @Override
  public synchronized long await(long after, Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    for (long left = most.toNanos();
        sequence <= after && left > 0;
        left = deadline - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return sequence;
  }

  @Override
  public synchronized long last() {
    return sequence;
  }

  @Override
  public synchronized void check() {
    if (isClosed) {
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "the store is closed");
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
  }
}
