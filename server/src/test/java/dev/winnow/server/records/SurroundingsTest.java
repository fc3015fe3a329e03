package dev.winnow.server.records;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
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

final class SurroundingsTest {
  private static final RecordExtent BRIEF = new RecordExtent(true, Set.of());

  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 1_000);

  /** More records the store finds too large. */
  private int most = 3;

  @BeforeEach
  void append() {
    store.append(
        SampleRecords.batch(
            IntStream.range(0, 20)
                .mapToObj(i -> SampleRecords.record(i, "cart", SeverityNumber.INFO, "no. " + i))
                .toArray(LogRecord[]::new)));
  }

  private RecordId id(int place) {
    return store
        .reader()
        .search(
            new RecordQuery(Selection.all(TENANT), RecordQuery.Order.OLDEST_FIRST, null, place + 1))
        .getLast()
        .id();
  }

  private RecordContext around(RecordExtent extent, int before, int after) {
    Surroundings surroundings =
        new Surroundings(
            query -> {
              if (query.before() + query.after() + 1 > most) {
                throw new WinnowException(ErrorCode.ANSWER_TOO_LARGE, "more than " + most);
              }
              return store.reader().around(query);
            },
            extent);
    return surroundings.of(new ContextQuery(TENANT, id(10), before, after));
  }

  private static List<String> messages(List<RecordAnswer> records) {
    return records.stream().map(RecordAnswer::message).toList();
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "1, 1", "7, 5", "0, 4", "100, 100"})
  void findsTheSameInPortionsAsAtOnce(int before, int after) {
    RecordContext inPortions = around(BRIEF, before, after);
    most = Integer.MAX_VALUE;

    assertThat(inPortions).isEqualTo(around(BRIEF, before, after));
    assertThat(messages(inPortions.before())).hasSize(Math.min(before, 10));
    assertThat(messages(inPortions.after())).hasSize(Math.min(after, 9));
  }

  @Test
  void refusesWholeRecordsThatAreTooLarge() {
    assertThatThrownBy(() -> around(RecordExtent.WHOLE, 3, 3)).hasMessage("more than 3");
  }

  @Test
  void refusesASingleNeighbourThatIsTooLarge() {
    most = 1;

    assertThatThrownBy(() -> around(BRIEF, 3, 0)).hasMessage("more than 1");
  }
}
