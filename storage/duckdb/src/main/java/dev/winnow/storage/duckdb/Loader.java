package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one thread that moves what is committed from the log into parts. */
final class Loader implements AutoCloseable {
  /** How long a question waits for what it must cover. */
  private static final long PATIENCE_SECONDS = 20;

  private final Loading loading;
  private final Shares shares;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("winnow-loader").unstarted(this::run);
  private volatile boolean isEnding;

  /** The thread that does the loading, which gives back shares. */
  Loader(Loading loading, Shares shares) {
    this.loading = loading;
    this.shares = shares;
  }

  /** Begins to work; until then the loading is the caller's. */
  void start() {
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

  /** Returns once questions find everything up to a commit. */
  void awaitVisible(long sequence) {
    if (loading.visible() < sequence) {
      call(_ -> {});
    }
  }

  /** Does something on this thread, after everything that came before is visible. */
  void call(Consumer<Loading> work) {
    callAtOnce(all -> {
      all.flushAll();
      work.accept(all);
    });
  }

  /** Does something on this thread, be there room for what came before or not. */
  void callAtOnce(Consumer<Loading> work) {
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    tasks.add(() -> {
      try {
        work.accept(loading);
        done.complete(null);
      } catch (IllegalArgumentException refused) {
        done.completeExceptionally(refused);
      } catch (RuntimeException | Error failed) {
        done.completeExceptionally(loading.fail(failed));
      }
    });
    await(done);
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
        : loading.failure();
  }

  private boolean hasEnded() {
    return thread.getState() == Thread.State.TERMINATED;
  }

  private void run() {
    while (!isEnding || !tasks.isEmpty()) {
      try {
        Runnable task = tasks.poll(loading.patience(), TimeUnit.NANOSECONDS);
        while (task != null) {
          task.run();
          task = tasks.poll();
        }
        loading.work();
      } catch (InterruptedException interrupted) {
        isEnding = true;
      } catch (RuntimeException | Error failed) {
        loading.fail(failed);
      }
    }
  }

  /** Moves everything, makes it durable, and ends. */
  @Override
  public void close() {
    if (isEnding) {
      return;
    }
    try {
      callAtOnce(Loading::end);
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
