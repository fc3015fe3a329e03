package dev.winnow.storage.duckdb.part;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/** The threads of DuckDB itself, which help with questions and stand in the way of appending. */
final class WorkerThreads {
  /*
   * DuckDB shares the work of a statement between the thread that asks and its own. A question over
   * many rows is answered sooner for that. But what an append hands over is one task; if a worker
   * takes it, the thread that asked does nothing but look whether it is done, at the price of a
   * processor. So there are no workers while rows are appended and nobody asks. To end them waits
   * for what they have begun; it costs less than half a millisecond, to begin them half of that.
   */

  private static final Logger LOGGER = System.getLogger(WorkerThreads.class.getName());

  private final DuckDBConnection connection;
  private final int threads;
  private int questions;
  private boolean areAtWork = true;
  private boolean isRefusalTold;

  WorkerThreads(DuckDBConnection connection, int threads) {
    this.connection = connection;
    this.threads = threads;
  }

  synchronized void begin() {
    set(true);
    questions++;
  }

  synchronized void end() {
    questions--;
  }

  /** Ends them unless there is a question; the next one begins them again. */
  synchronized void rest() {
    if (questions == 0) {
      set(false);
    }
  }

  private void set(boolean shouldWork) {
    if (areAtWork == shouldWork) {
      return;
    }
    try {
      // As many threads as are not DuckDB's own; who asks is always one.
      Engine.execute(connection, "SET external_threads = " + (shouldWork ? 1 : threads));
      areAtWork = shouldWork;
    } catch (SQLException refused) {
      // It is slower so, but nothing else; the next one tries again.
      tell(refused);
    }
  }

  private void tell(SQLException refused) {
    if (!isRefusalTold) {
      isRefusalTold = true;
      LOGGER.log(
          Level.WARNING, "DuckDB does not change its threads; it may be slower for that", refused);
    }
  }
}
