package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.predicate.Contains;
import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Exists;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.OneOf;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.predicate.StartsWith;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.duckdb.part.Lease;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.RecordTable;
import dev.winnow.storage.duckdb.table.PackedColumn;
import dev.winnow.storage.duckdb.table.PackedColumn.Kind;
import dev.winnow.storage.duckdb.table.PackedSchema;
import dev.winnow.storage.testkit.SampleRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.assertj.core.groups.Tuple;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;

/** Records of parts that were packed, beside what they were before. */
final class PackedRecordsTest {
  private static final int RECORDS = 400;
  private static final int SEED = 7;
  private static final String REQUEST_ID = requestId(new Random(SEED));
  private static final Selection ALL = Selection.all(SampleRecords.TENANT);

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void showsHostileRecordsAsTheyWere(@ForAll long seed) {
    try (FixtureStore store = new FixtureStore()) {
      append(store, new RandomRecords(seed).records(120));
      List<StoredRecord> before = all(store);
      store.store().pack(90);
      assertThat(all(store)).isEqualTo(before);
    }
  }

  @Test
  void takesAttributesApartByWhatTheyAre() {
    try (FixtureStore store = new FixtureStore()) {
      append(store, likeRecords());
      List<StoredRecord> before = all(store);
      store.store().pack(90);
      assertThat(all(store)).isEqualTo(before);
      assertThat(tables(store))
          .singleElement()
          .extracting(RecordTable::columns)
          .satisfies(columns ->
              assertThat(columns.values())
                  .extracting(PackedColumn::key, PackedColumn::kind)
                  .containsExactly(
                      Tuple.tuple("request.id", Kind.UUID_DIGITS),
                      Tuple.tuple("client.address", Kind.ADDRESS),
                      Tuple.tuple("user", Kind.TEXT),
                      Tuple.tuple("method", Kind.CHOICE),
                      Tuple.tuple("status", Kind.INTEGER),
                      Tuple.tuple("it's \"ok\"", Kind.BOOLEAN),
                      Tuple.tuple("duration_ms", Kind.DOUBLE),
                      Tuple.tuple("sql", Kind.LONG_TEXT),
                      Tuple.tuple("any", Kind.JSON)));
    }
  }

  @Test
  void sortsThirdsOfASlice() throws SQLException {
    try (FixtureStore store = new FixtureStore()) {
      List<LogRecord> records = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        records.add(SampleRecords.record(i, i % 2 == 0 ? "a" : "b", SeverityNumber.INFO, "hello"));
      }
      append(store, records);
      store.store().pack(records.size());
      assertThat(services(store, 0)).isEqualTo("aabbaabbaabb");
    }
  }

  @Test
  void sortsRecordsThatAreNotTakenApart() throws SQLException {
    try (FixtureStore store = new FixtureStore()) {
      append(store, withKeysInAnotherOrder(List.of()));
      store.store().pack(36);
      assertThat(services(store, 1)).isEqualTo("aabbaabbaabb");
    }
  }

  @Test
  void putsLargeRecordsBehindThoseThatAreSorted() throws SQLException {
    try (FixtureStore store = new FixtureStore()) {
      String large = "x".repeat(PackedSchema.MAX_PACKED_BYTES + 1);
      append(
          store,
          withKeysInAnotherOrder(
              List.of(SampleRecords.record(0, "c", SeverityNumber.INFO, large))));
      List<StoredRecord> before = all(store);
      store.store().pack(37);
      assertThat(services(store, 1)).isEqualTo("aabbaabbaabbc");
      assertThat(all(store)).isEqualTo(before);
    }
  }

  /** Some records, and thirty-six of which twelve have their keys in the order that is rarer. */
  private static List<LogRecord> withKeysInAnotherOrder(List<LogRecord> others) {
    List<LogRecord> records = new ArrayList<>(others);
    for (int i = 0; i < 36; i++) {
      Attributes.Builder attributes = Attributes.builder();
      attributes.put(i % 3 == 0 ? "second" : "first", 1);
      attributes.put(i % 3 == 0 ? "first" : "second", 1);
      records.add(
          LogRecord.builder()
              .timestamp(SampleRecords.time(i))
              .resource(Resource.ofService(i % 2 == 0 ? "a" : "b"))
              .body("hello")
              .attributes(attributes.build())
              .build());
    }
    return records;
  }

  @Test
  void takesRecordsApartUpToASize() throws SQLException {
    int most = PackedSchema.MAX_PACKED_BYTES;
    int key = "{'note':''}".length();
    try (FixtureStore store = new FixtureStore()) {
      append(
          store,
          List.of(
              sized("a", most, -1),
              sized("b", most + 1, -1),
              sized("a", 0, most - key),
              sized("b", 0, most - key + 1),
              sized("b", 0, 1 << 20)));
      List<StoredRecord> before = all(store);
      store.store().pack(90);
      assertThat(services(store, 0)).isEqualTo("aa");
      assertThat(services(store, 1)).isEqualTo("bbb");
      assertThat(all(store)).isEqualTo(before);
    }
  }

  /** A record with a body and a note of so many bytes; without the note if that is negative. */
  private static LogRecord sized(String service, int bodyBytes, int noteBytes) {
    Attributes.Builder attributes = Attributes.builder();
    if (noteBytes >= 0) {
      attributes.put("note", "x".repeat(noteBytes));
    }
    return LogRecord.builder()
        .timestamp(SampleRecords.time(0))
        .resource(Resource.ofService(service))
        .body("y".repeat(bodyBytes))
        .attributes(attributes.build())
        .build();
  }

  /** The services of the records in a table of one packed part, as they lie. */
  private static String services(FixtureStore store, int table) throws SQLException {
    try (Lease lease = store.store().lease();
        DuckDBConnection connection = store.store().engine().connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT string_agg(service_name, '' ORDER BY rowid) FROM "
                    + lease.parts().getFirst().tables().get(table).name())) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void readsOnlyTheColumnsThatAPathMayLeadThrough() {
    try (FixtureStore store = new FixtureStore()) {
      append(store, likeRecords());
      store.store().pack(90);
      assertThat(tables(store))
          .singleElement()
          .satisfies(table -> {
            assertThat(table.attributesAt("any.inner")).contains("any").doesNotContain("method");
            assertThat(table.attributesAt("anything")).isEqualTo("''");
          });
    }
  }

  @Test
  void answersFromColumnsAsFromRecords() {
    try (FixtureStore store = new FixtureStore()) {
      append(store, likeRecords());
      append(
          store,
          List.of(
              record(Attributes.builder().put("method", "GET").put("request.id", "none").build())));
      store.store().pack(90);
      assertThat(tables(store)).hasSize(2);
      for (String path :
          List.of(
              "request.id",
              "client.address",
              "user",
              "method",
              "status",
              "duration_ms",
              "sql",
              "any",
              "any.inner",
              "any.inner.deep",
              "method.inner",
              "missing")) {
        Field field = Field.of("attributes." + path);
        FacetQuery facet = new FacetQuery(ALL, field, 1000);
        assertThat(store.reader().facet(facet).values())
            .as(path)
            .containsExactlyInAnyOrderElementsOf(store.expected().facet(facet).values());
        for (Predicate predicate :
            List.of(
                new Exists(field),
                new Equals(field, AnyValue.of("GET")),
                new Equals(field, AnyValue.of("$bytes:aGk=")),
                new Equals(field, AnyValue.of(REQUEST_ID)),
                new Equals(field, AnyValue.of(REQUEST_ID.replace("-", ""))),
                new Equals(field, AnyValue.of(REQUEST_ID.replaceFirst("-(.)", "$1-"))),
                new Equals(field, AnyValue.of(204)),
                new Contains(field, "1"),
                new StartsWith(field, "1"))) {
          RecordQuery query =
              new RecordQuery(
                  ALL.where(predicate), RecordQuery.Order.NEWEST_FIRST, null, RECORDS + 1);
          assertThat(store.reader().search(query))
              .as(predicate.toJson())
              .isEqualTo(store.expected().search(query));
        }
      }
    }
  }

  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void findsTextsAndTracesInAllSlices(@ForAll long seed) {
    try (FixtureStore store = new FixtureStore()) {
      append(store, new RandomRecords(seed).records(120));
      List<LogRecord> words = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        words.add(
            LogRecord.builder()
                .timestamp(SampleRecords.time(200 + i / 2))
                .observedTimestamp(SampleRecords.time(300))
                .body((i % 2 == 0 ? "Kelvin \u212aelvin STRASSE " : "straße é ") + "word" + i / 4)
                .traceId("%032x".formatted(i / 4 + 1))
                .build());
      }
      append(store, words);
      List<Selection> selections = selections();
      List<List<Object>> before =
          selections.stream().map(selection -> answers(store.reader(), selection)).toList();
      store.store().pack(7);
      for (int i = 0; i < before.size(); i++) {
        Selection selection = selections.get(i);
        assertThat(answers(store.reader(), selection))
            .as(selection.toString())
            .isEqualTo(before.get(i));
      }
    }
  }

  @Test
  void findsTheTextsOfMoreTemplatesThanHaveAFilter() {
    try (FixtureStore store = new FixtureStore()) {
      List<LogRecord> words = new ArrayList<>();
      for (int i = 0; i < 1_100; i++) {
        String word = "word" + (char) ('g' + i % 20) + i;
        words.add(SampleRecords.record(i, "cart", SeverityNumber.INFO, word + " said"));
      }
      append(store, words);
      store.store().pack(2_000);
      for (String text : List.of("wordg0", "WORDH1 ", "wordz1099", "word", "nosuchword")) {
        assertThat(answers(store.reader(), ALL.containing(text)))
            .as(text)
            .isEqualTo(answers(store.expected(), ALL.containing(text)));
      }
    }
  }

  private static List<Selection> selections() {
    List<Selection> selections = new ArrayList<>();
    List<String> texts = new ArrayList<>(RandomRecords.TEXTS);
    texts.addAll(
        List.of(
            "word1",
            "WORD14",
            "kelvin",
            "\u212aELVIN",
            "elvin stra",
            "Straße É",
            "ß é word3",
            "nosuchword",
            "rd1"));
    Field body = Field.of("body");
    for (String text : texts) {
      selections.add(ALL.containing(text));
      selections.add(ALL.where(new Equals(body, AnyValue.of(text))));
      if (!text.isEmpty()) {
        selections.add(ALL.where(new Contains(body, text)));
        selections.add(ALL.where(new StartsWith(body, text)));
      }
    }
    Field trace = Field.of("trace_id");
    AnyValue seventh = AnyValue.of("%032x".formatted(7));
    for (String id :
        List.of("%032x".formatted(3), "%032x".formatted(99), RandomRecords.TRACES.get(1), "x")) {
      selections.add(ALL.where(new Equals(trace, AnyValue.of(id))));
      selections.add(ALL.where(new OneOf(trace, List.of(AnyValue.of(id), seventh))));
    }
    return selections;
  }

  /** The records, their number, and how many there are of each trace. */
  private static List<Object> answers(LogReader reader, Selection selection) {
    return List.of(
        reader.search(new RecordQuery(selection, RecordQuery.Order.NEWEST_FIRST, null, RECORDS)),
        reader.counts(CountQuery.total(selection)),
        Set.copyOf(reader.facet(new FacetQuery(selection, Field.of("trace_id"), 1000)).values()));
  }

  private static List<LogRecord> likeRecords() {
    Random random = new Random(SEED);
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      Attributes.Builder attributes = Attributes.builder();
      attributes.put("request.id", requestId(random));
      attributes.put("client.address", "10.1." + random.nextInt(256) + "." + random.nextInt(256));
      if (random.nextBoolean()) {
        attributes.put("user", random.nextInt(9) == 0 ? "$bytes:aGk=" : "user-" + i);
      }
      attributes.put("method", random.nextBoolean() ? "GET" : "it's");
      attributes.put("status", random.nextBoolean() ? Long.MIN_VALUE : 204L);
      if (random.nextBoolean()) {
        attributes.put("it's \"ok\"", random.nextBoolean());
      }
      attributes.put("duration_ms", random.nextDouble() * 100);
      attributes.put("sql", "SELECT * FROM orders WHERE order_id = " + i);
      attributes.put("any", any(random.nextInt(4)));
      records.add(record(attributes.build()));
    }
    return records;
  }

  private static String requestId(Random random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private static AnyValue any(int choice) {
    return switch (choice) {
      case 0 -> AnyValue.of(1L);
      case 1 -> AnyValue.of("GET");
      case 2 -> AnyValue.empty();
      default ->
          AnyValue.of(
              Attributes.builder()
                  .put("inner", AnyValue.of(Attributes.builder().put("deep", 204L).build()))
                  .build());
    };
  }

  private static LogRecord record(Attributes attributes) {
    return LogRecord.builder()
        .timestamp(SampleRecords.time(70))
        .observedTimestamp(SampleRecords.time(71))
        .body("hello")
        .attributes(attributes)
        .build();
  }

  private static void append(FixtureStore store, List<LogRecord> records) {
    store.append(SampleRecords.batch(SampleRecords.TENANT, "", SampleRecords.TODAY, records));
  }

  private static List<StoredRecord> all(FixtureStore store) {
    return store.reader().since(SampleRecords.TENANT, new RecordId(0, 0, 0), 1000);
  }

  private static List<RecordTable> tables(FixtureStore store) {
    try (Lease lease = store.store().lease()) {
      return lease.parts().stream().map(PartView::tables).flatMap(List::stream).toList();
    }
  }
}
