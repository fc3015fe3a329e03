package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.RecordQuery.Order;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which records are too large to be told together. */
final class LargeAnswersTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final Selection ALL = Selection.all(SampleRecords.TENANT);

  private final FixtureStore store = new FixtureStore();

  @AfterEach
  void close() {
    store.close();
  }

  private List<StoredRecord> newest(int limit) {
    return store.reader().search(new RecordQuery(ALL, Order.NEWEST_FIRST, null, limit));
  }

  private void assertTooLarge(int limit) {
    assertThatThrownBy(() -> newest(limit))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE));
  }

  @Test
  void areThoseWhoseResourceIsLarge() {
    Attributes note = Attributes.builder().put("note", "x".repeat(MEBIBYTE)).build();
    LogRecord record = LogRecord.builder().resource(new Resource(note)).body("short").build();
    List<LogRecord> records = Collections.nCopies(40, record);
    store.store().writer().append(SampleRecords.batch(records.toArray(LogRecord[]::new)));

    assertTooLarge(40);
    assertThat(newest(30)).hasSize(30);
  }
}
