package dev.winnow.storage.testkit;

import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.Batch;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the contracts of a store's ports share: each test has a store of its own, without records.
 */
abstract class LogStoreContract {
  final MovableClock clock = new MovableClock(SampleRecords.NOW);
  LogStore store = new InMemoryLogStore(clock, 0);

  /** A store without records. */
  protected abstract LogStore newStore(InstantSource clock);

  @BeforeEach
  final void open() {
    store = newStore(clock);
  }

  @AfterEach
  final void close() {
    store.close();
  }

  final void append(LogRecord... records) {
    append(SampleRecords.batch(records));
  }

  final void append(Batch batch) {
    store.writer().append(batch);
  }

  final List<StoredRecord> newest(Selection selection) {
    return store
        .reader()
        .search(
            new RecordQuery(
                selection, RecordQuery.Order.NEWEST_FIRST, null, RecordQuery.MAX_LIMIT));
  }

  final List<String> bodies(Selection selection) {
    return bodies(newest(selection));
  }

  static List<String> bodies(List<StoredRecord> records) {
    return records.stream().map(record -> record.kept().record().body().text()).toList();
  }

  static Selection all() {
    return Selection.all(SampleRecords.TENANT);
  }
}
