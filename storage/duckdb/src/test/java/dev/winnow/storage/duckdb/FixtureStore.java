package dev.winnow.storage.duckdb;

import dev.winnow.storage.Batch;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.Partition;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.SampleRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * A store in a directory that is deleted in the end, beside one in memory with the same records.
 */
final class FixtureStore implements AutoCloseable {
  /** Of two partitions, so that there are two parts. */
  static final List<Partition> PARTITIONS =
      List.of(SampleRecords.TODAY, new Partition(SampleRecords.TODAY.day(), "other"));

  private final Path directory;
  private final DuckDbLogStore store;
  private final InMemoryLogStore reference;

  FixtureStore() {
    this(StoreSettings.DEFAULT);
  }

  FixtureStore(StoreSettings settings) {
    InstantSource clock = InstantSource.fixed(SampleRecords.NOW);
    try {
      directory = Files.createTempDirectory("winnow-query");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    store = DuckDbLogStore.open(directory, clock, settings);
    reference = new InMemoryLogStore(clock, 1_000_000);
  }

  void append(Batch batch) {
    store.writer().append(batch);
    reference.append(batch);
  }

  DuckDbLogStore store() {
    return store;
  }

  /** The store in memory. */
  InMemoryLogStore reference() {
    return reference;
  }

  LogReader reader() {
    return store.reader();
  }

  /** Answers as they should be. */
  LogReader expected() {
    return reference.reader();
  }

  void execute(String sql) {
    try (DuckDBConnection connection = store.engine().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    store.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
