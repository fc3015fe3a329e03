package dev.winnow.storage.duckdb;

import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.predicate.Contains;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountDelta;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.Erasure;
import dev.winnow.storage.Partition;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Segment;
import dev.winnow.storage.Selection;
import dev.winnow.storage.duckdb.part.Lease;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the files of a store from which records are erased, whatever happens. */
class ErasureTest {
  private static final String SECRET = "hunter2-is-no-good-password";
  private static final Selection ALL = Selection.all(TENANT);
  private static final Selection LEAKS = ALL.where(new Contains(Field.of("body"), SECRET));
  private static final Partition OTHER = new Partition(TODAY.day(), "other");
  private static final int RECORDS = 40;

  @TempDir private Path temporary;
  private final MovableClock clock = new MovableClock(SampleRecords.NOW);
  private Path directory;
  private DuckDbLogStore store;

  @BeforeEach
  void append() {
    directory = temporary.resolve("store");
    store = open(directory);
    store.writer().append(batch(TODAY));
    store.writer().append(batch(OTHER));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private DuckDbLogStore open(Path of) {
    return DuckDbLogStore.open(of, clock, StoreSettings.DEFAULT);
  }

  /** Every fourth record leaks the secret. */
  private static Batch batch(Partition partition) {
    List<LogRecord> records =
        IntStream.range(0, RECORDS)
            .mapToObj(i -> i % 4 == 0 ? "login " + SECRET + " " + i : "login ok " + i)
            .map(body -> SampleRecords.record(body.length(), "a", SeverityNumber.INFO, body))
            .toList();
    return SampleRecords.batch(TENANT, "", partition, records);
  }

  private static Erasure leaks(DuckDbLogStore of) {
    return new Erasure(LEAKS, of.commitSignal().last());
  }

  private void erase(Runnable step) {
    eraser(store).erase(leaks(store), found -> {}, step);
  }

  private static DuckDbRecordEraser eraser(DuckDbLogStore of) {
    return (DuckDbRecordEraser) of.recordEraser();
  }

  private static List<String> bodies(DuckDbLogStore of) {
    return of.reader().since(TENANT, new RecordId(0, 0, 0), 10_000).stream()
        .map(stored -> stored.kept().record().body().text())
        .toList();
  }

  private static List<String> harmless(DuckDbLogStore of) {
    return bodies(of).stream().filter(body -> !body.contains(SECRET)).toList();
  }

  private static long counted(DuckDbLogStore of) {
    return of.reader().counts(CountQuery.total(ALL)).stream().mapToLong(Count::records).sum();
  }

  private static boolean isInAFileOf(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SECRET)) {
          return true;
        }
      }
      return false;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void leavesNothingInAnyFile() {
    bodies(store);
    assertThat(isInAFileOf(directory)).isTrue();
    erase(() -> {});
    assertThat(isInAFileOf(directory)).isFalse();
    assertThat(bodies(store)).hasSize(60).isEqualTo(harmless(store));
    assertThat(counted(store)).isEqualTo(60);
  }

  @Test
  void erasesFromPartsThatWerePackedAndErasedFromBefore() {
    store.pack(9);
    for (String digits : List.of("1 ", "2", " 3")) {
      Contains some = new Contains(Field.of("body"), digits);
      eraser(store).erase(new Erasure(ALL.where(some), store.commitSignal().last()), found -> {});
    }
    List<String> left = bodies(store);
    assertThat(left)
        .hasSizeBetween(1, 2 * RECORDS - 1)
        .noneMatch(body -> body.contains("2") || body.contains(" 3"));
    assertThat(counted(store)).isEqualTo(left.size());
    close();
    store = open(directory);
    assertThat(bodies(store)).isEqualTo(left);
    assertThat(counted(store)).isEqualTo(left.size());
  }

  @Test
  void canBeKilledBeforeEachStep() {
    store.pack(9);
    store.writer().append(batch(TODAY));
    // Its first word is the text of its template.
    LogRecord only = SampleRecords.record(1, "a", SeverityNumber.INFO, SECRET + " said");
    store.writer().append(SampleRecords.batch(only));
    List<String> harmless = harmless(store);
    AtomicInteger steps = new AtomicInteger();
    erase(() -> {
      Path copy = copy("killed" + steps.incrementAndGet());
      try (DuckDbLogStore killed = open(copy)) {
        assertThat(harmless(killed)).isEqualTo(harmless);
        assertThat(counted(killed)).isEqualTo(bodies(killed).size());
        eraser(killed).erase(leaks(killed), found -> {});
        assertThat(bodies(killed)).isEqualTo(harmless);
        assertThat(isInAFileOf(copy)).isFalse();
      }
      try (DuckDbLogStore again = open(copy)) {
        assertThat(bodies(again)).isEqualTo(harmless);
        assertThat(counted(again)).isEqualTo(harmless.size());
      }
    });
    assertThat(steps).hasValueGreaterThan(10);
    assertThat(bodies(store)).isEqualTo(harmless);
  }

  /** What a process leaves that is killed now. */
  private Path copy(String name) {
    Path copy = temporary.resolve(name);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(directory.relativize(file)));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return copy;
  }

  @Test
  void takesRecordsInMeanwhile() {
    List<String> expected = new ArrayList<>(harmless(store));
    erase(() -> {
      if (!Thread.currentThread().getName().equals("winnow-loader")) {
        store.writer().append(batch(TODAY));
        batch(TODAY).records().forEach(kept -> expected.add(kept.record().body().text()));
      }
    });
    assertThat(bodies(store)).isEqualTo(expected);
    assertThat(counted(store)).isEqualTo(expected.size());
  }

  @Test
  void goesOnWithoutWhatRetentionDrops() {
    clock.advance(Duration.ofDays(1));
    String first = store.segmentStore().segments().getFirst().name();
    AtomicBoolean isFirst = new AtomicBoolean(true);
    erase(() -> {
      if (isFirst.getAndSet(false)) {
        store.segmentStore().drop(first);
      }
    });
    assertThat(store.segmentStore().segments())
        .singleElement()
        .extracting(Segment::partition, Segment::records)
        .containsExactly(OTHER, 30L);
    assertThat(counted(store)).isEqualTo(30);
  }

  @Test
  void returnsWhenNobodyReadsTheFormerFilesAnyMore() throws InterruptedException {
    Lease lease = store.lease();
    AtomicBoolean isReleased = new AtomicBoolean();
    CountDownLatch isLast = new CountDownLatch(1);
    CompletableFuture<Boolean> wasReleased =
        CompletableFuture.supplyAsync(() -> {
          erase(() -> {
            if (!bodies(store).stream().anyMatch(body -> body.contains(SECRET))) {
              isLast.countDown();
            }
          });
          return isReleased.get();
        });
    isLast.await();
    assertThat(unpacked()).exists();
    isReleased.set(true);
    lease.close();
    assertThat(wasReleased.join()).isTrue();
    assertThat(unpacked()).doesNotExist();
  }

  private Path unpacked() {
    return directory.resolve("records/default/2026-11-21-1.duckdb");
  }

  @Test
  void leavesNoNewFileWhereItCannotBePutInPlace() {
    List<String> before = bodies(store);
    assertThatThrownBy(() ->
            erase(() -> {
              if (Thread.currentThread().getName().equals("winnow-loader")) {
                throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "no room");
              }
            }))
        .hasMessage("no room");
    assertThat(directory.resolve("records/default")).isDirectoryNotContaining("glob:**.new");
    assertThat(bodies(store)).isEqualTo(before);
  }

  @Test
  void clearsAwayWhatAKilledProcessHadNoRoomForInMemory() throws IOException {
    close();
    Path spilled =
        Files.createDirectories(directory.resolve("temporary"))
            .resolve("duckdb_temp_storage_DEFAULT-0.tmp");
    Files.writeString(spilled, SECRET);
    store = open(directory);
    assertThat(spilled).doesNotExist();
  }

  @Test
  void changesNothingWhereTheNewFileCannotBeMade() throws IOException {
    List<String> before = bodies(store);
    Path inTheWay = directory.resolve("records/default/2026-11-21-1.packed.duckdb.part_1.new");
    Path inside = Files.createFile(Files.createDirectory(inTheWay).resolve("inside"));
    assertThatThrownBy(() -> erase(() -> {}))
        .isInstanceOfSatisfying(
            WinnowException.class,
            failed -> assertThat(failed.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
    assertThat(bodies(store)).isEqualTo(before);
    assertThat(counted(store)).isEqualTo(80);

    Files.delete(inside);
    erase(() -> {});
    assertThat(bodies(store)).hasSize(60);
  }

  @Test
  void endsWhenTheStoreIsClosed() {
    List<CompletableFuture<Void>> closing = new ArrayList<>();
    assertThatThrownBy(() ->
            erase(() -> {
              closing.add(CompletableFuture.runAsync(store::close));
              awaitEnding();
            }))
        .hasMessage("the store is being closed");
    closing.getFirst().join();
    store = open(directory);
    assertThat(bodies(store)).hasSize(80);
  }

  private void awaitEnding() {
    try {
      while (true) {
        store.check();
        Thread.onSpinWait();
      }
    } catch (WinnowException closed) {
      assertThat(closed).hasMessage("the store is closed");
    }
  }

  @Test
  void keepsCountsOfWhatWasNotKept() {
    Batch batch = batch(TODAY);
    List<CountDelta> counts = new ArrayList<>(batch.counts());
    counts.addAll(batch.counts());
    store
        .writer()
        .append(
            new Batch(
                "",
                OTHER,
                TENANT,
                "test",
                batch.records(),
                counts,
                batch.ledger(),
                batch.templates()));
    erase(() -> {});
    assertThat(bodies(store)).hasSize(90);
    assertThat(counted(store)).isEqualTo(130);
  }
}
