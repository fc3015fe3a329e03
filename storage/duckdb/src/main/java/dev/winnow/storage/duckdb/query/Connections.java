package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.duckdb.part.Engine;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A bounded number of connections to one database, each for one question at a time. */
final class Connections implements AutoCloseable {
  private final Engine engine;
  private final QueryLimits limits;
  private final Semaphore free;
  private final ConcurrentLinkedQueue<DuckDBConnection> idle = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("winnow-query-timeout").daemon().factory());
  private volatile boolean isClosed;

  Connections(Engine engine, QueryLimits limits) {
    this.engine = engine;
    this.limits = limits;
    this.free = new Semaphore(limits.queries(), true);
  }

  /** A session of a question that begins now. */
  Session open() {
    long end = System.nanoTime() + limits.time().toNanos();
    if (!take(1)) {
      throw timeout(null);
    }
    if (isClosed) {
      free.release();
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "the store is closed");
    }
    return new Session(this, connection(), end);
  }

  /** Waits for places as long as a question may take. */
  private boolean take(int places) {
    try {
      return free.tryAcquire(places, limits.time().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private DuckDBConnection connection() {
    DuckDBConnection connection = idle.poll();
    boolean isReady = false;
    try {
      if (connection == null) {
        connection = engine.connect();
      }
      engine.beginQuestion();
      isReady = true;
      return connection;
    } finally {
      if (!isReady) {
        if (connection != null) {
          idle.add(connection);
        }
        free.release();
      }
    }
  }

  void giveBack(DuckDBConnection connection) {
    engine.endQuestion();
    idle.add(connection);
    free.release();
  }

  ScheduledExecutorService clock() {
    return clock;
  }

  WinnowException timeout(@Nullable Throwable cause) {
    String message = "no answer within " + limits.time().toMillis() + " ms";
    return cause == null
        ? new WinnowException(ErrorCode.QUERY_TIMEOUT, message)
        : new WinnowException(ErrorCode.QUERY_TIMEOUT, message, cause);
  }

  /** Takes no more questions, and waits until those that are being answered have ended. */
  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    boolean isQuiet = take(limits.queries());
    clock.shutdownNow();
    for (DuckDBConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
      try {
        connection.close();
      } catch (SQLException ended) {
        // The database is going away, and with it the connection.
      }
    }
    if (isQuiet) {
      free.release(limits.queries()); // Who waits is told that it is over.
    }
  }
}
