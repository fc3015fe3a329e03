package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.storage.Partition;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.RecordQuery.Order;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which records are too large to be told together. */
final class LargeAnswersTest {
  private static final int KIBIBYTE = 1 << 10;
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

  private void append(Partition partition, LogRecord... records) {
    store
        .store()
        .writer()
        .append(SampleRecords.batch(SampleRecords.TENANT, "", partition, List.of(records)));
  }

  /** Records of successive seconds. */
  private static LogRecord[] records(int from, int to, UnaryOperator<LogRecord.Builder> content) {
    return IntStream.range(from, to)
        .mapToObj(second ->
            content
                .apply(LogRecord.builder().timestamp(SampleRecords.time(second)).body("short"))
                .build())
        .toArray(LogRecord[]::new);
  }

  private static LogRecord.Builder withResource(LogRecord.Builder record) {
    return record.resource(
        new Resource(Attributes.builder().put("note", "x".repeat(MEBIBYTE)).build()));
  }

  @Test
  void areThoseWhoseResourceIsLarge() {
    append(SampleRecords.TODAY, records(0, 40, LargeAnswersTest::withResource));

    assertTooLarge(40);
    assertThat(newest(30)).hasSize(30);
  }

  /** The first part is read first, for it has the newest record. */
  @Test
  void areOnlyThoseAmongTheFirstOfAllParts() {
    append(FixtureStore.PARTITIONS.getFirst(), records(900, 901, record -> record));
    append(
        FixtureStore.PARTITIONS.getFirst(),
        records(0, 40, record -> record.body("x".repeat(MEBIBYTE))));
    append(FixtureStore.PARTITIONS.getLast(), records(100, 200, record -> record));

    assertIsShort(newest(100));
    assertThat(newest(130)).hasSize(130);
    assertTooLarge(140);
  }

  /** Records whose bodies are large stay out of the table that is read first. */
  @Test
  void areOnlyThoseAmongTheFirstOfAllTables() {
    append(SampleRecords.TODAY, records(0, 40, LargeAnswersTest::withResource));
    append(
        SampleRecords.TODAY, records(100, 200, record -> record.body("x".repeat(17 * KIBIBYTE))));
    store.store().pack(1_000);

    assertThat(newest(100)).hasSize(100).allMatch(record -> record.kept().bytes() == 17 * KIBIBYTE);
    assertThat(newest(125)).hasSize(125);
    assertTooLarge(140);
  }

  private static void assertIsShort(List<StoredRecord> records) {
    assertThat(records).hasSize(100).allMatch(record -> record.kept().bytes() == "short".length());
  }
}
