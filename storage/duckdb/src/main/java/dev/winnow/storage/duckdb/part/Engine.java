package dev.winnow.storage.duckdb.part;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.duckdb.disk.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import org.duckdb.DuckDBConnection;

/** DuckDB itself, in this process and without a file of its own; parts are attached to it. */
public final class Engine implements AutoCloseable {
  /** How many rows lie together; commits of multiples of it are written once and never moved. */
  static final int ROW_GROUP_SIZE = 10_240;

  private static final String TEMPORARY_FILES = "duckdb_temp_*";
  private static final int TEMPORARY_PER_MEMORY = 2;

  private final DuckDBConnection root;
  private final WorkerThreads workers;
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder appends = new LongAdder();

  private Engine(DuckDBConnection root, int threads) {
    this.root = root;
    workers = new WorkerThreads(root, threads);
  }

  /**
   * Starts the engine.
   *
   * @param memoryBytes what it may use at most
   * @param temporary where it puts what does not fit, up to twice as much
   */
  public static Engine start(long memoryBytes, int threads, Path temporary) {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", (memoryBytes >> 20) + "MiB");
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("temp_directory", temporary.toString());
    // A question about millions of different values must not fill the disk.
    settings.setProperty(
        "max_temp_directory_size", (memoryBytes >> 20) * TEMPORARY_PER_MEMORY + "MiB");
    // A text that is compressed is read with all 2,048 of its vector, which may not fit into
    // memory.
    settings.setProperty("zstd_min_string_length", Integer.toString(Integer.MAX_VALUE));
    // The first of an order are found by the columns that matter, and only they are read in full.
    settings.setProperty("late_materialization_max_rows", Integer.toString(RecordQuery.MAX_LIMIT));
    try {
      // A process that was killed leaves what it put there, in plain text.
      Directories.deleteFiles(temporary, TEMPORARY_FILES);
      return new Engine(
          DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class),
          threads);
    } catch (SQLException failed) {
      throw unavailable("DuckDB does not start", failed);
    } catch (IOException failed) {
      throw unavailable(temporary + " cannot be emptied", failed);
    }
  }

  /** A connection of the caller's own, for one thread at a time; it sees all attached parts. */
  public DuckDBConnection connect() {
    try {
      return root.duplicate().unwrap(DuckDBConnection.class);
    } catch (SQLException failed) {
      throw unavailable("DuckDB gives no connection", failed);
    }
  }

  /** Lets all threads work on what is asked until {@link #endQuestion}. */
  public void beginQuestion() {
    begun.increment();
    workers.begin();
  }

  public void endQuestion() {
    ended.increment();
    workers.end();
  }

  /** The same for work that nobody waits for, until {@link #endWork}. */
  public void beginWork() {
    workers.begin();
  }

  public void endWork() {
    workers.end();
  }

  /** What others want by now. */
  public Demand demand() {
    long over = ended.sum();
    long all = begun.sum();
    return new Demand(all + over, all > over, appends.sum());
  }

  /** Leaves the work to the thread that appends, unless there is a question. */
  void prepareToAppend() {
    appends.increment();
    workers.rest();
  }

  /** Runs a statement. */
  public static void execute(DuckDBConnection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The numbers of the first row of an answer, 0 for null. */
  public static long[] numbers(DuckDBConnection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      long[] numbers = new long[rows.getMetaData().getColumnCount()];
      if (rows.next()) {
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = rows.getLong(i + 1);
        }
      }
      return numbers;
    }
  }

  static WinnowException unavailable(String message) {
    return new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, message);
  }

  /** A failure of the store, with its cause. */
  public static WinnowException unavailable(String message, Throwable cause) {
    ErrorCode code = isFatal(cause) ? ErrorCode.STORAGE_BROKEN : ErrorCode.STORAGE_UNAVAILABLE;
    return new WinnowException(code, message, cause);
  }

  /**
   * Whether DuckDB refuses everything from now on, as it does once a file could not be synced: what
   * of it is on disk is unknown then, and only opening it again can tell.
   */
  private static boolean isFatal(Throwable failure) {
    return failure instanceof SQLException refused
        && String.valueOf(refused.getMessage()).startsWith("FATAL Error");
  }

  @Override
  public void close() {
    try {
      root.close();
    } catch (SQLException failed) {
      throw unavailable("DuckDB does not end", failed);
    }
  }
}
