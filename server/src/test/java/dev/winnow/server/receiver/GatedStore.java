package dev.winnow.server.receiver;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.PipelineConfig;
import dev.winnow.server.access.RateLimit;
import dev.winnow.server.data.FreeSpace;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LogWriter;
import dev.winnow.storage.testkit.ForwardingLogStore;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A store in memory, with a pipeline before it, that lets batches in one by one if it is told to.
 */
public final class GatedStore extends ForwardingLogStore implements LogWriter {
  /** The body of records that are kept apart from the others. */
  public static final String OF_ANOTHER_CLASS = "kept apart";

  private static final int MANY = 1 << 20;
  private static final long PATIENCE_SECONDS = 60;

  public final MovableClock clock;
  public final Pipeline pipeline;
  private final Semaphore gate = new Semaphore(MANY);
  private final Semaphore arrived = new Semaphore(0);
  private final BlockingQueue<Optional<ErrorCode>> failures = new LinkedBlockingQueue<>();
  private final BlockingQueue<Batch> committed = new LinkedBlockingQueue<>();
  private final List<LogRecord> taken = new ArrayList<>();

  public GatedStore() {
    this(new MovableClock(Instant.parse("2026-11-21T12:00:00Z")));
  }

  private GatedStore(MovableClock clock) {
    super(new InMemoryLogStore(clock, MANY));
    this.clock = clock;
    pipeline =
        new Pipeline(
            this, PipelineConfig.of(2, 1L << 30), (_, record, _) -> retentionClass(record), clock);
  }

  private static String retentionClass(LogRecord record) {
    return record.body().text().equals(OF_ANOTHER_CLASS) ? "other" : "default";
  }

  /** A feed into it, without limits. */
  public Feed feed() {
    return new Feed(pipeline, new RateLimit(0, clock), FreeSpace.of(Path.of("."), 0, clock));
  }

  @Override
  public LogWriter writer() {
    return this;
  }

  @Override
  public Commit append(Batch batch) {
    arrived.release();
    gate.acquireUninterruptibly();
    gate.release();
    Optional<ErrorCode> failure = Optional.ofNullable(failures.poll()).orElse(Optional.empty());
    if (failure.isPresent()) {
      throw new WinnowException(failure.get(), "as the test wants it");
    }
    Commit commit = super.writer().append(batch);
    if (!commit.isDuplicate()) {
      committed.add(batch);
    }
    return commit;
  }

  public void closeGate() {
    gate.drainPermits();
  }

  public void openGate() {
    gate.release(MANY);
  }

  /** Has the next batch refused. */
  public void fail(ErrorCode failure) {
    failures.add(Optional.of(failure));
  }

  /** Has the next batch stored, and the one behind it refused. */
  public void failAfterNext(ErrorCode failure) {
    failures.add(Optional.empty());
    fail(failure);
  }

  /** Waits until one more batch has come. */
  public void awaitArrival() {
    try {
      if (!arrived.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no batch comes");
      }
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }

  /** The next records that were stored; waits until so many are. */
  public List<LogRecord> await(int count) {
    try {
      while (taken.size() < count) {
        Batch batch = committed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (batch == null) {
          throw new AssertionError(taken.size() + " records of " + count + ": " + taken);
        }
        batch.records().forEach(kept -> taken.add(kept.record()));
      }
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
    List<LogRecord> first = new ArrayList<>(taken.subList(0, count));
    taken.subList(0, count).clear();
    return first;
  }

  /** The bodies of the next records; waits likewise. */
  public List<String> awaitBodies(int count) {
    return await(count).stream().map(record -> record.body().text()).toList();
  }

  /** What became of all records: {@code TENANT RECEIVER REASON} and how many. */
  public Map<String, Long> accounts() {
    Map<String, Long> accounts = new HashMap<>();
    for (LedgerEntry entry : ledger().entries()) {
      String account = entry.tenantId() + " " + entry.receiver() + " " + entry.reason().label();
      accounts.merge(account, entry.records(), Long::sum);
    }
    return accounts;
  }
}
