package dev.winnow.storage.duckdb;

import dev.winnow.storage.LogStore;
import dev.winnow.storage.testkit.LogReaderContract;
import dev.winnow.storage.testkit.LogWriterContract;
import dev.winnow.storage.testkit.RecordEraserContract;
import dev.winnow.storage.testkit.TemplateStoreContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contracts of a store, all of whose parts are packed whenever it is asked. */
final class PackedStoreTest {
  @TempDir Path directory;

  private LogStore open(InstantSource clock) {
    return new AlwaysPackedStore(DuckDbLogStore.open(directory, clock, StoreSettings.DEFAULT));
  }

  @Nested
  final class Writer extends LogWriterContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return open(clock);
    }
  }

  @Nested
  final class Reader extends LogReaderContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return open(clock);
    }
  }

  @Nested
  final class Eraser extends RecordEraserContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return open(clock);
    }
  }

  @Nested
  final class Templates extends TemplateStoreContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return open(clock);
    }
  }
}
