package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that moves what is committed from the log into parts: when it does, and whether it
 * can. Until it is started, its work is the caller's.
 */
final class Loader implements AutoCloseable {
  /*
   * A failure, such as a full disk, leaves what waits in place; it is tried again after a pause,
   * while the shares run out and appends are refused. In the pause, a question that needs all of
   * the log read again is refused at once: if many ask, none of them would get further. What only
   * fails whoever asked for it, as it left everything as it was, is no failure of the store.
   */
  private static final Logger LOGGER = System.getLogger(Loader.class.getName());

  /** How long a question waits for what it must cover. */
  private static final long PATIENCE_SECONDS = 20;

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Loading loading;
  private final Shares shares;
  private final Runnable tick;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("winnow-loader").unstarted(this::run);
  private long lastTick = System.nanoTime();
  private long retryAt = System.nanoTime();
  private volatile @Nullable WinnowException failure;
  private volatile boolean isEnding;

  /**
   * The thread that does the loading.
   *
   * @param shares where what may wait is taken from
   * @param tick done every second or so, and before the end
   */
  Loader(Loading loading, Shares shares, Runnable tick) {
    this.loading = loading;
    this.shares = shares;
    this.tick = tick;
  }

  /**
   * Adds what the log holds from before. Without room for it the store opens all the same, and
   * reads the log again when there is some.
   */
  void replay(CommittedBatch batch) {
    try {
      loading.replay(batch);
    } catch (WinnowException failed) {
      failOpening(failed);
      loading.fallBehind();
    }
  }

  /** Makes what was replayed visible, be it all up to a commit that added no row, and begins. */
  void start(long lastSequence) {
    try {
      loading.endReplay(lastSequence);
    } catch (WinnowException failed) {
      failOpening(failed);
    }
    thread.start();
  }

  private void failOpening(WinnowException failed) {
    if (failed.code().kind() != ErrorCode.Kind.TRANSIENT) {
      throw failed;
    }
    fail(failed);
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
                "more than " + shares.bytes() + " bytes wait for the store");
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
    tasks.add(() -> loading.add(batch, share));
  }

  /** Whether questions find everything up to a commit. */
  boolean isVisible(long sequence) {
    return loading.visible() >= sequence;
  }

  /** Returns once questions find everything up to a commit. */
  void awaitVisible(long sequence) {
    if (!isVisible(sequence)) {
      call(_ -> {});
    }
  }

  /** Does something on this thread, after everything that came before is visible. */
  void call(Consumer<Loading> work) {
    await(begin(this::moveAll, work));
  }

  /** Does something on this thread, be there room for what came before or not. */
  void callAtOnce(Consumer<Loading> work) {
    await(begin(() -> {}, work));
  }

  /** Moves and seals what can be; for this thread. */
  void settle() {
    attempt(loading::flushAll);
    attempt(loading::sealWhatIsOver);
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (WinnowException failed) {
      fail(failed);
    }
  }

  private void moveAll() {
    WinnowException known = failure;
    if (known != null && loading.isBehind() && pauseNanos() > 0) {
      throw known;
    }
    loading.flushAll();
  }

  /** Nothing is done any more of what is given up by who asked for it. */
  private CompletableFuture<@Nullable Void> begin(Runnable before, Consumer<Loading> work) {
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    tasks.add(() -> {
      if (!done.isDone()) {
        prepare(before, done);
      }
      if (!done.isDone()) {
        complete(work, done);
      }
    });
    return done;
  }

  private void prepare(Runnable before, CompletableFuture<@Nullable Void> done) {
    try {
      before.run();
    } catch (RuntimeException | Error failed) {
      done.completeExceptionally(fail(failed));
    }
  }

  private void complete(Consumer<Loading> work, CompletableFuture<@Nullable Void> done) {
    try {
      work.accept(loading);
      done.complete(null);
    } catch (IllegalArgumentException refused) {
      done.completeExceptionally(refused);
    } catch (WinnowException failed) {
      done.completeExceptionally(loading.hasBroken() ? fail(failed) : failed);
    } catch (RuntimeException | Error failed) {
      done.completeExceptionally(fail(failed));
    }
  }

  private void await(CompletableFuture<@Nullable Void> done) {
    try {
      if (!thread.isAlive() && !done.isDone()) {
        throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "the store is closed");
      }
      done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      done.cancel(false);
      Thread.currentThread().interrupt();
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "interrupted", interrupted);
    } catch (TimeoutException late) {
      done.cancel(false);
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

  /** Remembers a failure, after which there is a pause. */
  WinnowException fail(Throwable failed) {
    WinnowException known = failure;
    if (known != null && known.equals(failed)) {
      return known;
    }
    boolean isExpected = failed instanceof WinnowException;
    WinnowException told =
        failed instanceof WinnowException ours
            ? ours
            : new WinnowException(
                ErrorCode.STORAGE_UNAVAILABLE, "rows cannot be moved into parts", failed);
    if (known == null) {
      String outlook =
          told.code() == ErrorCode.STORAGE_BROKEN
              ? "; nothing can be moved until the store is opened again"
              : "; it is tried again every second";
      LOGGER.log(Level.WARNING, told.getMessage() + outlook, told);
    }
    failure = told;
    retryAt = System.nanoTime() + PAUSE_NANOS;
    if (!isExpected || loading.hasBroken()) {
      loading.fallBehind();
    }
    return told;
  }

  private long pauseNanos() {
    return failure == null ? 0 : retryAt - System.nanoTime();
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

  /** How long there is nothing to do if nothing is added. */
  long patience() {
    long pause = pauseNanos();
    if (pause > 0) {
      return pause;
    }
    long now = System.nanoTime();
    return Math.max(0, Math.min(lastTick + TICK_NANOS - now, loading.patience(now)));
  }

  /** Does what is due. */
  void work() {
    if (pauseNanos() > 0) {
      return;
    }
    long now = System.nanoTime();
    loading.moveWhatIsDue(now);
    if (now - lastTick >= TICK_NANOS) {
      lastTick = now;
      loading.sealWhatIsOver();
      tick.run();
    }
    if (failure != null) {
      failure = null;
      LOGGER.log(Level.INFO, "rows are moved into parts again");
    }
  }

  /** Moves everything, makes it durable, and ends, however long that takes. */
  @Override
  public void close() {
    if (isEnding) {
      return;
    }
    CompletableFuture<@Nullable Void> done = begin(() -> {}, this::end);
    isEnding = true;
    tasks.add(() -> {});
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    await(done);
  }

  private void end(Loading all) {
    all.flushAll();
    tick.run();
    all.checkpoint();
  }
}
