package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.predicate.OneOf;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountDelta;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.testkit.SampleRecords;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class RollupAnswersTest {
  private static final List<Field> FIELDS =
      List.of(Field.of("service"), Field.of("severity_number"), Field.of("template_id"));

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void countAsTheRecordsDo(
      @ForAll long seed,
      @ForAll Set<Dimension> by,
      @ForAll @LongRange(min = 0, max = 260_000) long from,
      @ForAll @LongRange(min = 0, max = 260_000) long millis,
      @ForAll @IntRange(min = 1, max = 3) int minutes) {
    RandomRecords random = new RandomRecords(seed);
    try (FixtureStore store = new FixtureStore()) {
      for (int i = 0; i < 3; i++) {
        store.append(
            SampleRecords.batch(
                SampleRecords.TENANT,
                "",
                FixtureStore.PARTITIONS.get(i % 2),
                random.records(20).stream().map(RollupAnswersTest::withPlainResource).toList()));
      }
      TimeSpan span =
          new TimeSpan(
              SampleRecords.time(from / 1_000.0), SampleRecords.time((from + millis) / 1_000.0));
      for (int i = 0; i < 10; i++) {
        Predicate predicate = random.predicate(2, FIELDS);
        Selection selection =
            new Selection(SampleRecords.TENANT, i == 0 ? TimeSpan.ALL : span, predicate, "");
        CountQuery query = new CountQuery(selection, by, Duration.ofMinutes(minutes));
        assertThat(store.reader().counts(query))
            .as(span + " " + predicate.toJson())
            .containsExactlyInAnyOrderElementsOf(store.expected().counts(query));
      }
    }
  }

  @Test
  void countThroughMorePartsThanOneStatementReads() {
    try (FixtureStore store = new FixtureStore()) {
      for (int i = 0; i < 66; i++) {
        store.append(
            SampleRecords.batch(
                SampleRecords.TENANT,
                "",
                new Partition(SampleRecords.TODAY.day(), "class" + i),
                new RandomRecords(i).records(2)));
      }
      Selection all = Selection.all(SampleRecords.TENANT);
      Selection some = all.during(new TimeSpan(SampleRecords.time(70), SampleRecords.time(170)));
      for (Selection selection : List.of(all, some)) {
        CountQuery query = CountQuery.by(selection, Dimension.SEVERITY);
        assertThat(store.reader().counts(query))
            .containsExactlyInAnyOrderElementsOf(store.expected().counts(query));
      }
    }
  }

  private static LogRecord withPlainResource(LogRecord record) {
    String service = record.severityText();
    Resource resource = service.isEmpty() ? Resource.EMPTY : Resource.ofService(service);
    return record.toBuilder().resource(resource).build();
  }

  @Test
  void sufficeForWholeMinutesOnly() {
    try (FixtureStore store = new FixtureStore()) {
      Selection all = Selection.all(SampleRecords.TENANT);
      TimeSpan minute = new TimeSpan(SampleRecords.time(60), SampleRecords.time(120));
      TimeSpan seconds = new TimeSpan(SampleRecords.time(61), SampleRecords.time(120));

      assertThat(store.reader().isCounted(CountQuery.total(all.during(minute)))).isTrue();
      assertThat(store.reader().isCounted(CountQuery.total(all.during(seconds)))).isFalse();
      assertThat(store.reader().isCounted(inBuckets(all, Duration.ofMinutes(5)))).isTrue();
      assertThat(store.reader().isCounted(inBuckets(all, Duration.ofSeconds(90)))).isFalse();
    }
  }

  @Test
  void doNotAnswerWhatIsAskedAboutServicesThatAreNoText() {
    Field service = Field.of("service");
    Resource number = new Resource(Attributes.builder().put("service.name", 17).build());
    Resource bool = new Resource(Attributes.builder().put("service.name", false).build());
    try (FixtureStore store = new FixtureStore()) {
      List<LogRecord> records =
          Stream.of(number, bool, Resource.ofService("web"))
              .map(resource ->
                  SampleRecords.record(1, "", SeverityNumber.INFO, "a").toBuilder()
                      .resource(resource)
                      .build())
              .toList();
      store.append(
          SampleRecords.batch(
              SampleRecords.TENANT, "", FixtureStore.PARTITIONS.getFirst(), records));
      for (Predicate predicate :
          List.of(
              new Equals(service, AnyValue.of(17)),
              new OneOf(service, List.of(AnyValue.of("x"), AnyValue.of(false))),
              new NumberRange(service, new NumberRange.Bound(AnyValue.of(1), true), null))) {
        CountQuery query = CountQuery.total(Selection.all(SampleRecords.TENANT).where(predicate));
        assertThat(store.reader().isCounted(query)).isFalse();
        assertThat(store.reader().counts(query))
            .as(predicate.toJson())
            .extracting(Count::records)
            .containsExactly(1L);
      }
    }
  }

  private static CountQuery inBuckets(Selection selection, Duration bucket) {
    return new CountQuery(selection, Set.of(Dimension.TIME), bucket);
  }

  @Test
  void haveWhatWasCountedAndLetGo() {
    CountDelta letGo = new CountDelta(7, "web", SeverityNumber.INFO, 29_000_000, 5, 60);
    LedgerDelta ledger = new LedgerDelta("test", "web", Reason.QUOTA, 5);
    Batch batch =
        new Batch(
            "",
            SampleRecords.TODAY,
            SampleRecords.TENANT,
            "test",
            List.of(),
            List.of(letGo),
            List.of(ledger),
            List.of());
    try (FixtureStore store = new FixtureStore()) {
      store.append(batch);
      store.append(batch);

      assertThat(
              store
                  .reader()
                  .counts(
                      CountQuery.by(
                          Selection.all(SampleRecords.TENANT),
                          Dimension.SERVICE,
                          Dimension.SEVERITY,
                          Dimension.TEMPLATE)))
          .singleElement()
          .extracting(Count::serviceName, Count::templateId, Count::records, Count::bytes)
          .containsExactly("web", 7L, 10L, 120L);
      assertThat(store.reader().volumes(SampleRecords.TENANT, SampleRecords.TODAY.day())).isEmpty();
    }
  }
}
