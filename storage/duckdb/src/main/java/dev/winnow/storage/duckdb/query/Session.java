package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/** The connection of one question, and how much time it has left. */
final class Session implements AutoCloseable {
  /** Takes in one row of an answer. */
  interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  /** Takes in one row of an answer, and tells whether it wants the next. */
  interface RowsInTurn {
    boolean accept(ResultSet row) throws SQLException;
  }

  private final Connections home;
  private final DuckDBConnection connection;
  private final long end;

  Session(Connections home, DuckDBConnection connection, long end) {
    this.home = home;
    this.connection = connection;
    this.end = end;
  }

  /** Hands every row of an answer to {@code rows}. */
  void ask(String sql, Parameters parameters, RowConsumer rows) {
    askWhile(
        sql,
        parameters,
        row -> {
          rows.accept(row);
          return true;
        });
  }

  /** Hands one row of an answer after the other to {@code rows}, as long as it wants them. */
  void askWhile(String sql, Parameters parameters, RowsInTurn rows) {
    Interrupt interrupt = new Interrupt();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      parameters.setInto(statement);
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw home.timeout(null);
      }
      ScheduledFuture<?> alarm =
          home.clock().schedule(() -> interrupt.stop(statement), left, TimeUnit.NANOSECONDS);
      try (ResultSet answer = statement.executeQuery()) {
        boolean isWanted = true;
        while (isWanted && answer.next()) {
          isWanted = rows.accept(answer);
        }
      } finally {
        alarm.cancel(false);
        interrupt.disarm();
      }
    } catch (SQLException failure) {
      throw interrupt.hasStopped() ? home.timeout(failure) : failed(failure);
    }
  }

  private static WinnowException failed(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("Out of Memory")
        ? new WinnowException(
            ErrorCode.ANSWER_TOO_LARGE, "the question needs more memory than it may have", failure)
        : new WinnowException(
            ErrorCode.STORAGE_UNAVAILABLE, "the store could not answer a question", failure);
  }

  @Override
  public void close() {
    home.giveBack(connection);
  }

  /** Stops a statement unless it has ended, so that it never stops the next one instead. */
  private static final class Interrupt {
    private final ReentrantLock lock = new ReentrantLock();
    private boolean isOver;
    private boolean hasStopped;

    private void stop(PreparedStatement statement) {
      lock.lock();
      try {
        if (!isOver) {
          hasStopped = true;
          statement.cancel();
        }
      } catch (SQLException gone) {
        // A statement that cannot be stopped has ended.
      } finally {
        lock.unlock();
      }
    }

    private void disarm() {
      lock.lock();
      try {
        isOver = true;
      } finally {
        lock.unlock();
      }
    }

    private boolean hasStopped() {
      lock.lock();
      try {
        return hasStopped;
      } finally {
        lock.unlock();
      }
    }
  }
}
