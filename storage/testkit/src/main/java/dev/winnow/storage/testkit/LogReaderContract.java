package dev.winnow.storage.testkit;

import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.TODAY;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static dev.winnow.storage.testkit.SampleRecords.templateId;
import static dev.winnow.storage.testkit.SampleRecords.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.winnow.core.predicate.PredicateText;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.Facet;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.PageCursor;
import dev.winnow.storage.Partition;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.RecordQuery.Order;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.TemplateChange;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link dev.winnow.storage.LogReader} does. */
public abstract class LogReaderContract extends LogStoreContract {
  private static final Attributes CALL =
      Attributes.builder()
          .put("http.status", 503)
          .put("duration", 1.5)
          .put("user", "ada")
          .put("nested", AnyValue.of(Attributes.of("a.b", AnyValue.of("deep"))))
          .build();

  private void appendSample() {
    append(
        record(0, "cart", SeverityNumber.INFO, "Added 1"),
        record(60, "cart", SeverityNumber.INFO, "Added 2"),
        record(61, "pay", SeverityNumber.ERROR, "Failed Ärger"),
        record(120, "pay", SeverityNumber.INFO, "added 3").toBuilder()
            .attributes(CALL)
            .traceId("0af7651916cd43dd8448eb211c80319c")
            .spanId("f7ad6b7169203331")
            .build());
  }

  private static Predicate where(String text) {
    return PredicateText.parse(text);
  }

  @Test
  void givesTheNewestFirst() {
    appendSample();

    assertThat(bodies(all())).containsExactly("added 3", "Failed Ärger", "Added 2", "Added 1");
  }

  @Test
  void givesTheOldestFirstIfAskedTo() {
    appendSample();

    List<StoredRecord> two =
        store.reader().search(new RecordQuery(all(), Order.OLDEST_FIRST, null, 2));
    assertThat(bodies(two)).containsExactly("Added 1", "Added 2");
  }

  @ParameterizedTest
  @CsvSource({"0, 60, 1", "0, 60.000000001, 2", "60, 61, 1", "61, 61, 0", "500, 900, 0"})
  void includesTheBeginningOfATimeSpanAndNotItsEnd(double from, double to, int records) {
    appendSample();

    assertThat(newest(all().during(new TimeSpan(time(from), time(to))))).hasSize(records);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "service = \"pay\" | 2",
        "level = error | 1",
        "severity_number < 17 | 3",
        "not service = \"pay\" | 2",
        "service in (\"pay\", \"cart\") and level = info | 3",
        "body contains \"dded\" | 3",
        "body starts with \"Added\" | 2",
        "attributes.http.status = 503 | 1",
        "attributes.http.status = 503.0 | 1",
        "attributes.http.status = \"503\" | 0",
        "attributes.http.status >= 500 | 1",
        "attributes.duration < 2 | 1",
        "attributes.user = \"ada\" or level = error | 2",
        "exists attributes.user | 1",
        "not exists attributes.user | 3",
        "attributes.nested.a.b = \"deep\" | 1",
        "exists attributes.nested.a.c | 0",
        "attributes.user = \"' or 1=1 --\" | 0",
        "trace_id = \"0af7651916cd43dd8448eb211c80319c\" | 1",
        "trace_id = \"0AF7651916CD43DD8448EB211C80319C\" | 0",
        "trace_id = \"x\" | 0",
        "trace_id starts with \"0af\" | 1",
        "span_id = \"f7ad6b7169203331\" | 1",
        "scope.name = \"none\" | 0",
        "severity_text = \"ERROR\" | 1",
      })
  void findsWhatMeetsAPredicate(String predicate, int records) {
    appendSample();

    Selection selection = all().where(where(predicate));
    assertThat(newest(selection)).hasSize(records);
    assertThat(total(selection)).isEqualTo(records);
  }

  @ParameterizedTest
  @CsvSource({"added, 3", "ADDED, 3", "ärger, 1", "dded 2, 1", "%, 0", "_, 0", "absent, 0"})
  void findsATextInAnyCase(String text, int records) {
    appendSample();

    assertThat(newest(all().containing(text))).hasSize(records);
    assertThat(total(all().containing(text))).isEqualTo(records);
  }

  @ParameterizedTest
  @CsvSource({
    "istanbul, 1",
    "i\u0307stanbul, 0",
    "σασ, 1",
    "σας, 0",
    "ΣΑΣ, 1",
    "maß, 1",
    "mass, 0",
    "5 k, 1"
  })
  void findsATextByTheSimpleLowerCaseOfItsCodePoints(String text, int records) {
    append(record(0, "a", SeverityNumber.INFO, "\u0130STANBUL ΣΑΣ MA\u1e9e 5 \u212a"));

    assertThat(newest(all().containing(text))).hasSize(records);
    assertThat(total(all().containing(text))).isEqualTo(records);
  }

  private long total(Selection selection) {
    return store.reader().counts(CountQuery.total(selection)).stream()
        .mapToLong(Count::records)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void givesEveryRecordOnceInPages(int limit) {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int second = i / 5;
      records.add(record(second, "a", SeverityNumber.INFO, "line " + i));
    }
    records.forEach(this::append);

    List<String> seen = new ArrayList<>();
    PageCursor after = null;
    List<StoredRecord> page;
    do {
      page = store.reader().search(new RecordQuery(all(), Order.NEWEST_FIRST, after, limit));
      seen.addAll(bodies(page));
      after = page.isEmpty() ? null : PageCursor.parse(PageCursor.of(page.getLast()).toString());
      append(record(1_000 + seen.size(), "a", SeverityNumber.INFO, "came later"));
    } while (page.size() == limit);

    List<String> newestFirst =
        records.reversed().stream().map(record -> record.body().text()).toList();
    assertThat(seen).isEqualTo(newestFirst);
  }

  @Test
  void givesNothingOfAnotherTenant() {
    appendSample();
    Selection others = Selection.all("other");

    assertThat(newest(others)).isEmpty();
    assertThat(total(others)).isZero();
    assertThat(store.reader().facet(new FacetQuery(others, Field.of("service"), 5)))
        .isEqualTo(new Facet(List.of(), 0, 0));
    assertThat(store.reader().since("other", new RecordId(0, 0, 0), 10)).isEmpty();
    assertThat(store.reader().volumes("other", SampleRecords.TODAY.day())).isEmpty();
    ContextQuery context = new ContextQuery("other", newest(all()).getFirst().id(), 1, 1);
    assertThat(store.reader().around(context)).isEmpty();
    assertThat(store.templates().templates("other")).isEmpty();
    assertThat(store.ledger().entries("other")).isEmpty();
  }

  @Test
  void addsUpWhatIsKeptOfADayOfCommits() {
    LogRecord early = SampleRecords.record(-200_000, "web", SeverityNumber.INFO, "twelve bytes");
    LogRecord cart = SampleRecords.record(2, "cart", SeverityNumber.ERROR, "failed");
    Partition yesterday = new Partition(SampleRecords.TODAY.day().minusDays(1), "default");
    Partition audit = new Partition(SampleRecords.TODAY.day(), "audit");
    append(SampleRecords.batch(SampleRecords.TENANT, "", yesterday, List.of(early)));
    append(early, cart);
    append(SampleRecords.batch(SampleRecords.TENANT, "", audit, List.of(cart)));

    assertThat(store.reader().volumes(SampleRecords.TENANT, SampleRecords.TODAY.day()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("web", new Volume(1, 12), "cart", new Volume(2, 12)));
  }

  @Test
  void countsByWhatItIsTold() {
    appendSample();

    assertThat(store.reader().counts(CountQuery.by(all(), Dimension.SERVICE, Dimension.SEVERITY)))
        .extracting(Count::serviceName, Count::severityNumber, Count::records)
        .containsExactlyInAnyOrder(
            tuple("cart", SeverityNumber.INFO, 2L),
            tuple("pay", SeverityNumber.INFO, 1L),
            tuple("pay", SeverityNumber.ERROR, 1L));
  }

  @ParameterizedTest
  @CsvSource({"60, 3", "120, 2", "1, 4", "3600, 1"})
  void countsInBucketsOfTime(int seconds, int buckets) {
    appendSample();

    CountQuery query = new CountQuery(all(), Set.of(Dimension.TIME), Duration.ofSeconds(seconds));
    List<Count> counts = store.reader().counts(query);
    assertThat(counts).hasSize(buckets);
    assertThat(counts.stream().mapToLong(Count::records).sum()).isEqualTo(4);
    assertThat(counts)
        .allSatisfy(count -> assertThat(count.time() % (seconds * 1_000_000_000L)).isZero());
  }

  @ParameterizedTest
  @CsvSource({"0, 61, 2", "0.5, 61.5, 2", "59, 200, 3", "-600, 600, 4", "60, 120, 2"})
  void countsExactlyAtTheEdgesOfASpan(double from, double to, int records) {
    appendSample();

    assertThat(total(all().during(new TimeSpan(time(from), time(to))))).isEqualTo(records);
  }

  @Test
  void knowsTotalsWithoutReadingRecords() {
    assertThat(store.reader().isCounted(CountQuery.total(all()))).isTrue();
    assertThat(store.reader().isCounted(CountQuery.total(all().containing("x")))).isFalse();
    assertThat(
            store
                .reader()
                .isCounted(CountQuery.total(all().where(where("exists attributes.user")))))
        .isFalse();
  }

  @Test
  void countsTemplates() {
    appendSample();

    assertThat(store.reader().counts(CountQuery.by(all(), Dimension.TEMPLATE)))
        .extracting(Count::templateId, Count::records)
        .containsExactlyInAnyOrder(
            tuple(id("Added"), 2L), tuple(id("Failed"), 1L), tuple(id("added"), 1L));
  }

  @Test
  void followsTemplatesThatMerged() {
    appendSample();
    append(
        new Batch(
            "",
            TODAY,
            TENANT,
            "test",
            List.of(),
            List.of(),
            List.of(),
            List.of(new TemplateChange.Merged(id("added"), id("Added")))));

    assertThat(store.reader().counts(CountQuery.by(all(), Dimension.TEMPLATE)))
        .extracting(Count::templateId, Count::records)
        .containsExactlyInAnyOrder(tuple(id("Added"), 3L), tuple(id("Failed"), 1L));
    for (String word : List.of("Added", "added")) {
      String hex = HexFormat.of().toHexDigits(id(word));
      Selection selection = all().where(where("template_id = \"" + hex + "\""));
      assertThat(bodies(selection)).containsExactly("added 3", "Added 2", "Added 1");
      assertThat(total(selection)).isEqualTo(3);
      assertThat(newest(selection))
          .allSatisfy(found -> assertThat(found.kept().templateId()).isEqualTo(id("Added")));
    }
  }

  private static long id(String word) {
    return templateId(record(0, "", SeverityNumber.INFO, word));
  }

  @Test
  void listsTheValuesOfAField() {
    appendSample();

    assertThat(facet("service", 5))
        .isEqualTo(new Facet(List.of(value("cart", 2), value("pay", 2)), 0, 0));
    assertThat(facet("service", 1)).isEqualTo(new Facet(List.of(value("cart", 2)), 2, 0));
    assertThat(facet("attributes.user", 5)).isEqualTo(new Facet(List.of(value("ada", 1)), 0, 3));
    assertThat(facet("attributes.http.status", 5).values())
        .containsExactly(new Facet.Value(AnyValue.of(503), 1));
    assertThat(facet("severity_number", 5).values())
        .containsExactly(new Facet.Value(AnyValue.of(9), 3), new Facet.Value(AnyValue.of(17), 1));
    assertThat(facet("trace_id", 5))
        .isEqualTo(new Facet(List.of(value("0af7651916cd43dd8448eb211c80319c", 1)), 0, 3));
  }

  private Facet facet(String field, int limit) {
    return store.reader().facet(new FacetQuery(all(), Field.of(field), limit));
  }

  private static Facet.Value value(String text, long records) {
    return new Facet.Value(AnyValue.of(text), records);
  }

  @Test
  void listsServicesByTheirNamesAsTexts() {
    Resource numbered = new Resource(Attributes.builder().put("service.name", 42).build());
    append(
        record(0, "42", SeverityNumber.INFO, "named"),
        record(1, "", SeverityNumber.INFO, "numbered").toBuilder().resource(numbered).build());

    assertThat(facet("service", 5)).isEqualTo(new Facet(List.of(value("42", 2)), 0, 0));
    assertThat(
            store
                .reader()
                .facet(
                    new FacetQuery(all().where(where("body contains e")), Field.of("service"), 5)))
        .isEqualTo(facet("service", 5));
  }

  @Test
  void listsTheValuesOfWhatIsSelected() {
    appendSample();
    Selection errors = all().where(where("level = error"));

    assertThat(store.reader().facet(new FacetQuery(errors, Field.of("service"), 5)))
        .isEqualTo(new Facet(List.of(value("pay", 1)), 0, 0));
  }

  @Test
  void givesWhatHappenedAroundARecord() {
    for (int i = 0; i < 6; i++) {
      append(
          record(i, "cart", SeverityNumber.INFO, "cart " + i),
          record(i, "pay", SeverityNumber.INFO, "pay " + i));
    }
    StoredRecord middle = newest(all().where(where("body = \"cart 3\""))).getFirst();

    assertThat(bodies(store.reader().around(new ContextQuery(TENANT, middle.id(), 2, 1))))
        .containsExactly("cart 1", "cart 2", "cart 3", "cart 4");
    assertThat(bodies(store.reader().around(new ContextQuery(TENANT, middle.id(), 0, 0))))
        .containsExactly("cart 3");
    ContextQuery gone = new ContextQuery(TENANT, new RecordId(999, 0, 1), 1, 1);
    assertThat(store.reader().around(gone)).isEmpty();
  }

  @Test
  void givesRecordsInTheOrderOfTheirCommits() {
    append(record(9, "a", SeverityNumber.INFO, "first"), record(1, "a", SeverityNumber.INFO, "b"));
    append(batch("other", "", TODAY, List.of(record(0, "x", SeverityNumber.INFO, "not mine"))));
    append(record(5, "a", SeverityNumber.INFO, "last"));

    RecordId start = new RecordId(0, 0, 0);
    List<StoredRecord> two = store.reader().since(TENANT, start, 2);
    assertThat(bodies(two)).containsExactly("first", "b");
    List<StoredRecord> rest = store.reader().since(TENANT, two.getLast().id(), 10);
    assertThat(bodies(rest)).containsExactly("last");
    assertThat(store.reader().since(TENANT, rest.getLast().id(), 10)).isEmpty();
  }
}
