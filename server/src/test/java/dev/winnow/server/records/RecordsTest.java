package dev.winnow.server.records;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.storage.Batch;
import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery.Order;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.Selection;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordsTest {
  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 1_000);
  private final Records records = new Records(store.reader());

  @BeforeEach
  void append() {
    store.append(
        batch(
            record(-50, "cart", SeverityNumber.INFO, "Added one"),
            record(-40, "cart", SeverityNumber.ERROR2, "Failed two"),
            record(-30, "checkout", SeverityNumber.INFO, "Added three"),
            record(-20, "cart", SeverityNumber.INFO, "added FOUR"),
            record(-10, "cart", SeverityNumber.INFO, "Added five")));
  }

  private static SelectionReader select() {
    return new SelectionReader(TENANT, NOW);
  }

  private RecordPage page(Selection selection, int limit, @Nullable String cursor) {
    return records.page(
        new PageRequest(
            selection,
            Order.NEWEST_FIRST,
            PagePlace.parse(cursor),
            limit,
            false,
            RecordExtent.WHOLE));
  }

  private static List<String> messages(List<RecordAnswer> answers) {
    return answers.stream().map(RecordAnswer::message).toList();
  }

  @Test
  void goesThroughPagesByCursor() {
    RecordPage first = page(Selection.all(TENANT), 2, null);
    RecordPage second = page(Selection.all(TENANT), 2, first.nextCursor());
    // What comes later does not shift the pages behind a cursor.
    store.append(batch(record(0, "cart", SeverityNumber.INFO, "Added six")));
    RecordPage third = page(Selection.all(TENANT), 2, second.nextCursor());

    assertThat(messages(first.logs())).containsExactly("Added five", "added FOUR");
    assertThat(messages(second.logs())).containsExactly("Added three", "Failed two");
    assertThat(messages(third.logs())).containsExactly("Added one");
    assertThat(List.of(first.page(), second.page(), third.page())).containsExactly(1, 2, 3);
    assertThat(List.of(first.limit(), third.limit())).containsExactly(2, 2);
    assertThat(third.nextCursor()).isNull();
  }

  @Test
  void hasNoNextPageIfTheLastOneIsJustFull() {
    assertThat(page(Selection.all(TENANT), 5, null).nextCursor()).isNull();
    assertThat(page(Selection.all(TENANT), 4, null).nextCursor()).startsWith("2.");
  }

  @Test
  void countsWithoutReadingOrIfItIsTold() {
    Selection text = select().search("ADDED").selection();

    assertThat(page(Selection.all(TENANT), 1, null).total()).isEqualTo(5);
    assertThat(page(text, 1, null).total()).isNull();
    assertThat(
            records
                .page(
                    new PageRequest(
                        text, Order.OLDEST_FIRST, PagePlace.FIRST, 1, true, RecordExtent.WHOLE))
                .total())
        .isEqualTo(4);
  }

  @Test
  void selectsByEveryParameter() {
    Selection selection =
        select().services(List.of("cart")).levels(List.of("info")).search("added f").selection();

    assertThat(messages(page(selection, 10, null).logs()))
        .containsExactly("Added five", "added FOUR");
    assertThat(messages(page(select().levels(List.of("ERROR")).selection(), 10, null).logs()))
        .containsExactly("Failed two");
    assertThat(messages(page(select().query("not level = info").selection(), 10, null).logs()))
        .containsExactly("Failed two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2", "x.y", "1.00", "0.0000000000000000", "-1.x", "2147483647.0", "2.0.0", "."})
  void refusesCursorsThatItNeverGave(String cursor) {
    assertThatThrownBy(() -> page(Selection.all(TENANT), 1, cursor))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
  }

  @Test
  void findsARecordByItsId() {
    RecordAnswer answer = page(Selection.all(TENANT), 1, null).logs().getFirst();

    assertThat(records.record(TENANT, RecordId.parse(answer.id()))).isEqualTo(answer);
    assertThatThrownBy(() -> records.record("other", RecordId.parse(answer.id())))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void tellsWhatHappenedAroundARecord() {
    RecordId id =
        RecordId.parse(page(select().search("four").selection(), 1, null).logs().getFirst().id());

    RecordContext context = records.context(new ContextQuery(TENANT, id, 1, 3), RecordExtent.WHOLE);

    assertThat(messages(context.before())).containsExactly("Failed two");
    assertThat(context.log().message()).isEqualTo("added FOUR");
    assertThat(messages(context.after())).containsExactly("Added five");
    assertThatThrownBy(
            () -> records.context(new ContextQuery("other", id, 1, 1), RecordExtent.WHOLE))
        .hasMessageStartingWith("no record has the id " + id);
  }

  @Test
  void givesEveryFieldOfARecord() {
    LogRecord full =
        record(1.5, "cart", SeverityNumber.WARN3, "").toBuilder()
            .severityText("warning")
            .body(AnyValue.of(Attributes.of("a", AnyValue.of(1))))
            .attributes(Attributes.of("user", AnyValue.of("ada")))
            .scope(new InstrumentationScope("lib", "1.2", Attributes.EMPTY))
            .eventName("cart.added")
            .traceId("0af7651916cd43dd8448eb211c80319c")
            .spanId("b7ad6b7169203331")
            .traceFlags(1)
            .droppedAttributesCount(3)
            .build();
    Sampling half = new Sampling(1L << 55, Sampling.NO_POLICY.reason());
    KeptRecord kept = new KeptRecord(full, 0xff, true, half, 10);
    store.append(
        new Batch(
            "",
            SampleRecords.TODAY,
            TENANT,
            "otlp_http",
            List.of(kept),
            List.of(),
            List.of(),
            List.of()));

    RecordAnswer answer = page(Selection.all(TENANT), 1, null).logs().getFirst();

    assertThat(answer)
        .isEqualTo(
            new RecordAnswer(
                answer.id(),
                Instant.parse("2026-11-21T12:00:01.500000000Z"),
                Instant.parse("2026-11-21T12:00:01.500000001Z"),
                15,
                "warning",
                true,
                AnyValue.of(Attributes.of("a", AnyValue.of(1))),
                Attributes.of("user", AnyValue.of("ada")),
                Attributes.of("service.name", AnyValue.of("cart")),
                new RecordAnswer.Scope("lib", "1.2", Attributes.EMPTY),
                "cart.added",
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                1,
                3,
                "00000000000000ff",
                new RecordAnswer.SamplingAnswer("8", "no_policy", 2),
                "otlp_http",
                "WARN",
                "cart",
                "{\"a\":1}",
                null));
  }

  @Test
  void givesNullForWhatARecordDoesNotHave() {
    store.append(
        batch(record(1, "", SeverityNumber.UNSPECIFIED, "").toBuilder().severityText("").build()));

    RecordAnswer answer = page(Selection.all(TENANT), 1, null).logs().getFirst();

    assertThat(answer)
        .extracting(
            RecordAnswer::severityText,
            RecordAnswer::eventName,
            RecordAnswer::traceId,
            RecordAnswer::spanId,
            RecordAnswer::level,
            RecordAnswer::service)
        .containsOnlyNulls();
    assertThat(answer.scope()).isEqualTo(new RecordAnswer.Scope(null, null, Attributes.EMPTY));
    assertThat(answer.sampling()).isEqualTo(new RecordAnswer.SamplingAnswer("0", "no_policy", 1));
  }
}
