package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Contains;
import dev.winnow.kernel.predicate.Exists;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Not;
import dev.winnow.kernel.predicate.Or;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.PageCursor;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.RecordQuery.Order;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.duckdb.query.DuckDbLogReader;
import dev.winnow.storage.duckdb.query.QueryLimits;
import dev.winnow.storage.testkit.SampleRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryLimitsTest {
  private static final Selection ALL = Selection.all(SampleRecords.TENANT);

  private FixtureStore store;

  @BeforeEach
  void open() {
    store = new FixtureStore();
    appendOne(store);
  }

  private static void appendOne(FixtureStore store) {
    store.append(
        SampleRecords.batch(SampleRecords.record(0, "cart", SeverityNumber.INFO, "Added 1")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Repeats the one record, a nanosecond later each time. */
  private void repeat(int times) {
    String alias = store.store().lease().parts().getFirst().alias();
    store.execute(
        "INSERT INTO "
            + alias
            + ".records SELECT one.* REPLACE (timestamp + i AS timestamp, body || i AS body)"
            + " FROM "
            + alias
            + ".records one, range(1, "
            + times
            + ") each(i)");
  }

  private List<StoredRecord> search(Predicate where) {
    return store
        .reader()
        .search(new RecordQuery(ALL.where(where), Order.NEWEST_FIRST, null, RecordQuery.MAX_LIMIT));
  }

  private static void assertFails(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            WinnowException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  @Test
  void stopsWhatTakesTooLong() {
    repeat(1_500_000);
    List<Predicate> manyPasses = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      manyPasses.add(new Contains(Field.of("body"), "absent" + i));
    }
    Selection slow = ALL.where(new Or(manyPasses));
    QueryLimits limits = new QueryLimits(1, Duration.ofMillis(500));
    try (DuckDbLogReader hurried =
        new DuckDbLogReader(
            store.store().engine(), store.store()::lease, store.store().templates(), limits)) {
      for (int i = 0; i < 2; i++) {
        assertFails(ErrorCode.QUERY_TIMEOUT, () -> hurried.counts(CountQuery.total(slow)));
      }
      assertThat(hurried.find(SampleRecords.TENANT, new RecordId(99, 0, 0))).isEmpty();
    }
  }

  @Test
  void refusesAnAnswerOfTooManyRows() {
    repeat(CountQuery.MAX_ROWS + 1);
    CountQuery query = new CountQuery(ALL, Set.of(Dimension.TIME), Duration.ofNanos(1));

    assertFails(ErrorCode.ANSWER_TOO_LARGE, () -> store.reader().counts(query));
  }

  @Test
  void refusesWhatNeedsTooMuchMemory() {
    store.close();
    QueryLimits patient = new QueryLimits(1, Duration.ofMinutes(2));
    store = new FixtureStore(new StoreSettings(48L << 20, 2, 1L << 20, 1L << 20, patient));
    appendOne(store);
    repeat(4_000_000);
    FacetQuery everyBody = new FacetQuery(ALL, Field.of("body"), 1);

    assertFails(ErrorCode.ANSWER_TOO_LARGE, () -> store.reader().facet(everyBody));
    assertThat(search(new Exists(Field.of("attributes.absent")))).isEmpty();
  }

  @Test
  void answersNothingAfterItsEnd() {
    DuckDbLogStore ended = store.store();
    ended.close();

    assertFails(ErrorCode.STORAGE_UNAVAILABLE, () -> ended.reader().counts(CountQuery.total(ALL)));
  }

  @Test
  void givesNoMoreThanTheLimit() {
    repeat(RecordQuery.MAX_LIMIT + 5);

    assertThat(search(Selection.ANYTHING)).hasSize(RecordQuery.MAX_LIMIT);
  }

  @Test
  void asksTheDeepestAndWidestPredicates() {
    Predicate deep = new Exists(Field.of("body"));
    for (int i = 1; i < Predicate.MAX_DEPTH - 1; i++) {
      deep = new Not(deep);
    }
    List<Predicate> parts = new ArrayList<>(List.of(deep));
    Predicate leaf = new Not(new Exists(Field.of("attributes.a.b.c.d")));
    while (parts.stream().mapToInt(Predicate::nodeCount).sum() + 2 < Predicate.MAX_NODES) {
      parts.add(leaf);
    }
    Predicate widest = new And(parts);

    LogRecord record = search(Selection.ANYTHING).getFirst().kept().record();
    assertThat(search(widest)).hasSize(widest.matches(record) ? 1 : 0);
  }

  @Test
  void refusesPathsThatMayMeanTooMuch() {
    String path = "attributes." + String.join(".", Collections.nCopies(7, "a"));

    assertFails(ErrorCode.UNSUPPORTED_QUERY, () -> search(new Exists(Field.of(path))));
  }

  @Test
  void refusesHalfACharacter() {
    assertFails(
        ErrorCode.UNSUPPORTED_QUERY, () -> search(new Contains(Field.of("body"), "\ud83d")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"' OR TRUE --", "$1", "?", "\"", ";DROP TABLE records", "\0", "%", "*"})
  void takesEveryTextAsText(String text) {
    Predicate wanted = new Contains(Field.of("attributes." + text), text);

    assertThat(search(wanted)).isEmpty();
    assertThat(search(new Not(wanted))).hasSize(1);
    assertThat(search(new Contains(Field.of("body"), text))).isEmpty();
    assertThat(
            store
                .reader()
                .search(new RecordQuery(Selection.all(text), Order.OLDEST_FIRST, null, 1)))
        .isEmpty();
    assertThat(
            store
                .reader()
                .search(new RecordQuery(ALL.containing(text), Order.OLDEST_FIRST, null, 1)))
        .isEmpty();
  }

  @Test
  void goesOnFromAnyPlace() {
    PageCursor start = new PageCursor(0, new RecordId(0, 0, 0));
    PageCursor end =
        new PageCursor(
            Long.MAX_VALUE, new RecordId(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));

    assertThat(from(start, Order.NEWEST_FIRST)).isEmpty();
    assertThat(from(end, Order.NEWEST_FIRST)).hasSize(1);
    assertThat(from(start, Order.OLDEST_FIRST)).hasSize(1);
    assertThat(from(end, Order.OLDEST_FIRST)).isEmpty();
  }

  private List<StoredRecord> from(PageCursor cursor, Order order) {
    return store.reader().search(new RecordQuery(ALL, order, cursor, 10));
  }
}
