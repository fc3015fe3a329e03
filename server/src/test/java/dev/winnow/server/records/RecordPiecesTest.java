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
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RecordPiecesTest {
  private static final RecordExtent BRIEF = new RecordExtent(true, Set.of());

  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 1_000);

  /** Those that each piece was asked with. */
  private final List<Integer> limits = new ArrayList<>();

  /** What the store finds too large. */
  private int most = 3;

  private RecordPieces.Found found = new RecordPieces.Found(List.of(), true);

  @BeforeEach
  void append() {
    store.append(
        SampleRecords.batch(
            IntStream.range(0, 10)
                .mapToObj(i -> SampleRecords.record(i, "cart", SeverityNumber.INFO, "no. " + i))
                .toArray(LogRecord[]::new)));
  }

  private List<String> search(RecordExtent extent, int limit) {
    RecordPieces pieces =
        new RecordPieces(
            query -> {
              limits.add(query.limit());
              if (query.limit() > most) {
                throw new WinnowException(ErrorCode.ANSWER_TOO_LARGE, "more than " + most);
              }
              return store.reader().search(query);
            },
            extent);
    found =
        pieces.search(
            new RecordQuery(Selection.all(TENANT), RecordQuery.Order.OLDEST_FIRST, null, limit));
    return found.pieces().stream().map(piece -> piece.answer().message()).toList();
  }

  @Test
  void asksForAllAtOnceWhereItCan() {
    most = 8;

    assertThat(search(BRIEF, 8)).hasSize(8).startsWith("no. 0").endsWith("no. 7");
    assertThat(limits).containsExactly(8);
  }

  @Test
  void asksForFewWhereTheyAreLarge() {
    assertThat(search(BRIEF, 8)).hasSize(8).startsWith("no. 0").endsWith("no. 7");
    // They are small after all, so that it tries again for more; the store knows better.
    assertThat(limits).containsExactly(8, 2, 6, 1, 5, 1, 4, 1, 3);
    assertThat(found.isEnd()).isFalse();
  }

  @Test
  void endsEarlyRatherThanAskForEver() {
    most = 1;

    assertThat(search(BRIEF, 1_000)).startsWith("no. 0").hasSizeBetween(1, 10);
    assertThat(limits.size()).isLessThanOrEqualTo(RecordPieces.MOST_PIECES);
  }

  @Test
  void endsWithTheLastRecord() {
    assertThat(search(BRIEF, 13)).hasSize(10).endsWith("no. 9");
    assertThat(found.isEnd()).isTrue();
  }

  @Test
  void refusesWholeRecordsThatAreTooLarge() {
    assertThatThrownBy(() -> search(RecordExtent.WHOLE, 8)).hasMessage("more than 3");
    assertThat(limits).containsExactly(8);
  }

  @Test
  void refusesASingleOneThatIsTooLarge() {
    most = 0;

    assertThatThrownBy(() -> search(BRIEF, 8)).hasMessage("more than 0");
    assertThat(limits).containsExactly(8, 2, 1);
  }
}
