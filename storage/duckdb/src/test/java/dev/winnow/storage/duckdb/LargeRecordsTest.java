package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.RecordQuery.Order;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that together are larger than the memory of the database, one beside the other. */
final class LargeRecordsTest {
  private static final int RECORDS = 400;
  private static final int TOGETHER = 20;
  private static final int BODY_LENGTH = 1 << 20;
  private static final Selection ALL = Selection.all(SampleRecords.TENANT);

  private FixtureStore store;

  @BeforeEach
  void append() {
    store = new FixtureStore();
    for (int i = 0; i < RECORDS; i++) {
      store.store().writer().append(SampleRecords.batch(record(i)));
      if (i % TOGETHER == 0) {
        newest(1); // Else more would wait than may.
      }
    }
  }

  /** They compress well, as texts of this length do. */
  private static LogRecord record(int place) {
    String text = place + " no answer from upstream; ".repeat(BODY_LENGTH / 26);
    return SampleRecords.record(place, "cart", SeverityNumber.INFO, text);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<StoredRecord> newest(int limit) {
    return store.reader().search(new RecordQuery(ALL, Order.NEWEST_FIRST, null, limit));
  }

  private void assertIsReadOneByOne() {
    StoredRecord newest = newest(1).getFirst();

    assertThat(newest.kept().record()).isEqualTo(record(RECORDS - 1));
    assertThat(newest(5)).hasSize(5);
    assertThat(store.reader().find(SampleRecords.TENANT, newest.id())).contains(newest);
  }

  private static void assertTooLarge(ThrowingCallable question) {
    assertThatThrownBy(question)
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE));
  }

  @Test
  void areRefusedBeforeTheyFillTheMemory() {
    ContextQuery around = new ContextQuery(SampleRecords.TENANT, newest(1).getFirst().id(), 50, 0);

    assertTooLarge(() -> newest(RECORDS));
    assertTooLarge(() -> store.reader().around(around));
  }

  @Test
  void areReadOneByOne() {
    assertIsReadOneByOne();
  }

  @Test
  void areReadOneByOneOnceTheyArePacked() {
    store.store().pack(RECORDS);

    assertIsReadOneByOne();
  }
}
