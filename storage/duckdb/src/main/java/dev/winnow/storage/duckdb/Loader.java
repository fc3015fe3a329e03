package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Partition;
import dev.winnow.storage.duckdb.part.Part;
import dev.winnow.storage.duckdb.part.Parts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The one thread that moves what is committed from the log into parts. */
final class Loader implements AutoCloseable {
  /*
   * Rows wait until they fill whole row groups, which are then written once and in order; but no
   * longer than a quarter of a second, and not at all once somebody asks for them. What waits is
   * bounded by its bytes: who appends takes a share of them before, and waits for one if there is
   * none.
   *
   * From time to time the parts are made durable as they are, then a copy of the catalogue; what is
   * in both is no longer needed in the log. A failure, such as a full disk, leaves what waits in
   * place; it is tried again, while the shares run out and appends are refused.
   */
  private static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** How long a question waits for what it must cover. */
  private static final long PATIENCE_SECONDS = 20;

  /** How long an append waits for its share. */
  private static final long SHARE_PATIENCE_SECONDS = 2;

  private static final int SHARE_BYTES = 1 << 10;

  private record Task(@Nullable CommittedBatch batch, int shares, @Nullable Runnable work) {}

  private record Taken(long sequence, int share) {}

  /** What makes everything durable so far dispensable in the log. */
  interface Checkpoint {
    /** Called when all commits up to a number are in the parts for good. */
    void reached(long sequence);

    /** Called every second or so, and before the end. */
    void tick();
  }

  private final Parts parts;
  private final Checkpoint checkpoint;
  private final InstantSource clock;
  private final StoreSettings settings;
  private final Semaphore shares;
  private final int allShares;
  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
  private final Deque<Taken> taken = new ArrayDeque<>();
  private final Map<Partition, Backlog> backlogs = new LinkedHashMap<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("winnow-loader").unstarted(this::run);
  private long lastTaken;
  private long bytesSinceCheckpoint;
  private long waitingSince;
  private long lastChange = System.nanoTime();
  private long lastTick = System.nanoTime();
  private long retryAt = System.nanoTime();
  private volatile long visible;
  private volatile @Nullable WinnowException failure;
  private volatile boolean isEnding;

  Loader(Parts parts, Checkpoint checkpoint, InstantSource clock, StoreSettings settings) {
    this.parts = parts;
    this.checkpoint = checkpoint;
    this.clock = clock;
    this.settings = settings;
    allShares = Math.toIntExact(settings.waitingBytes() / SHARE_BYTES);
    shares = new Semaphore(allShares, true);
  }

  /** Adds what the log holds from before; before {@link #start}. */
  void replay(CommittedBatch batch) {
    add(batch, 0);
    flushFull();
  }

  /** Makes what was replayed visible, and begins to work. */
  void start(long lastSequence) {
    lastTaken = Math.max(lastTaken, lastSequence);
    flushAll();
    thread.start();
  }

  /**
   * Takes a share of what may wait.
   *
   * @return the share, to be given to {@link #load} or back
   * @throws WinnowException {@code storage_overloaded} if there is none for a while
   */
  int takeShare(int bytes) {
    int share = Math.min(allShares, bytes / SHARE_BYTES + 1);
    try {
      if (!shares.tryAcquire(share, SHARE_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        WinnowException reason = failure;
        if (reason != null) {
          throw rethrown(reason);
        }
        throw new WinnowException(
            ErrorCode.STORAGE_OVERLOADED,
            "more than " + settings.waitingBytes() + " bytes wait for the store");
      }
      return share;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new WinnowException(
          ErrorCode.STORAGE_UNAVAILABLE, "interrupted while the store was busy", interrupted);
    }
  }

  void giveBack(int share) {
    shares.release(share);
  }

  /** Adds a batch that is durable, in the order of commits. */
  void load(CommittedBatch batch, int share) {
    tasks.add(new Task(batch, share, null));
  }

  /** Returns once questions find everything up to a commit. */
  void awaitVisible(long sequence) {
    if (visible < sequence) {
      call(() -> {});
    }
  }

  /** Does something on the thread of the loader, after everything that came before is visible. */
  void call(Runnable work) {
    callAtOnce(() -> {
      flushAll();
      work.run();
    });
  }

  /** Does something on the thread of the loader, be there room for what came before or not. */
  void callAtOnce(Runnable work) {
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    tasks.add(
        new Task(
            null,
            0,
            () -> {
              try {
                work.run();
                done.complete(null);
              } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
              }
            }));
    await(done);
  }

  /** Moves and seals what can be. On the thread of the loader. */
  void settle() {
    attempt(this::flushAll);
    attempt(this::sealWhatIsOver);
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (WinnowException failed) {
      fail(failed);
    }
  }

  private void await(CompletableFuture<@Nullable Void> done) {
    try {
      if (isEnding && !thread.isAlive()) {
        throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "the store is closed");
      }
      done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "interrupted", interrupted);
    } catch (TimeoutException late) {
      throw new WinnowException(
          ErrorCode.STORAGE_UNAVAILABLE, "the store is busy for too long", late);
    } catch (ExecutionException failed) {
      throw rethrown(failed.getCause());
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof WinnowException ours) {
      return new WinnowException(ours.code(), String.valueOf(ours.getMessage()), ours);
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("the loader failed", cause);
  }

  /** Why rows cannot be moved at the time; null if they can. */
  @Nullable WinnowException failure() {
    return failure;
  }

  private void run() {
    while (!isEnding || !tasks.isEmpty()) {
      try {
        Task task = tasks.poll(patience(), TimeUnit.NANOSECONDS);
        while (task != null) {
          take(task);
          task = tasks.poll();
        }
        work();
      } catch (InterruptedException interrupted) {
        isEnding = true;
      } catch (WinnowException failed) {
        fail(failed);
      } catch (RuntimeException unexpected) {
        fail(
            new WinnowException(
                ErrorCode.STORAGE_UNAVAILABLE, "rows cannot be moved into parts", unexpected));
      }
    }
  }

  private long patience() {
    long now = System.nanoTime();
    long until = lastTick + RETRY_NANOS;
    if (isWaiting()) {
      until = Math.min(until, Math.max(waitingSince + MAX_WAIT_NANOS, retryAt));
    }
    return Math.max(0, until - now);
  }

  private boolean isWaiting() {
    return backlogs.values().stream().anyMatch(backlog -> backlog.firstSequence().isPresent());
  }

  private void take(Task task) {
    if (task.batch() != null) {
      add(task.batch(), task.shares());
    }
    if (task.work() != null) {
      task.work().run();
    }
  }

  private void add(CommittedBatch batch, int share) {
    if (!isWaiting()) {
      waitingSince = System.nanoTime();
    }
    lastTaken = batch.sequence();
    taken.add(new Taken(lastTaken, share));
    bytesSinceCheckpoint += (long) Math.max(share, 1) * SHARE_BYTES;
    lastChange = System.nanoTime();
    if (batch.records().rows() > 0 || !batch.counts().isEmpty()) {
      backlogs
          .computeIfAbsent(batch.partition(), partition -> new Backlog(parts, partition))
          .add(batch);
    }
  }

  private void work() {
    long now = System.nanoTime();
    if (now - retryAt >= 0) {
      if (!isWaiting() || now - waitingSince >= MAX_WAIT_NANOS) {
        flushAll();
      } else {
        flushFull();
      }
      maintain(now);
    }
  }

  private void maintain(long now) {
    boolean isQuiet = bytesSinceCheckpoint > 0 && now - lastChange >= QUIET_NANOS;
    if (bytesSinceCheckpoint >= settings.checkpointBytes() || isQuiet) {
      checkpoint();
    }
    if (now - lastTick >= RETRY_NANOS) {
      lastTick = now;
      sealWhatIsOver();
      checkpoint.tick();
    }
  }

  private void flushFull() {
    flush(false);
  }

  private void flushAll() {
    flush(true);
  }

  private void flush(boolean isAll) {
    for (Backlog backlog : backlogs.values()) {
      flush(backlog, isAll);
    }
    failure = null;
    moved();
  }

  private void flush(Backlog backlog, boolean isAll) {
    while (backlog.flush(isAll)) {
      moved();
    }
  }

  /** Tells how far the parts have come, and gives back the shares of what is in them. */
  private void moved() {
    OptionalLong missing =
        backlogs.values().stream()
            .map(Backlog::firstSequence)
            .flatMapToLong(OptionalLong::stream)
            .min();
    long reached = missing.isEmpty() ? lastTaken : missing.getAsLong() - 1;
    visible = Math.max(visible, reached);
    while (!taken.isEmpty() && taken.getFirst().sequence() <= reached) {
      shares.release(taken.removeFirst().share());
    }
  }

  private void fail(WinnowException failed) {
    failure = failed;
    retryAt = System.nanoTime() + RETRY_NANOS;
  }

  /** Makes everything so far dispensable in the log. On the thread of the loader. */
  void checkpoint() {
    flushAll();
    parts.checkpoint();
    checkpoint.reached(lastTaken);
    bytesSinceCheckpoint = 0;
  }

  /** Seals the parts of days that are over. On the thread of the loader. */
  void sealWhatIsOver() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    seal(part -> part.partition().day().isBefore(today));
  }

  /** Seals all parts. On the thread of the loader. */
  void sealAll() {
    seal(part -> true);
  }

  private void seal(Predicate<Part> which) {
    for (Part part : parts.unsealed().stream().filter(which).toList()) {
      Backlog backlog = backlogs.get(part.partition());
      if (backlog != null) {
        flush(backlog, true);
        backlogs.remove(part.partition());
      }
      parts.seal(part);
    }
  }

  /** Moves everything, makes it durable, and ends. */
  @Override
  public void close() {
    if (isEnding) {
      return;
    }
    try {
      call(() -> {
        checkpoint.tick();
        checkpoint();
      });
    } finally {
      isEnding = true;
      tasks.add(new Task(null, 0, null));
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
