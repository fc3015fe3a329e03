package dev.winnow.storage.duckdb.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

final class FirstRecordsTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final int MOST = 32;

  private static SizedRecord record(int place, int characters) {
    KeptRecord kept =
        new KeptRecord(
            SampleRecords.record(place, "cart", SeverityNumber.INFO, "text"),
            7,
            false,
            Sampling.NO_POLICY,
            4);
    StoredRecord stored = new StoredRecord(new RecordId(place, 0, 0), "http", kept);
    return new SizedRecord(stored, characters);
  }

  private static FirstRecords first(int limit) {
    return new FirstRecords(limit, Comparator.comparing(StoredRecord::id));
  }

  @Test
  void takesNoMoreThanThereIsRoomFor() {
    FirstRecords first = first(400);
    for (int i = 0; i < MOST; i++) {
      first.add(record(i, MEBIBYTE));
    }

    assertThatThrownBy(() -> first.add(record(MOST, 1)))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE))
        .hasMessage("the records have more than 33554432 characters; ask for fewer at once");
  }

  @Test
  void countsOnlyThoseWithinTheLimit() {
    FirstRecords first = first(3);
    for (int i = 200; i > 0; i--) {
      first.add(record(i, MEBIBYTE));
    }
    first.cut();

    assertThat(first.isFull()).isTrue();
    assertThat(first.list()).extracting(each -> each.id().sequence()).containsExactly(1L, 2L, 3L);
    assertThat(first.last().id().sequence()).isEqualTo(3);
  }

  @Test
  void takesASingleOneHoweverLargeItIs() {
    FirstRecords first = first(1);
    first.add(record(2, 40 * MEBIBYTE));
    first.add(record(1, 40 * MEBIBYTE));

    assertThat(first.list()).extracting(each -> each.id().sequence()).containsExactly(1L);
  }
}
