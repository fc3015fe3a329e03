package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.RecordQuery.Order;
import dev.winnow.storage.Segment;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.testkit.SampleRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of a megabyte in a row, in a store that is opened again. */
final class LargeReopenedStoreTest {
  private static final int BODY_LENGTH = 1 << 20;

  /** With this one, the bodies alone have as many bytes as may be beside each other. */
  private static final long FULL = LastVector.MAX_BYTES / BODY_LENGTH;

  private static final Selection ALL = Selection.all(SampleRecords.TENANT);

  @TempDir private Path directory;
  private DuckDbLogStore store;

  @BeforeEach
  void open() {
    store = open(directory.resolve("first"));
  }

  private static DuckDbLogStore open(Path directory) {
    return DuckDbLogStore.open(directory, () -> SampleRecords.NOW, StoreSettings.DEFAULT);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static LogRecord record(int place) {
    String text = ("%08d ".formatted(place) + "no answer from upstream; ".repeat(BODY_LENGTH / 24));
    return SampleRecords.record(place, "cart", SeverityNumber.INFO, text.substring(0, BODY_LENGTH));
  }

  /** A batch for each record. */
  private void append(int from, int to) {
    for (int place = from; place < to; place++) {
      store.writer().append(SampleRecords.batch(record(place)));
      if (place % 20 == 0) {
        partRecords(); // Else more would wait than may.
      }
    }
  }

  private List<Long> partRecords() {
    return store.segmentStore().segments().stream().map(Segment::records).toList();
  }

  private void assertHas(int records) {
    Selection all = ALL.during(new TimeSpan(SampleRecords.time(0), SampleRecords.time(records)));
    assertThat(store.reader().counts(CountQuery.total(all)).getFirst().records())
        .isEqualTo(records);
    for (int place = 0; place < records; place++) {
      TimeSpan second = new TimeSpan(SampleRecords.time(place), SampleRecords.time(place + 1));
      RecordQuery query = new RecordQuery(ALL.during(second), Order.OLDEST_FIRST, null, 2);
      assertThat(store.reader().search(query))
          .extracting(found -> found.kept().record())
          .containsExactly(record(place));
    }
  }

  @Test
  void beginsAnotherPartWhereOneWasHalfFullOfThem() {
    append(0, 20);
    store.close();
    open();
    append(20, 50);

    assertThat(partRecords()).containsExactly(FULL, 50 - FULL);
    assertHas(50);
  }

  @Test
  void countsOnlyWhatIsInTheVectorThatIsNotFull() {
    append(0, 20);
    store.writer().append(SampleRecords.batch(small(LastVector.ROWS - 20)));
    store.close();
    open();
    append(20, 50);

    assertThat(partRecords()).containsExactly(LastVector.ROWS + 30L);
    assertHas(50);
  }

  private static LogRecord[] small(int records) {
    return IntStream.rangeClosed(1, records)
        .mapToObj(i -> SampleRecords.record(-i, "cart", SeverityNumber.INFO, "short"))
        .toArray(LogRecord[]::new);
  }

  /** All of them are read from the log at once, as after an end before any checkpoint. */
  @Test
  void putsThemInSeveralPartsWhenTheyComeFromTheLog() throws IOException {
    append(0, 100);
    Path killed = directory.resolve("killed");
    Path log = Files.createDirectories(killed.resolve("log"));
    try (Stream<Path> files = Files.list(directory.resolve("first/log"))) {
      for (Path file : files.toList()) {
        Files.copy(file, log.resolve(file.getFileName()));
      }
    }
    store.close();
    store = open(killed);

    assertThat(partRecords()).containsExactly(FULL, FULL, FULL, 100 - 3 * FULL);
    assertHas(100);
    store.pack();
    assertHas(100);
  }
}
