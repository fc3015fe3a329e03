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
import java.util.stream.LongStream;
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

  /** Adds records of so many characters each, the last one first. */
  private static void add(FirstRecords first, int from, int to, int characters) {
    for (int place = to; place >= from; place--) {
      first.add(record(place, characters));
    }
  }

  private static void assertTooLarge(FirstRecords first) {
    assertThatThrownBy(first::list)
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE))
        .hasMessage("the records have more than 33554432 characters; ask for fewer at once");
  }

  private static Long[] places(int from, int to) {
    return LongStream.rangeClosed(from, to).boxed().toArray(Long[]::new);
  }

  private static void assertHas(FirstRecords first, Long... places) {
    assertThat(first.list()).extracting(each -> each.id().sequence()).containsExactly(places);
  }

  @Test
  void takesNoMoreThanThereIsRoomFor() {
    FirstRecords first = first(400);
    add(first, 1, MOST, MEBIBYTE);
    assertHas(first, places(1, MOST));
    assertThat(first.end()).isNull();

    assertThat(first.add(record(MOST + 1, 1))).isFalse();
    assertThat(first.end()).isEqualTo(record(MOST + 1, 1).stored());
    assertTooLarge(first);
  }

  @Test
  void wantsNothingBehindWhatFoundNoRoom() {
    FirstRecords first = first(400);
    add(first, 100, 100 + MOST, MEBIBYTE);

    assertThat(first.add(record(200, 1))).isFalse();
    assertThat(first.add(record(99, 1))).isTrue();
    assertTooLarge(first);
  }

  @Test
  void doesWithoutWhatFoundNoRoomIfTheLimitIsReachedBefore() {
    FirstRecords first = first(100);
    add(first, 101, 140, MEBIBYTE);
    add(first, 1, 100, 1);

    assertHas(first, places(1, 100));
    assertThat(first.end()).isEqualTo(record(100, 1).stored());
  }

  @Test
  void doesNotDoWithoutWhatIsAmongTheFirst() {
    FirstRecords first = first(100);
    add(first, 101, 140, MEBIBYTE);
    add(first, 1, 60, 1);

    assertTooLarge(first);
  }

  @Test
  void countsOnlyThoseWithinTheLimit() {
    FirstRecords first = first(3);
    add(first, 1, 200, MEBIBYTE);

    assertHas(first, 1L, 2L, 3L);
    assertThat(first.add(record(4, 1))).isFalse();
  }

  @Test
  void takesASingleOneHoweverLargeItIs() {
    FirstRecords first = first(1);
    add(first, 1, 2, 40 * MEBIBYTE);

    assertHas(first, 1L);
  }

  @Test
  void takesNoTwoOfWhichOneHasNoRoom() {
    FirstRecords first = first(2);
    add(first, 1, 2, 40 * MEBIBYTE);

    assertTooLarge(first);
  }
}
