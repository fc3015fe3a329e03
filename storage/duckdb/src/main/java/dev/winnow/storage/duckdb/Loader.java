package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.duckdb.part.Part;
import dev.winnow.storage.duckdb.part.Parts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
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
   * in both is no longer needed in the log.
   *
   * A failure, such as a full disk, leaves what waits in place; it is tried again, while the shares
   * run out and appends are refused. DuckDB gives a part up whose checkpoint failed. It is attached
   * anew then, as it was at the last checkpoint, and what it had since then is read again from the
   * log. The same is done after a failure of which nobody knows what it left, such as a want of
   * memory: nothing is in memory only, so all of it can be forgotten and read.
   */
  private static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** How long a question waits for what it must cover. */
  private static final long PATIENCE_SECONDS = 20;

  /** The log that is loaded from. */
  interface Log {
    /** Reads the commits from a number on up to another, in order. */
    void read(long from, long to, Consumer<CommittedBatch> reader);

    /** Told that all commits up to a number are in the parts for good. */
    void loaded(long sequence);

    /** Called every second or so, and before the end. */
    void tick();
  }

  private record Taken(long sequence, int shares) {}

  private final Parts parts;
  private final Log log;
  private final InstantSource clock;
  private final StoreSettings settings;
  private final Shares shares;
  private final Backlogs backlogs;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Deque<Taken> taken = new ArrayDeque<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("winnow-loader").unstarted(this::run);
  private long durable;
  private long lastTaken;
  private boolean isBehind;
  private long bytesSinceCheckpoint;
  private long waitingSince;
  private long lastChange = System.nanoTime();
  private long lastTick = System.nanoTime();
  private long retryAt = System.nanoTime();
  private volatile long visible;
  private volatile @Nullable WinnowException failure;
  private volatile boolean isEnding;

  /**
   * A loader that is about to begin.
   *
   * @param durable the last commit that is in the parts for good
   */
  Loader(Parts parts, Log log, InstantSource clock, StoreSettings settings, long durable) {
    this.parts = parts;
    this.log = log;
    this.clock = clock;
    this.settings = settings;
    this.durable = durable;
    lastTaken = durable;
    shares = new Shares(settings.waitingBytes());
    backlogs = new Backlogs(parts);
  }

  /** Adds what the log holds from before; before {@link #start}. */
  void replay(CommittedBatch batch) {
    try {
      add(batch, 0);
      if (!isBehind) {
        flush(false);
      }
    } catch (WinnowException full) {
      // Without room the store opens all the same, and reads the log again when there is some.
      fail(full);
      fallBehind();
    }
  }

  /** Makes what was replayed visible, and begins to work. */
  void start(long lastSequence) {
    lastTaken = Math.max(lastTaken, lastSequence);
    attempt(this::flushAll);
    thread.start();
  }

  /**
   * Takes a share of what may wait.
   *
   * @return the share, to be given to {@link #load} or back
   * @throws WinnowException {@code storage_overloaded} if there is none for a while
   */
  int takeShare(int bytes) {
    try {
      int share = hasEnded() ? 0 : shares.take(bytes);
      if (share == 0) {
        WinnowException reason = failure();
        throw reason != null
            ? rethrown(reason)
            : new WinnowException(
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
    shares.giveBack(share);
  }

  /** Adds a batch that is durable, in the order of commits. */
  void load(CommittedBatch batch, int share) {
    tasks.add(() -> add(batch, share));
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
    tasks.add(() -> {
      try {
        work.run();
        done.complete(null);
      } catch (IllegalArgumentException refused) {
        done.completeExceptionally(refused);
      } catch (RuntimeException | Error failed) {
        done.completeExceptionally(fail(failed));
      }
    });
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
      if (!thread.isAlive()) {
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
    return hasEnded()
        ? new WinnowException(
            ErrorCode.STORAGE_UNAVAILABLE, "the thread that moves rows into parts has ended")
        : failure;
  }

  private boolean hasEnded() {
    return thread.getState() == Thread.State.TERMINATED;
  }

  private void run() {
    while (!isEnding || !tasks.isEmpty()) {
      try {
        Runnable task = tasks.poll(patience(), TimeUnit.NANOSECONDS);
        while (task != null) {
          task.run();
          task = tasks.poll();
        }
        work();
      } catch (InterruptedException interrupted) {
        isEnding = true;
      } catch (RuntimeException | Error failed) {
        fail(failed);
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
    return isBehind || !backlogs.isEmpty();
  }

  private void add(CommittedBatch batch, int share) {
    lastTaken = batch.sequence();
    if (share > 0) {
      taken.add(new Taken(lastTaken, share));
    }
    bytesSinceCheckpoint += (long) Math.max(share, 1) * Shares.BYTES;
    lastChange = System.nanoTime();
    if (!isWaiting()) {
      waitingSince = lastChange;
    }
    if (!isBehind) {
      backlogs.add(batch);
    }
  }

  private void work() {
    long now = System.nanoTime();
    if (now - retryAt >= 0) {
      flush(!isWaiting() || now - waitingSince >= MAX_WAIT_NANOS);
      maintain(now);
      failure = null;
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
      log.tick();
    }
  }

  private void flushAll() {
    flush(true);
  }

  private void flush(boolean isAll) {
    catchUp();
    backlogs.flush(isAll, this::moved);
    moved();
  }

  /** Tells how far the parts have come, and gives back the shares of what is in them. */
  private void moved() {
    OptionalLong missing = backlogs.firstSequence();
    long reached = missing.isEmpty() ? lastTaken : missing.getAsLong() - 1;
    visible = Math.max(visible, reached);
    while (!taken.isEmpty() && taken.getFirst().sequence() <= reached) {
      shares.giveBack(taken.removeFirst().shares());
    }
  }

  /** Remembers a failure, after which there is a pause. */
  private WinnowException fail(Throwable failed) {
    boolean isExpected = failed instanceof WinnowException;
    WinnowException told =
        failed instanceof WinnowException ours
            ? ours
            : new WinnowException(
                ErrorCode.STORAGE_UNAVAILABLE, "rows cannot be moved into parts", failed);
    failure = told;
    retryAt = System.nanoTime() + RETRY_NANOS;
    if (!isExpected || parts.hasBroken()) {
      fallBehind();
    }
    return told;
  }

  /** Forgets what waits, as it is in the log; from there everything is to be read again. */
  private void fallBehind() {
    isBehind = true;
    visible = -1;
    backlogs.clear();
  }

  /** Reads again from the log what parts lack; after a failure, all of it the next time. */
  private void catchUp() {
    if (isBehind) {
      parts.reattachBroken();
      backlogs.clear();
      log.read(
          durable + 1,
          lastTaken,
          batch -> {
            backlogs.add(batch);
            backlogs.flush(false, () -> {});
          });
      isBehind = false;
    }
  }

  /** The last commit that is in the parts for good. On the thread of the loader. */
  long durable() {
    return durable;
  }

  /** Makes everything so far dispensable in the log. On the thread of the loader. */
  void checkpoint() {
    flushAll();
    parts.checkpoint();
    log.loaded(lastTaken);
    durable = lastTaken;
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
    catchUp();
    for (Part part : parts.unsealed().stream().filter(which).toList()) {
      backlogs.end(part.partition(), this::moved);
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
        log.tick();
        checkpoint();
      });
    } finally {
      isEnding = true;
      tasks.add(() -> {});
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
