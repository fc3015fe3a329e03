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

  Connections(Engine engine, QueryLimits limits) {
    this.engine = engine;
    this.limits = limits;
    this.free = new Semaphore(limits.queries(), true);
  }

  /** A session of a question that begins now. */
  Session open() {
    long end = System.nanoTime() + limits.time().toNanos();
    try {
      if (!free.tryAcquire(limits.time().toNanos(), TimeUnit.NANOSECONDS)) {
        throw timeout(null);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw timeout(interrupted);
    }
    DuckDBConnection connection = idle.poll();
    return new Session(this, connection == null ? connect() : connection, end);
  }

  private DuckDBConnection connect() {
    try {
      return engine.connect();
    } catch (WinnowException refused) {
      free.release();
      throw refused;
    }
  }

  void giveBack(DuckDBConnection connection) {
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

  @Override
  public void close() {
    clock.shutdownNow();
    for (DuckDBConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
      try {
        connection.close();
      } catch (SQLException ended) {
        // The database is going away, and with it the connection.
      }
    }
  }
}
