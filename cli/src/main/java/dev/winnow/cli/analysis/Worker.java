package dev.winnow.cli.analysis;

import dev.winnow.formats.join.Block;
import dev.winnow.formats.join.BlockReader;
import dev.winnow.formats.join.RecordReader;
import dev.winnow.formats.layout.Layouts;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A thread that counts the records of the blocks it is given, in their order. */
final class Worker {
  /** Blocks that wait; more would only take memory. */
  private static final int MAX_WAITING = 2;

  private final Layouts layouts;
  private final Tally tally;
  private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Thread thread;
  private final AtomicLong lines = new AtomicLong();
  private volatile @Nullable Throwable fault;

  /** Known to its own thread only. */
  private boolean isEnded;

  Worker(Scope scope, int number) {
    layouts = scope.layouts();
    tally = new Tally(scope);
    thread = Thread.ofPlatform().name("analysis-" + number).daemon().start(this::work);
  }

  /** Gives it a block of an input; waits while it has enough to do. */
  void count(int input, int number, Block block, BlockReader origin) {
    put(() -> tally(input, number, block, origin));
    rethrow();
  }

  /** What it has counted, once it has done all. */
  Tally finish() {
    put(() -> isEnded = true);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrow();
    return tally;
  }

  /** The number of lines that it has read so far. */
  long lines() {
    return lines.get();
  }

  /**
   * Puts a task in the queue although somebody may wish to stop: what was read is to be counted.
   */
  private void put(Runnable task) {
    boolean interrupted = false;
    boolean done = false;
    while (!done) {
      try {
        tasks.put(task);
        done = true;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrow() {
    Throwable failure = fault;
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }

  private void work() {
    try {
      while (!isEnded) {
        tasks.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Counts a block. Whatever goes wrong is told to the thread that reads, which ends the program.
   */
  private void tally(int input, int number, Block block, BlockReader origin) {
    if (fault != null) {
      return;
    }
    try {
      RecordReader records = new RecordReader(block, layouts);
      tally.begin(input, number);
      while (records.next()) {
        tally.add(records);
      }
      tally.end(records);
      lines.addAndGet(records.ledger().linesRead());
      origin.release(block);
    } catch (IOException | RuntimeException | Error e) {
      fault = e;
    }
  }
}
