package dev.winnow.storage.duckdb;

import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.testkit.CommitSignalContract;
import dev.winnow.storage.testkit.LedgerStoreContract;
import dev.winnow.storage.testkit.LogReaderContract;
import dev.winnow.storage.testkit.LogWriterContract;
import dev.winnow.storage.testkit.RecordEraserContract;
import dev.winnow.storage.testkit.SampleRecords;
import dev.winnow.storage.testkit.SegmentStoreContract;
import dev.winnow.storage.testkit.TemplateStoreContract;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbLogStoreTest {
  @TempDir Path directory;

  private LogStore open(InstantSource clock) {
    return DuckDbLogStore.open(directory, clock, StoreSettings.DEFAULT);
  }

  @Test
  void knowsEverythingAfterARestart() {
    Batch repeated =
        batch(TENANT, "k", SampleRecords.TODAY, List.of(record(0, "a", SeverityNumber.INFO, "x")));
    List<StoredRecord> before;
    try (LogStore store = open(() -> SampleRecords.NOW)) {
      store.writer().append(repeated);
      store.writer().append(batch(record(1, "a", SeverityNumber.INFO, "y")));
      store.templates().saveKnowledge(TENANT, "{}");
      before = store.reader().since(TENANT, new RecordId(0, 0, 0), 10);
    }

    try (LogStore store = open(() -> SampleRecords.NOW)) {
      assertThat(store.writer().append(repeated).isDuplicate()).isTrue();
      assertThat(store.reader().since(TENANT, new RecordId(0, 0, 0), 10)).isEqualTo(before);
      assertThat(before).hasSize(2);
      assertThat(store.reader().counts(CountQuery.total(Selection.all(TENANT))))
          .singleElement()
          .satisfies(count -> assertThat(count.records()).isEqualTo(2));
      assertThat(store.templates().templates(TENANT)).hasSize(2);
      assertThat(store.templates().knowledge(TENANT)).contains("{}");
      assertThat(store.ledger().entries(TENANT))
          .singleElement()
          .satisfies(entry -> assertThat(entry.records()).isEqualTo(2));
    }
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
  final class Segments extends SegmentStoreContract {
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

  @Nested
  final class Commits extends CommitSignalContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return open(clock);
    }
  }

  @Nested
  final class Ledger extends LedgerStoreContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return open(clock);
    }
  }
}
