package dev.winnow.server.records;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoundRecordsTest {
  private static final RecordExtent BRIEF = new RecordExtent(true, Set.of());

  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 1_000);

  @BeforeEach
  void append() {
    store.append(
        SampleRecords.batch(
            IntStream.range(0, 10)
                .mapToObj(i -> SampleRecords.record(i, "cart", SeverityNumber.INFO, "no. " + i))
                .toArray(LogRecord[]::new)));
  }

  /** What a store finds that can hold so many records at a time. */
  private FoundRecords find(RecordExtent extent, int limit, int most) {
    return FoundRecords.of(
        query -> {
          if (query.limit() > most) {
            throw new WinnowException(ErrorCode.ANSWER_TOO_LARGE, "more than " + most);
          }
          return store.reader().search(query);
        },
        new RecordQuery(Selection.all(TENANT), RecordQuery.Order.OLDEST_FIRST, null, limit),
        extent);
  }

  private static List<String> messages(FoundRecords found) {
    return found.records().stream().map(each -> each.answer().message()).toList();
  }

  @ParameterizedTest
  @CsvSource({"8, 8, false", "10, 10, false", "11, 10, true"})
  void tellsWhetherThereIsMore(int limit, int records, boolean isEnd) {
    FoundRecords brief = find(BRIEF, limit, 3);

    assertThat(messages(brief))
        .hasSize(records)
        .startsWith("no. 0")
        .endsWith("no. " + (records - 1));
    assertThat(brief.isEnd()).isEqualTo(isEnd);
    assertThat(find(RecordExtent.WHOLE, limit, limit).isEnd()).isEqualTo(isEnd);
  }

  @Test
  void knowsWhereEachRecordIs() {
    List<StoredRecord> stored =
        store
            .reader()
            .search(
                new RecordQuery(Selection.all(TENANT), RecordQuery.Order.OLDEST_FIRST, null, 10));

    assertThat(find(BRIEF, 10, 3).records())
        .extracting(each -> each.place().id())
        .containsExactlyElementsOf(stored.stream().map(StoredRecord::id).toList());
  }

  @Test
  void refusesWholeRecordsThatAreTooLarge() {
    assertThatThrownBy(() -> find(RecordExtent.WHOLE, 8, 3)).hasMessage("more than 3");
  }
}
