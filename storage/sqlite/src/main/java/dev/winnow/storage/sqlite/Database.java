package dev.winnow.storage.sqlite;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * A file of SQLite with one connection that writes and a few that read. SQLite lets one write at a
 * time; whoever must wait for a connection waits outside of native code, for a bounded time.
 */
final class Database implements AutoCloseable {
  /** What is done with a connection. */
  interface Work<T> {
    T run(Session session) throws SQLException;
  }

  private static final int READERS = 3;
  private static final int MAX_WAIT_MILLIS = 5_000;

  private final SQLiteDataSource source;
  private final BlockingQueue<Connection> writer = new ArrayBlockingQueue<>(1);
  private final BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);
  private volatile boolean closed;

  private Database(SQLiteDataSource source) {
    this.source = source;
  }

  /** Opens a file, which is made if there is none. */
  static Database open(Path file) {
    Database database = new Database(sourceOf(file));
    try {
      database.connect(database.writer, 1);
      database.connect(database.readers, READERS);
    } catch (SQLException e) {
      close(database.readers, database.readers.size());
      close(database.writer, database.writer.size());
      throw SqlFailure.of(e);
    }
    return database;
  }

  private static SQLiteDataSource sourceOf(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setBusyTimeout(MAX_WAIT_MILLIS);
    config.enforceForeignKeys(true);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  private void connect(BlockingQueue<Connection> connections, int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      connections.add(source.getConnection());
    }
  }

  SQLiteDataSource source() {
    return source;
  }

  /** Reads by one statement. */
  <T> T read(Work<T> work) {
    return lend(readers, connection -> work.run(new Session(connection)));
  }

  /** Reads and writes alone; what is changed is durable on return, or nothing has changed. */
  <T> T write(Work<T> work) {
    return lend(
        writer,
        connection -> {
          connection.setAutoCommit(false);
          try {
            T result = work.run(new Session(connection));
            connection.commit();
            connection.setAutoCommit(true);
            return result;
          } catch (SQLException | RuntimeException | Error e) {
            undo(connection, e);
            throw e;
          }
        });
  }

  /**
   * Frees the disk of what was overwritten, as far as nobody reads it. What is deleted from the
   * file is overwritten there anyway, but its log still has it.
   */
  void wipe() {
    boolean _ =
        lend(
            writer,
            connection -> new Session(connection).exists("PRAGMA wal_checkpoint(TRUNCATE)"));
  }

  /** Undoes what a failure left half done; the failure stays the one to tell of. */
  private static void undo(Connection connection, Throwable failure) {
    try {
      // On a full disk SQLite has rolled back by itself, which makes this fail.
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private interface Use<T> {
    T of(Connection connection) throws SQLException;
  }

  private <T> T lend(BlockingQueue<Connection> connections, Use<T> use) {
    Connection connection = closed ? null : take(connections);
    if (connection == null) {
      throw new WinnowException(
          ErrorCode.CONTROL_STORE_UNAVAILABLE,
          closed ? "the control store is closed" : "the control store is busy");
    }
    try {
      return use.of(connection);
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    } finally {
      connections.add(connection);
    }
  }

  private static @Nullable Connection take(BlockingQueue<Connection> connections) {
    try {
      return connections.poll(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Waits for what is under way, and closes the file. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    close(readers, READERS);
    close(writer, 1);
  }

  private static void close(BlockingQueue<Connection> connections, int count) {
    for (int i = 0; i < count; i++) {
      try (Connection connection = take(connections)) {
        if (connection == null) {
          return;
        }
      } catch (SQLException e) {
        throw SqlFailure.of(e);
      }
    }
  }
}
