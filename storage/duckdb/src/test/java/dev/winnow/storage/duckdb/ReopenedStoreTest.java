package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Segment;
import dev.winnow.storage.Selection;
import dev.winnow.storage.duckdb.disk.DurableFile;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReopenedStoreTest {
  private static final int MORE_THAN_A_ROW_GROUP = 10_300;

  @TempDir private Path directory;
  private final MovableClock clock = new MovableClock(SampleRecords.NOW);
  private LogStore store;

  @BeforeEach
  void append() {
    store = DuckDbLogStore.open(directory, clock, StoreSettings.DEFAULT);
    store.writer().append(batch("one", 20));
    store.writer().append(batch("two", MORE_THAN_A_ROW_GROUP));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() {
    store.close();
    store = DuckDbLogStore.open(directory, clock, StoreSettings.DEFAULT);
  }

  @Test
  void goesOnNumberingCommits() {
    reopen();
    assertThat(store.writer().append(batch("three", 1))).isEqualTo(new Commit(3, false));
    reopen();
    assertThat(store.writer().append(batch("three", 1))).isEqualTo(new Commit(3, true));
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 21);
  }

  @Test
  void keepsWhatNoBatchBroughtToTheLedger() {
    store.ledger().add("other", List.of(new LedgerDelta("http", "", Reason.INVALID, 3)));
    reopen();
    reopen();
    assertThat(store.ledger().entries("other"))
        .containsExactly(new LedgerEntry("other", "http", "", Reason.INVALID, 3));
  }

  @Test
  void countsALedgerEntryOnceWhileItIsBeingLogged() {
    LedgerDelta one = new LedgerDelta("http", "", Reason.INVALID, 1);
    for (int i = 1; i <= 200; i++) {
      store.ledger().add("other", List.of(one));
      store.writer().append(batch("", 1));
      assertThat(store.ledger().entries("other").getFirst().records()).isEqualTo(i);
    }
  }

  @Test
  void doesNotBringBackWhatWasDropped() {
    clock.advance(Duration.ofDays(1));
    Segment sealed = store.segmentStore().segments().getFirst();
    store.segmentStore().drop(sealed.name());
    reopen();
    assertThat(store.segmentStore().segments()).isEmpty();
    assertThat(directory.resolve("records/default")).isEmptyDirectory();
  }

  @Test
  void makesAnotherPartOfADayThatWasSealed() {
    clock.advance(Duration.ofDays(1));
    assertThat(store.segmentStore().segments()).singleElement().matches(Segment::isSealed);
    store.writer().append(batch("late", 5));
    assertThat(store.segmentStore().segments())
        .extracting(Segment::records)
        .containsExactly(MORE_THAN_A_ROW_GROUP + 20L, 5L);
    reopen();
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 25);
  }

  @Test
  void losesAndRepeatsNothingWhenTheClockGoesBack() {
    Partition tomorrow = new Partition(SampleRecords.TODAY.day().plusDays(1), "default");
    clock.advance(Duration.ofDays(1));
    Commit ahead =
        store
            .writer()
            .append(
                SampleRecords.batch(
                    SampleRecords.TENANT,
                    "ahead",
                    tomorrow,
                    List.of(SampleRecords.record(0, "a", SeverityNumber.INFO, "ahead"))));
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 21);
    clock.moveTo(SampleRecords.NOW.minus(Duration.ofDays(3)));
    Commit back = store.writer().append(batch("back", 5));

    assertThat(back.sequence()).isEqualTo(ahead.sequence() + 1);
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 26);
    reopen();
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 26);
    assertThat(store.writer().append(batch("back", 5)))
        .isEqualTo(new Commit(back.sequence(), true));
    assertThat(store.segmentStore().segments().stream().mapToLong(Segment::records).sum())
        .isEqualTo(MORE_THAN_A_ROW_GROUP + 26);
  }

  @Test
  void dropsWhatIsOldWhileNothingCanBeAdded() throws IOException {
    reopen();
    clock.advance(Duration.ofDays(1));
    Path inTheWay = Files.createFile(directory.resolve("records/short"));
    store
        .writer()
        .append(
            SampleRecords.batch(
                SampleRecords.TENANT,
                "",
                new Partition(SampleRecords.TODAY.day(), "short"),
                List.of(SampleRecords.record(0, "a", SeverityNumber.INFO, "stuck"))));
    Segment old = store.segmentStore().segments().getFirst();
    assertThatThrownBy(this::stored).isInstanceOf(WinnowException.class);
    store.segmentStore().drop(old.name());
    assertThat(part()).doesNotExist();
    assertThat(mark()).isEmptyFile();

    Files.delete(inTheWay);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void refusesPartsWhoseLogIsGone() throws IOException {
    store.close();
    Files.delete(directory.resolve("catalogue"));
    try (Stream<Path> segments = Files.list(directory.resolve("log"))) {
      for (Path segment : segments.toList()) {
        Files.delete(segment);
      }
    }
    refusesToOpen("the parts have commit 2, but the log and the catalogue end with 0");
  }

  @Test
  void leavesNothingOpenAfterAFailure() throws IOException {
    store.close();
    Path log = Files.createFile(directory.resolve("log/notes.log"));
    refusesToOpen("notes.log");
    Files.delete(log);
    store = DuckDbLogStore.open(directory, clock, StoreSettings.DEFAULT);
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 20);
  }

  @Test
  void refusesACatalogueThatIsDamaged() throws IOException {
    store.close();
    damage(directory.resolve("catalogue"));
    refusesToOpen("catalogue");
  }

  @Test
  void refusesAPartThatIsDamaged() throws IOException {
    store.close();
    damage(part());
    refusesToOpen("2026-11-21-1.duckdb cannot be opened; restore it from a backup");
  }

  @Test
  void refusesAPackedPartThatIsDamagedUntilToldToGoOn() throws IOException {
    pack();
    damage(packed());
    refusesToOpen(
        packed()
            + " cannot be opened; restore it from a backup, or move it away and make an empty file "
            + mark()
            + ", to go on without its records");
    Files.delete(packed());
    Files.createFile(mark());
    reopen();
    assertThat(store.segmentStore().segments()).isEmpty();
  }

  /** As after a process that was killed just when the packed part was complete. */
  @Test
  void goesOnWithTheFileThatADamagedPackedPartWasMadeOf() throws IOException {
    Files.move(pack(), part());
    damage(packed());
    refusesToOpen(
        packed() + " cannot be opened; move it away, to go on with the file that it was made of");
    Files.delete(packed());
    reopen();
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 20);
  }

  /** Packs the part and closes the store; returns a copy of the file that was there before. */
  private Path pack() throws IOException {
    store.close();
    Path unpacked = Files.copy(part(), directory.resolve("unpacked"));
    try (DuckDbLogStore packing = DuckDbLogStore.open(directory, clock, StoreSettings.DEFAULT)) {
      packing.pack(5_000);
    }
    return unpacked;
  }

  private Path packed() {
    return directory.resolve("records/default/2026-11-21-1.packed.duckdb");
  }

  @Test
  void refusesToOpenWithoutAPartUntilToldToGoOn() throws IOException {
    store.close();
    Files.delete(part());
    refusesToOpen(part() + " is missing, which had 10320 records; restore it from a backup");
    Files.createFile(mark());
    reopen();
    store.writer().append(batch("three", 3));
    reopen();
    assertThat(stored()).isEqualTo(3);
    assertThat(mark()).doesNotExist();
  }

  @Test
  void refusesAPartThatHasFewerRecordsThanItHad() throws IOException {
    store.close();
    Path older = Files.copy(part(), directory.resolve("older"));
    reopen();
    store.writer().append(batch("three", 3));
    store.close();
    Files.move(older, part(), StandardCopyOption.REPLACE_EXISTING);
    refusesToOpen(part() + " has 10320 records, and had 10323");
  }

  @Test
  void knowsWhatWasDroppedBeforeTheProcessWasKilled() throws IOException {
    reopen();
    clock.advance(Duration.ofDays(1));
    byte[] catalogue = Files.readAllBytes(directory.resolve("catalogue"));
    store.segmentStore().drop(store.segmentStore().segments().getFirst().name());
    store.close();
    Files.write(directory.resolve("catalogue"), catalogue);
    Files.createFile(mark());
    reopen();
    assertThat(store.segmentStore().segments()).isEmpty();
  }

  @Test
  void isUnhealthyOnceTheFileOfAPartIsDeleted() throws IOException {
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 20);
    store.check();
    Path aside = directory.resolve("aside");
    Files.move(part(), aside);
    assertThatThrownBy(store::check).hasMessageContaining("1.duckdb was deleted while it was in");
    assertThatThrownBy(store::close).isInstanceOf(WinnowException.class);

    Files.move(aside, part());
    reopen();
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 20);
  }

  @Test
  void refusesWhatANewerProgramHasWritten() {
    store.close();
    new DurableFile(directory, "catalogue").write(new byte[] {9, 1, 2, 3});
    assertThatThrownBy(() -> DuckDbLogStore.open(directory, clock, StoreSettings.DEFAULT))
        .hasMessage(
            "the catalogue is of format 9, this program reads format 2;"
                + " run the version that wrote it, or a newer one")
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DATA_DIRECTORY_UNUSABLE));
  }

  private Path part() {
    return directory.resolve("records/default/2026-11-21-1.duckdb");
  }

  /** What is left of the part once it was dropped. */
  private Path mark() {
    return directory.resolve("records/default/2026-11-21-1.dropped");
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < Math.min(bytes.length, 20_000); at++) {
      bytes[at] ^= 0x55;
    }
    Files.write(file, bytes);
  }

  private void refusesToOpen(String file) {
    assertThatThrownBy(() -> DuckDbLogStore.open(directory, clock, StoreSettings.DEFAULT))
        .hasMessageContaining(file)
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_CORRUPT));
  }

  private long stored() {
    return store
        .reader()
        .counts(CountQuery.total(Selection.all(SampleRecords.TENANT)))
        .getFirst()
        .records();
  }

  private static Batch batch(String id, int records) {
    List<LogRecord> lines =
        IntStream.range(0, records)
            .mapToObj(i -> SampleRecords.record(i, "a", SeverityNumber.INFO, "line " + i))
            .toList();
    return SampleRecords.batch(SampleRecords.TENANT, id, SampleRecords.TODAY, lines);
  }
}
