package dev.winnow.storage.duckdb.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.Segment;
import dev.winnow.storage.duckdb.block.BinaryReader;
import dev.winnow.storage.duckdb.block.BinaryWriter;
import dev.winnow.storage.duckdb.block.RecordEncoder;
import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.pack.PackSource;
import dev.winnow.storage.duckdb.pack.Packer;
import dev.winnow.storage.duckdb.table.PartSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
  private static final Partition TODAY = new Partition(LocalDate.of(2026, 11, 21), "default");

  @TempDir private Path directory;
  private Engine engine;
  private Parts parts;

  @BeforeEach
  void open() {
    engine = Engine.start(512L << 20, 2, directory);
    parts = Parts.open(directory.resolve("records"), engine);
  }

  @AfterEach
  void close() {
    parts.close();
    engine.close();
  }

  @Test
  void findsWhatWasAddedAfterAnEnd() {
    append(parts.add(TODAY), 1, 100);
    close();
    open();
    assertThat(parts.position(TODAY)).isEqualTo(new Position(1, 100));
    try (Lease lease = parts.lease(part -> true)) {
      assertThat(lease.parts())
          .singleElement()
          .isEqualTo(
              new PartView(
                  "part_1",
                  TODAY,
                  List.of(new RecordTable("part_1.records", false, Map.of())),
                  100,
                  1_000,
                  1_099,
                  1,
                  1));
    }
  }

  @Test
  void givesNoPartTheFileOfADroppedOneThatIsHeld() {
    Part first = parts.add(TODAY);
    append(first, 1, 10);
    parts.seal(first);
    try (Lease lease = parts.lease(part -> true)) {
      parts.drop("default/2026-11-21-1");
      append(parts.add(TODAY), 2, 20);
      assertThat(lease.parts()).extracting(PartView::records).containsExactly(10L);
    }
    assertThat(parts.segments()).extracting(Segment::name).containsExactly("default/2026-11-21-2");
    close();
    open();
    assertThat(parts.segments()).extracting(Segment::records).containsExactly(20L);
  }

  @Test
  void addsNothingOfWhatFails() throws SQLException {
    Part part = parts.add(TODAY);
    append(part, 1, 10);
    try (DuckDBConnection other = engine.connect()) {
      Engine.execute(other, "DROP TABLE part_1.applied");
      assertThatThrownBy(() -> append(part, 2, 10))
          .isInstanceOfSatisfying(
              WinnowException.class,
              failed -> assertThat(failed.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
      assertThat(Engine.numbers(other, "SELECT count(*) FROM part_1.records")).containsExactly(10);
      Engine.execute(other, "CREATE TABLE part_1.applied (batch_sequence BIGINT, rows INTEGER)");
      append(part, 2, 5);
      assertThat(Engine.numbers(other, "SELECT count(*) FROM part_1.records")).containsExactly(15);
    }
    assertThat(part.position()).isEqualTo(new Position(2, 5));
  }

  @Test
  void makesTheNextPartOfAPartitionOnceOneIsSealed() {
    Part first = parts.add(TODAY);
    append(first, 1, 10);
    assertThat(parts.open(TODAY)).containsSame(first);
    parts.seal(first);
    assertThat(parts.open(TODAY)).isEmpty();
    Part second = parts.add(TODAY);
    append(second, 2, 5);
    assertThat(parts.open(TODAY)).containsSame(second);
    assertThat(parts.position(TODAY)).isEqualTo(new Position(2, 5));
    assertThat(parts.segments())
        .extracting(Segment::name, Segment::isSealed, Segment::records)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("default/2026-11-21-1", true, 10L),
            org.assertj.core.groups.Tuple.tuple("default/2026-11-21-2", false, 5L));
  }

  @Test
  void deletesADroppedPartWhenNobodyReadsIt() throws SQLException {
    Part part = parts.add(TODAY);
    append(part, 1, 10);
    parts.seal(part);
    Path file = directory.resolve("records/default/2026-11-21-1.duckdb");
    try (Lease lease = parts.lease(any -> true);
        DuckDBConnection reader = engine.connect()) {
      parts.drop("default/2026-11-21-1");
      assertThat(parts.segments()).isEmpty();
      String alias = lease.parts().getFirst().alias();
      assertThat(Engine.numbers(reader, "SELECT count(*) FROM " + alias + ".records"))
          .containsExactly(10);
      assertThat(file).doesNotExist();
      assertThat(part.file().mark()).isNotEmptyFile();
    }
    assertThat(part.file().mark()).isEmptyFile();
    parts.drop("default/2026-11-21-1");
  }

  @Test
  void dropsNothingThatIsStillAddedTo() {
    append(parts.add(TODAY), 1, 10);
    assertThatThrownBy(() -> parts.drop("default/2026-11-21-1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(parts.segments()).hasSize(1);
  }

  @Test
  void makesAPartDurableBesideSomebodyWhoReads() throws SQLException, IOException {
    Part part = parts.add(TODAY);
    append(part, 1, 10);
    try (DuckDBConnection reader = engine.connect()) {
      Engine.execute(reader, "BEGIN TRANSACTION");
      assertThat(Engine.numbers(reader, "SELECT count(*) FROM part_1.records")).containsExactly(10);
      append(part, 2, 10);
      parts.checkpoint();
      Path copy = directory.resolve("copy.duckdb");
      Files.copy(directory.resolve("records/default/2026-11-21-1.duckdb"), copy);
      Engine.execute(reader, "COMMIT");
      Engine.execute(reader, "ATTACH '" + copy + "' AS copy");
      assertThat(
              Engine.numbers(
                  reader,
                  "SELECT (SELECT count(*) FROM copy.records), max(batch_sequence) FROM"
                      + " copy.applied"))
          .containsExactly(20, 2);
    }
  }

  @Test
  void putsAnotherFileInPlaceOfAPart() throws SQLException {
    Part part = sealedPart();
    pack(part);
    Path former = directory.resolve("records/default/2026-11-21-1.duckdb");
    try (Lease lease = parts.lease(part)) {
      parts.replace(part, part.replacement());
      assertThat(former).exists();
      assertThat(lease.parts()).extracting(PartView::records).containsExactly(10L);
    }
    assertThat(former).doesNotExist();
    assertThat(parts.unpacked()).isEmpty();
    assertThat(parts.segments())
        .extracting(Segment::name, Segment::isSealed, Segment::records)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("default/2026-11-21-1", true, 10L));
    assertThat(parts.position(TODAY)).isEqualTo(new Position(1, 10));
    append(parts.add(TODAY), 2, 5);
    close();
    open();
    assertThat(parts.segments()).extracting(Segment::records).containsExactly(10L, 5L);
  }

  @Test
  void replacesAPackedPartAgainAndAgain() throws SQLException {
    sealedPart();
    Path packed = directory.resolve("records/default/2026-11-21-1.packed.duckdb");
    for (int round = 0; round < 3; round++) {
      Part part = parts.all().getFirst();
      pack(part);
      try (Lease lease = parts.lease(part)) {
        parts.replace(part, part.replacement());
        assertThat(records(lease.parts().getFirst().alias())).isEqualTo(10);
      }
      assertThat(packed.getParent())
          .isDirectoryContaining(packed::equals)
          .isDirectoryNotContaining(file -> !file.equals(packed));
    }
    assertThat(records(parts.all().getFirst().alias())).isEqualTo(10);
    close();
    open();
    assertThat(parts.segments()).extracting(Segment::records).containsExactly(10L);
    parts.drop("default/2026-11-21-1");
    assertThat(packed).doesNotExist();
  }

  private long records(String alias) throws SQLException {
    try (DuckDBConnection connection = engine.connect()) {
      return Engine.numbers(connection, "SELECT count(*) FROM " + alias + ".records")[0];
    }
  }

  @Test
  void demandsWhatStaysOfAPartThatIsAboutToBeReplaced() {
    Part part = sealedPart();
    parts.expect(part, 4);
    assertThat(parts.inventory()).containsExactly(Map.entry("default/2026-11-21-1.duckdb", 4L));
    parts.demand(parts.inventory());
    assertThatThrownBy(() -> parts.demand(Map.of("default/2026-11-21-1.duckdb", 11L)))
        .hasMessageContaining("has 10 records, and had 11");
  }

  @Test
  void keepsThePartIfTheProcessEndsBeforeTheFileIsInPlace() throws SQLException {
    Part part = sealedPart();
    pack(part);
    close();
    open();
    assertThat(part.replacement()).doesNotExist();
    assertThat(parts.segments()).extracting(Segment::records).containsExactly(10L);
  }

  @Test
  void keepsTheFileInPlaceIfTheProcessEndsBeforeThePartIsDeleted()
      throws SQLException, IOException {
    Part part = sealedPart();
    pack(part);
    close();
    Path former = directory.resolve("records/default/2026-11-21-1.duckdb");
    Path packed = directory.resolve("records/default/2026-11-21-1.packed.duckdb");
    Files.move(part.replacement(), packed);
    assertThat(former).exists();
    open();
    assertThat(former).doesNotExist();
    assertThat(parts.unsealed()).isEmpty();
    assertThat(parts.segments()).extracting(Segment::records).containsExactly(10L);
  }

  @Test
  void bringsNothingBackThatWasDroppedInTheMeantime() throws SQLException {
    Part part = sealedPart();
    pack(part);
    parts.drop("default/2026-11-21-1");
    parts.replace(part, part.replacement());
    assertThat(parts.segments()).isEmpty();
    Path mark = directory.resolve("records/default/2026-11-21-1.dropped");
    assertThat(mark.getParent())
        .isDirectoryContaining(mark::equals)
        .isDirectoryNotContaining(file -> !file.equals(mark));
    parts.forgetDropped();
    assertThat(mark).doesNotExist();
  }

  @Test
  void doesNotBringBackADroppedPartThatWasHeldAtTheEnd() throws IOException {
    Part part = sealedPart();
    Path killed = directory.resolve("killed");
    Lease lease = parts.lease(part);
    parts.drop("default/2026-11-21-1");
    append(parts.add(TODAY), 2, 5);
    parts.checkpoint();
    copy(directory.resolve("records/default"), Files.createDirectories(killed.resolve("default")));
    lease.close();

    Engine other = Engine.start(512L << 20, 2, directory);
    Parts found = Parts.open(killed, other);
    assertThat(found.segments()).extracting(Segment::name).containsExactly("default/2026-11-21-2");
    assertThat(killed.resolve("default/2026-11-21-1.dropped")).isEmptyFile();
    found.close();
    other.close();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void looksUpWhatACommitLeftThatFailed() throws SQLException {
    Part part = parts.add(TODAY);
    Rows rows = rows(1, 10);
    try (DuckDBConnection own = engine.connect()) {
      List<Rows> committed = committing(own, rows);
      assertThatThrownBy(() -> part.append(own, committed, noCounts(), new Position(1, 10)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("no transaction is active");
      assertThat(Engine.numbers(own, "SELECT count(*) FROM part_1.records")).containsExactly(10);
    }
    assertThat(part.position()).isEqualTo(Position.START);
    assertThat(parts.hasBroken()).isTrue();
    parts.reattachBroken();
    assertThat(parts.hasBroken()).isFalse();
    assertThat(parts.segments()).extracting(Segment::records).containsExactly(10L);
    assertThat(parts.position(TODAY)).isEqualTo(new Position(1, 10));
  }

  /** Rows during whose adding the transaction ends, so that each table has them for good. */
  private static List<Rows> committing(DuckDBConnection connection, Rows rows) {
    return new AbstractList<>() {
      private boolean isBegun;

      @Override
      public Rows get(int index) {
        try {
          if (isBegun) {
            Engine.execute(connection, "COMMIT");
          }
          isBegun = true;
          return rows;
        } catch (SQLException failed) {
          throw new IllegalStateException(failed);
        }
      }

      @Override
      public int size() {
        return 1;
      }
    };
  }

  @Test
  void givesNoPartTheNumberOfAMark() {
    sealedPart();
    parts.drop("default/2026-11-21-1");
    append(parts.add(TODAY), 2, 5);
    assertThat(parts.segments()).extracting(Segment::name).containsExactly("default/2026-11-21-2");
  }

  @Test
  void deletesADroppedPartLaterIfItCannotBeAtOnce() throws IOException {
    Part part = sealedPart();
    Path inTheWay = Files.createDirectory(part.file().mark());
    try (Lease lease = parts.lease(part)) {
      assertThatThrownBy(() -> parts.drop("default/2026-11-21-1"))
          .isInstanceOf(WinnowException.class);
      assertThat(lease.parts()).hasSize(1);
    }
    assertThat(part.file().path()).exists();

    Files.delete(inTheWay);
    parts.forgetDropped();
    assertThat(part.file().path()).doesNotExist();
    assertThat(part.file().mark()).doesNotExist();
  }

  @Test
  void keepsThePartIfWhatIsToReplaceItCannotBeAttached() throws IOException, SQLException {
    Part part = sealedPart();
    for (int attempt = 0; attempt < 2; attempt++) {
      Files.writeString(part.replacement(), "x".repeat(20_000));
      assertThatThrownBy(() -> parts.replace(part, part.replacement()))
          .isInstanceOf(WinnowException.class);
    }
    assertThat(directory.resolve("records/default/2026-11-21-1.packed.duckdb")).doesNotExist();
    pack(part);
    parts.replace(part, part.replacement());
    assertThat(parts.unpacked()).isEmpty();
    assertThat(parts.segments()).extracting(Segment::records).containsExactly(10L);
  }

  @Test
  void attachesNothingThatIsNoPart() throws SQLException {
    Part part = sealedPart();
    for (int attempt = 0; attempt < 2; attempt++) {
      try (DuckDBConnection connection = engine.connect()) {
        Engine.execute(connection, "ATTACH '" + part.replacement() + "' AS other");
        Engine.execute(connection, "DETACH other");
      }
      assertThatThrownBy(() -> parts.replace(part, part.replacement()))
          .isInstanceOf(WinnowException.class)
          .hasStackTraceContaining("packed_columns");
    }
    assertThat(parts.segments()).extracting(Segment::records).containsExactly(10L);
  }

  @Test
  void keepsWhatAPackedFileReplacesUntilThatIsAttached() throws IOException {
    Part part = sealedPart();
    Path former = part.file().path();
    close();
    Files.writeString(part.file().packed().path(), "x".repeat(20_000));
    engine = Engine.start(512L << 20, 2, directory);
    assertThatThrownBy(() -> Parts.open(directory.resolve("records"), engine))
        .isInstanceOf(WinnowException.class);
    assertThat(former).exists();
    parts = Parts.open(directory.resolve("unused"), engine);
  }

  private Part sealedPart() {
    Part part = parts.add(TODAY);
    append(part, 1, 10);
    parts.seal(part);
    return part;
  }

  private void pack(Part part) throws SQLException {
    try (DuckDBConnection connection = engine.connect()) {
      Packer.pack(connection, PackSource.of(part.alias()), part.replacement(), 4, () -> {});
    }
  }

  @Test
  void refusesAFileThatIsNoPart() throws IOException {
    close();
    Files.createDirectories(directory.resolve("records/default"));
    Files.writeString(directory.resolve("records/default/2026-11-20-1.duckdb"), "x".repeat(5_000));
    engine = Engine.start(512L << 20, 2, directory);
    assertThatThrownBy(() -> Parts.open(directory.resolve("records"), engine))
        .hasMessageContaining("2026-11-20-1.duckdb")
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_CORRUPT));
    Path unused = directory.resolve("unused");
    parts = Parts.open(unused, engine);
  }

  @Test
  void refusesARetentionClassThatIsAPath() {
    Partition elsewhere = new Partition(LocalDate.EPOCH, "../x");
    assertThatThrownBy(() -> parts.add(elsewhere)).isInstanceOf(IllegalArgumentException.class);
  }

  private void append(Part part, long sequence, int rows) {
    parts.append(part, List.of(rows(sequence, rows)), noCounts(), new Position(sequence, rows));
  }

  private static RowBlock noCounts() {
    return new RowBlock.Builder(PartSchema.ROLLUP_TYPES, 1).build();
  }

  private static Rows rows(long sequence, int rows) {
    List<KeptRecord> records =
        IntStream.range(0, rows)
            .mapToObj(i ->
                new KeptRecord(
                    LogRecord.builder().timestamp(1_000 + i).body("hello " + i).build(),
                    7,
                    false,
                    Sampling.NO_POLICY,
                    10))
            .toList();
    BinaryWriter out = new BinaryWriter(1_000);
    RecordEncoder.write("acme", "otlp_http", records, out);
    RowBlock block = RecordEncoder.read(new BinaryReader(out.toByteArray()), sequence);
    return new Rows(block, 0, rows);
  }
}
