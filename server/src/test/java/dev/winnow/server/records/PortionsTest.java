package dev.winnow.server.records;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.PageCursor;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PortionsTest {
  private static final int ENOUGH = 2_000;

  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 10_000);

  /** Those that every portion was asked with. */
  private final List<Integer> limits = new ArrayList<>();

  /** More records the store finds too large. */
  private int most = Integer.MAX_VALUE;

  /** Stores records, ten at each time, the newest first. */
  private void append(int records, String body) {
    List<LogRecord> batch = new ArrayList<>();
    for (int i = records - 1; i >= 0; i--) {
      batch.add(SampleRecords.record(Math.floorDiv(i, 10), "cart", SeverityNumber.INFO, i + body));
    }
    store.append(SampleRecords.batch(TENANT, "", TODAY, batch));
  }

  private Portions portions(int first) {
    return portions(first, null);
  }

  private Portions portions(int first, @Nullable PageCursor after) {
    return Portions.of(
        query -> {
          limits.add(query.limit());
          if (query.limit() > most) {
            throw new WinnowException(ErrorCode.ANSWER_TOO_LARGE, "more than " + most);
          }
          return store.reader().search(query);
        },
        new RecordQuery(Selection.all(TENANT), RecordQuery.Order.OLDEST_FIRST, after, first));
  }

  private static List<StoredRecord> all(Portions portions) {
    List<StoredRecord> all = new ArrayList<>();
    while (!portions.isAtEnd()) {
      all.addAll(portions.next(ENOUGH));
    }
    return all;
  }

  @Test
  void giveEachRecordOnceInOrder() {
    append(7_000, " said");

    List<StoredRecord> all = all(portions(100));

    assertThat(all).hasSize(7_000).doesNotHaveDuplicates();
    assertThat(all).extracting(stored -> stored.kept().record().time()).isSorted();
    assertThat(limits).containsExactly(100, 200, 400, 800, 1_600, 2_000, 2_000);
  }

  @Test
  void beginBehindThePlaceThatAQuestionNames() {
    append(30, " said");
    List<StoredRecord> all = all(portions(100));

    assertThat(all(portions(8, PageCursor.of(all.get(9))))).isEqualTo(all.subList(10, 30));
  }

  @Test
  void areFewerRecordsWhereTheyAreLarge() {
    append(104, " " + "x".repeat(1 << 20));

    assertThat(all(portions(100))).hasSize(104);
    assertThat(limits).containsExactly(100, 7);
  }

  @Test
  void areFewerRecordsWhereTheStoreRefuses() {
    most = 10;
    append(25, " said");

    assertThat(all(portions(100))).hasSize(25);
    // They are small after all, so that more are tried; the store knows better.
    assertThat(limits).containsExactly(100, 25, 6, 12, 3, 6, 12, 3, 6, 12, 3);
  }

  @Test
  void failWhereNotEvenOneRecordCanBeRead() {
    most = 0;
    append(1, " said");

    assertThatThrownBy(() -> portions(100).next(ENOUGH))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE));
    assertThat(limits).containsExactly(100, 25, 6, 1);
  }

  @Test
  void areEmptyBehindTheEndWithoutAQuestion() {
    append(99, " said");
    Portions portions = portions(100);

    assertThat(portions.next(ENOUGH)).hasSize(99);
    assertThat(portions.isAtEnd()).isTrue();
    assertThat(portions.next(ENOUGH)).isEmpty();
    assertThat(limits).containsExactly(100);
  }

  @Test
  void areCollectedUntilThereAreAsManyAsWished() {
    most = 3;
    append(10, " said");
    Portions portions = portions(8);

    assertThat(portions.collect(8, StoredRecord::id)).hasSize(8).doesNotHaveDuplicates();
    assertThat(portions.isAtEnd()).isFalse();
    assertThat(limits).containsExactly(8, 2, 4, 1, 2, 3);
  }

  @Test
  void areNotCollectedForEver() {
    most = 1;
    append(100, " said");
    Portions portions = portions(100);

    assertThat(portions.collect(100, StoredRecord::id)).hasSize(Portions.MOST_PORTIONS);
    assertThat(portions.isAtEnd()).isFalse();
  }
}
