package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Segment;
import dev.winnow.storage.Selection;
import dev.winnow.storage.Snapshot;
import dev.winnow.storage.SnapshotFile;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbSnapshotsTest {
  private static final int PER_BATCH = 100;

  @TempDir private Path directory;
  @TempDir private Path copies;
  private final MovableClock clock = new MovableClock(SampleRecords.NOW);
  private DuckDbLogStore store;

  @BeforeEach
  void open() {
    store = DuckDbLogStore.open(directory, clock, StoreSettings.DEFAULT);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void opensAsTheStoreOfThen() throws IOException {
    store.writer().append(batch(0));
    store.templates().saveKnowledge("acme", "{}");
    try (Snapshot snapshot = store.snapshots().take()) {
      store.writer().append(batch(1));
      store.templates().saveKnowledge("acme", "{\"later\":1}");
      write(snapshot, copies);
    }
    try (LogStore copy = DuckDbLogStore.open(copies, clock, StoreSettings.DEFAULT)) {
      assertThat(records(copy)).isEqualTo(PER_BATCH);
      assertThat(copy.templates().knowledge("acme")).hasValue("{}");
      assertThat(copy.writer().append(batch(0))).isEqualTo(new Commit(1, true));
      assertThat(copy.writer().append(batch(1))).isEqualTo(new Commit(2, false));
    }
    assertThat(records(store)).isEqualTo(2 * PER_BATCH);
  }

  @Test
  void isAPrefixOfWhatIsCommittedMeanwhile() throws IOException {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger acknowledged = new AtomicInteger();
    AtomicBoolean isOver = new AtomicBoolean();
    Semaphore progress = new Semaphore(0);
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) {
        senders.execute(() -> {
          while (!isOver.get()) {
            store.writer().append(batch(next.getAndIncrement()));
            acknowledged.incrementAndGet();
            progress.release();
          }
        });
      }
      try {
        for (int i = 0; i < 5; i++) {
          progress.acquireUninterruptibly(40);
          int before = acknowledged.get();
          Path copy = copies.resolve(Integer.toString(i));
          try (Snapshot snapshot = store.snapshots().take()) {
            progress.drainPermits();
            progress.acquireUninterruptibly(20);
            write(snapshot, copy);
          }
          demandPrefix(copy, before, next.get());
        }
      } finally {
        isOver.set(true);
      }
    }
  }

  private void demandPrefix(Path copy, int least, int most) {
    try (LogStore prefix = DuckDbLogStore.open(copy, clock, StoreSettings.DEFAULT)) {
      long last = prefix.commitSignal().last();
      assertThat(last).isGreaterThanOrEqualTo(least);
      assertThat(records(prefix)).isEqualTo(PER_BATCH * last);
      assertThat(prefix.ledger().entries(SampleRecords.TENANT))
          .extracting(LedgerEntry::records)
          .containsExactly(PER_BATCH * last);
      List<Boolean> isIn =
          IntStream.range(0, most)
              .mapToObj(id -> prefix.writer().append(batch(id)).isDuplicate())
              .toList();
      assertThat(isIn.stream().filter(known -> known).count()).isEqualTo(last);
      assertThat(records(prefix)).isEqualTo(PER_BATCH * (long) most);
    }
  }

  @Test
  void outlivesThePartsThatItHolds() throws IOException {
    store.writer().append(batch(0));
    store.writer().append(batchOf(SampleRecords.TODAY.day().minusDays(1), 1));
    clock.advance(Duration.ofDays(2));
    try (Snapshot snapshot = store.snapshots().take()) {
      store.pack();
      List<Segment> segments = store.segmentStore().segments();
      assertThat(segments).hasSize(2);
      segments.forEach(segment -> store.segmentStore().drop(segment.name()));
      store.writer().append(batch(2));
      try (Snapshot later = store.snapshots().take()) {
        assertThat(later.files()).hasSize(3);
      }
      write(snapshot, copies);
    }
    try (LogStore copy = DuckDbLogStore.open(copies, clock, StoreSettings.DEFAULT)) {
      assertThat(records(copy)).isEqualTo(2 * PER_BATCH);
    }
    assertThat(records(store)).isEqualTo(PER_BATCH);
  }

  @Test
  void freesTheDiskOfDroppedPartsOnceItIsClosed() {
    store.writer().append(batch(0));
    Path mark = directory.resolve("records/default/2026-11-21-1.dropped");
    try (Snapshot snapshot = store.snapshots().take()) {
      assertThat(snapshot.files())
          .extracting(SnapshotFile::name)
          .containsExactly(
              "records/default/2026-11-21-1.duckdb", "catalogue", "log/0000000000000001.log");
      store.segmentStore().drop("default/2026-11-21-1");
      assertThat(mark).isNotEmptyFile();
    }
    assertThat(mark).isEmptyFile();
  }

  @Test
  void isNotTakenOfAStoreThatIsClosed() {
    store.close();
    assertThatThrownBy(store.snapshots()::take)
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
  }

  private static void write(Snapshot snapshot, Path target) throws IOException {
    for (SnapshotFile file : snapshot.files()) {
      Path path = target.resolve(file.name());
      Files.createDirectories(path.getParent());
      try (OutputStream out = Files.newOutputStream(path)) {
        file.writeTo(out);
      }
      assertThat(path).hasSize(file.bytes());
    }
  }

  private static long records(LogStore store) {
    return store.reader().counts(CountQuery.total(Selection.all(SampleRecords.TENANT))).stream()
        .mapToLong(Count::records)
        .sum();
  }

  private static Batch batch(int id) {
    return batchOf(SampleRecords.TODAY.day(), id);
  }

  private static Batch batchOf(LocalDate day, int id) {
    List<LogRecord> lines =
        IntStream.range(0, PER_BATCH)
            .mapToObj(i -> SampleRecords.record(i, "a", SeverityNumber.INFO, "line " + i))
            .toList();
    return SampleRecords.batch(
        SampleRecords.TENANT, "id-" + id, new Partition(day, "default"), lines);
  }
}
