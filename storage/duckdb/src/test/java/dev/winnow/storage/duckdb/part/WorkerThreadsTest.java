package dev.winnow.storage.duckdb.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerThreadsTest {
  private static final int THREADS = 3;

  private Engine engine;
  private DuckDBConnection connection;

  @BeforeEach
  void start(@TempDir Path directory) {
    engine = Engine.start(512L << 20, THREADS, directory);
    connection = engine.connect();
  }

  @AfterEach
  void end() throws SQLException {
    connection.close();
    engine.close();
  }

  private long workers() throws SQLException {
    String sql = "SELECT current_setting('threads') - current_setting('external_threads')";
    return Engine.numbers(connection, sql)[0];
  }

  @Test
  void areThereFromTheBeginning() throws SQLException {
    assertThat(workers()).isEqualTo(THREADS - 1);
  }

  @Test
  void endWhenRowsAreAppended() throws SQLException {
    engine.prepareToAppend();
    assertThat(workers()).isZero();
  }

  @Test
  void comeBackForQuestions() throws SQLException {
    engine.prepareToAppend();
    engine.beginQuestion();
    assertThat(workers()).isEqualTo(THREADS - 1);
  }

  @Test
  void tellOnceThatTheyAreRefused() throws SQLException {
    List<String> told = new ArrayList<>();
    Handler listener = new Listener(told);
    Logger logger = Logger.getLogger(WorkerThreads.class.getName());
    logger.addHandler(listener);
    logger.setUseParentHandlers(false);
    DuckDBConnection closed = engine.connect();
    closed.close();
    WorkerThreads workers = new WorkerThreads(closed, THREADS);
    workers.rest();
    workers.rest();
    logger.removeHandler(listener);

    assertThat(told)
        .containsExactly("DuckDB does not change its threads; it may be slower for that");
  }

  private static final class Listener extends Handler {
    private final List<String> told;

    private Listener(List<String> told) {
      this.told = told;
    }

    @Override
    public void publish(LogRecord record) {
      told.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void stayUntilTheLastQuestionIsAnswered() throws SQLException {
    engine.beginQuestion();
    engine.beginQuestion();
    engine.endQuestion();
    engine.prepareToAppend();
    assertThat(workers()).isEqualTo(THREADS - 1);
    engine.endQuestion();
    engine.prepareToAppend();
    assertThat(workers()).isZero();
  }
}
