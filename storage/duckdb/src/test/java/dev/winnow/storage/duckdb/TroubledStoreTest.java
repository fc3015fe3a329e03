package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.testkit.SampleRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a store does while it cannot do its work, and after. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TroubledStoreTest {
  private static final String LOADER = "winnow-loader";
  private static final int MORE_THAN_A_ROW_GROUP = 10_300;

  @TempDir private Path directory;
  private DuckDbLogStore store;
  private volatile boolean isShortOfMemory;

  @BeforeEach
  void open() {
    store = DuckDbLogStore.open(directory, this::now, StoreSettings.DEFAULT);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Instant now() {
    if (isShortOfMemory && Thread.currentThread().getName().equals(LOADER)) {
      throw new OutOfMemoryError("as in a test");
    }
    return SampleRecords.NOW;
  }

  @Test
  void opensWhereNothingCanBeAdded() throws IOException {
    store.close();
    Path inTheWay = Files.createFile(Files.createDirectories(records()).resolve("default"));
    open();
    store.writer().append(batch("one", MORE_THAN_A_ROW_GROUP));
    assertUnavailable(store::close);

    open();
    assertUnavailable(store::check);
    assertUnavailable(this::stored);
    assertThat(store.writer().append(batch("two", 5))).isEqualTo(new Commit(2, false));
    assertThat(store.writer().append(batch("one", 5))).isEqualTo(new Commit(1, true));

    Files.delete(inTheWay);
    awaitHealth();
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 5);
  }

  @Test
  void goesOnAfterAWantOfMemory() {
    store.writer().append(batch("one", 10));
    assertThat(stored()).isEqualTo(10);
    isShortOfMemory = true;
    assertUnavailable(() -> store.segmentStore().segments());
    assertUnavailable(store::check);
    store.writer().append(batch("two", MORE_THAN_A_ROW_GROUP));

    isShortOfMemory = false;
    awaitHealth();
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 10);
    close();
    open();
    assertThat(stored()).isEqualTo(MORE_THAN_A_ROW_GROUP + 10);
  }

  @Test
  void refusesWhatNobodyWouldLoad() throws InterruptedException {
    Thread loader =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals(LOADER))
            .findAny()
            .orElseThrow();
    loader.interrupt();
    loader.join();
    assertUnavailable(store::check);
    assertUnavailable(() -> store.writer().append(batch("one", 1)));
  }

  private Path records() {
    return directory.resolve("records");
  }

  private static void assertUnavailable(ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
  }

  private void awaitHealth() {
    while (!isHealthy()) {
      store.segmentStore().segments();
    }
  }

  private boolean isHealthy() {
    try {
      store.check();
      return true;
    } catch (WinnowException unhealthy) {
      return false;
    }
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
