package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.duckdb.pack.Packer;
import dev.winnow.storage.duckdb.part.Demand;
import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.part.Part;
import dev.winnow.storage.duckdb.part.Parts;
import dev.winnow.storage.duckdb.query.ErasureScan;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The one thread that rewrites sealed parts, one after the other, when others leave it time. */
final class Packing implements AutoCloseable {
  private static final long LOOK_SECONDS = 1;

  /** How long nothing is packed after a failure that may pass, such as a full disk. */
  private static final long PAUSE_SECONDS = 60;

  /** Who asks waits for the answer, so a step a while is enough, while not too much is left. */
  private static final int REST_FOR_QUESTIONS = 10;

  private static final int REST_FOR_APPENDS = 1;

  private static final Logger LOGGER = System.getLogger(Packing.class.getName());

  private final Engine engine;
  private final Parts parts;
  private final Loader loader;
  private final Rewriting rewriting;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Set<String> corrupt = new HashSet<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("winnow-packing").factory());

  Packing(Engine engine, Parts parts, Loader loader) {
    this.engine = engine;
    this.parts = parts;
    this.loader = loader;
    rewriting = new Rewriting(engine, parts, loader);
  }

  void start() {
    Future<?> _ =
        thread.scheduleWithFixedDelay(
            () -> packNext(new Pace()), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void packNext(Runnable pause) {
    Optional<Part> next =
        parts.unpacked().stream().filter(part -> !corrupt.contains(part.alias())).findFirst();
    if (next.isPresent()) {
      try {
        rewriting.pack(next.get(), Packer.ROW_GROUP_SIZE, pause);
      } catch (RuntimeException | Error failed) {
        giveWay(next.get(), failed);
      }
    }
  }

  /** A part that comes out as another one is left as it is; else it is tried again later. */
  private void giveWay(Part part, Throwable failed) {
    if (ending.getCount() == 0) {
      return;
    }
    if (!parts.unpacked().contains(part)) {
      loader.call(_ -> parts.replace(part, part.replacement())); // Deletes what was made of it.
      return;
    }
    LOGGER.log(Level.WARNING, part.alias() + " cannot be packed and stays as it is", failed);
    if (failed instanceof WinnowException ours && ours.code() == ErrorCode.STORAGE_CORRUPT) {
      corrupt.add(part.alias());
    } else {
      await(TimeUnit.SECONDS.toNanos(PAUSE_SECONDS));
    }
  }

  /** Waits for a while; tells whether the end has come. */
  private boolean await(long nanos) {
    try {
      return ending.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Packs all sealed parts without a pause. */
  void packAll(int sliceRecords) {
    call(() -> parts.unpacked().forEach(part -> rewriting.pack(part, sliceRecords, () -> {})));
  }

  /**
   * Rewrites a sealed part without some records, when others leave it time.
   *
   * @param step run before each step of it, and when the new file is about to be put in place
   */
  void erase(Part part, ErasureScan scan, Runnable step) {
    call(() -> {
      Pace pace = new Pace();
      Runnable pause =
          () -> {
            step.run();
            pace.run();
          };
      rewriting.erase(part, scan, pause, step);
    });
  }

  private void call(Runnable work) {
    try {
      thread.submit(work).get();
    } catch (RejectedExecutionException closed) {
      throw ending();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "interrupted", interrupted);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof WinnowException ours
          ? ours
          : new IllegalStateException("a part cannot be rewritten", failure);
    }
  }

  /**
   * Makes sure that the store goes on.
   *
   * @throws WinnowException {@code storage_unavailable} if it is being closed
   */
  void demandOpen() {
    if (ending.getCount() == 0) {
      throw ending();
    }
  }

  private static WinnowException ending() {
    return new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "the store is being closed");
  }

  /** Waits between two steps so that others come to work, the longer the more they want to. */
  private final class Pace implements Runnable {
    private Demand before = engine.demand();
    private long since = System.nanoTime();

    @Override
    public void run() {
      engine.endWork();
      boolean isOver = await((System.nanoTime() - since) * rest());
      engine.beginWork();
      if (isOver) {
        throw ending();
      }
      before = engine.demand();
      since = System.nanoTime();
    }

    /** How many times as long as the step took. */
    private int rest() {
      Demand now = engine.demand();
      if (now.hasQuestionsSince(before)) {
        return Math.max(REST_FOR_APPENDS, REST_FOR_QUESTIONS - parts.unpacked().size());
      }
      return now.hasAppendsSince(before) ? REST_FOR_APPENDS : 0;
    }
  }

  /** Waits for the step at hand to end. */
  @Override
  public void close() {
    ending.countDown();
    thread.close();
  }
}
