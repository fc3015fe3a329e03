package dev.winnow.server.export;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordPagesTest {
  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 10_000);

  /** Those that every page was asked with. */
  private final List<Integer> limits = new ArrayList<>();

  /** What the store finds too large. */
  private int most = Integer.MAX_VALUE;

  private final RecordPages pages =
      new RecordPages(
          query -> {
            limits.add(query.limit());
            if (query.limit() > most) {
              throw new WinnowException(ErrorCode.ANSWER_TOO_LARGE, "more than " + most);
            }
            return store.reader().search(query);
          },
          Selection.all(TENANT));

  /** Stores records, ten at each time, the newest first. */
  private void append(int records, String body) {
    List<LogRecord> batch = new ArrayList<>();
    for (int i = records - 1; i >= 0; i--) {
      batch.add(SampleRecords.record(Math.floorDiv(i, 10), "cart", SeverityNumber.INFO, i + body));
    }
    store.append(SampleRecords.batch(TENANT, "", TODAY, batch));
  }

  private List<StoredRecord> all() {
    List<StoredRecord> all = new ArrayList<>();
    for (List<StoredRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
      all.addAll(page);
    }
    return all;
  }

  @Test
  void hasEachRecordOnceInOrder() {
    append(7_000, " said");

    List<StoredRecord> all = all();

    assertThat(all).hasSize(7_000).doesNotHaveDuplicates();
    assertThat(all).extracting(record -> record.kept().record().time()).isSorted();
    assertThat(limits).containsExactly(100, 2_000, 2_000, 2_000, 2_000);
  }

  @Test
  void asksForFewerIfRecordsAreLarge() {
    append(104, " " + "x".repeat(1 << 20));

    assertThat(all()).hasSize(104);
    assertThat(limits).containsExactly(100, 3, 3);
  }

  @Test
  void asksForFewerIfTheStoreRefuses() {
    most = 10;
    append(25, " said");

    assertThat(all()).hasSize(25);
    assertThat(limits).containsExactly(100, 10, 10, 10);
  }

  @Test
  void failsIfASingleRecordIsTooLarge() {
    most = 0;
    append(1, " said");

    assertThatThrownBy(pages::next)
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE));
    assertThat(limits).containsExactly(100, 10, 1);
  }

  @Test
  void asksNoMoreBehindTheLastPage() {
    append(99, " said");

    assertThat(pages.next()).hasSize(99);
    assertThat(pages.next()).isEmpty();
    assertThat(pages.next()).isEmpty();
    assertThat(limits).containsExactly(100);
  }
}
