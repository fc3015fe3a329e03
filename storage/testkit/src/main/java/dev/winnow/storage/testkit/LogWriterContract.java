package dev.winnow.storage.testkit;

import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.TODAY;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.kept;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.Partition;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link dev.winnow.storage.LogWriter} does. */
public abstract class LogWriterContract extends LogStoreContract {
  private static final LogRecord COMPLETE =
      LogRecord.builder()
          .timestamp(SampleRecords.time(1))
          .observedTimestamp(SampleRecords.time(2))
          .severityNumber(SeverityNumber.WARN2)
          .severityText("Warnung")
          .body(AnyValue.of("größer als <b>1'\";--\u0000\ud83d\ude00\n\\x"))
          .attributes(
              Attributes.builder()
                  .put("int", Long.MIN_VALUE)
                  .put("double", 1.0)
                  .put("tiny", 4.9e-324)
                  .put("infinite", Double.NEGATIVE_INFINITY)
                  .put("text", "1")
                  .put("empty text", "")
                  .put("flag", false)
                  .put("bytes", new AnyValue.BytesValue(new byte[] {0, -1, 2}))
                  .put("none", AnyValue.empty())
                  .put("list", AnyValue.of(List.of(AnyValue.of(1), AnyValue.of("a"))))
                  .put("map", AnyValue.of(Attributes.of("a.b", AnyValue.of(2))))
                  .put("a.\"quoted\".key", "x")
                  .put("", "a key without characters")
                  .build())
          .resource(
              new Resource(
                  Attributes.builder()
                      .put("service.name", "checkout")
                      .put("process.pid", 17)
                      .build()))
          .scope(
              new InstrumentationScope(
                  "dev.shop.Cart", "1.2", Attributes.of("k", AnyValue.of(true))))
          .eventName("cart.emptied")
          .traceId("0af7651916cd43dd8448eb211c80319c")
          .spanId("f7ad6b7169203331")
          .traceFlags(255)
          .droppedAttributesCount(3)
          .build();

  @Test
  void keepsEveryFieldOfARecord() {
    KeptRecord kept = new KeptRecord(COMPLETE, -5, true, new Sampling(1, Reason.NO_POLICY), 99);
    append(new Batch("", TODAY, TENANT, "test", List.of(kept), List.of(), List.of(), List.of()));

    assertThat(newest(all()))
        .singleElement()
        .satisfies(stored -> {
          assertThat(stored.kept()).isEqualTo(kept);
          assertThat(stored.receiver()).isEqualTo("test");
        });
  }

  @Test
  void keepsARecordOfWhichNothingIsKnown() {
    LogRecord bare = LogRecord.builder().observedTimestamp(SampleRecords.time(0)).build();
    append(bare);

    assertThat(newest(all())).extracting(StoredRecord::kept).containsExactly(kept(bare));
  }

  @Test
  void keepsABodyThatIsAnObject() {
    LogRecord object = COMPLETE.toBuilder().body(AnyValue.of(COMPLETE.attributes())).build();
    append(object);

    assertThat(newest(all())).extracting(StoredRecord::kept).containsExactly(kept(object));
  }

  @Test
  void tellsANumberFromItsText() {
    List<AnyValue> bodies =
        List.of(
            AnyValue.of("1"),
            AnyValue.of(1),
            AnyValue.of(1.0),
            AnyValue.of("true"),
            AnyValue.of(true),
            AnyValue.of("null"),
            AnyValue.of(""),
            AnyValue.of("{}"),
            AnyValue.of(Attributes.EMPTY),
            AnyValue.of(List.of()),
            AnyValue.of(Double.NaN));
    for (AnyValue body : bodies) {
      append(COMPLETE.toBuilder().body(body).build());
    }

    assertThat(store.reader().since(TENANT, new RecordId(0, 0, 0), 100))
        .extracting(stored -> stored.kept().record().body())
        .containsExactlyElementsOf(bodies);
  }

  @Test
  void keepsLongBodies() {
    String body = "ä<>\n".repeat(200_000);
    append(record(0, "a", SeverityNumber.INFO, body));

    assertThat(bodies(all())).containsExactly(body);
  }

  @Test
  void keepsALargeBatchInOrder() {
    LogRecord[] records =
        IntStream.range(0, 30_000)
            .mapToObj(i -> record(i, "s" + i % 7, SeverityNumber.INFO, "line " + i))
            .toArray(LogRecord[]::new);
    append(records);

    assertThat(store.reader().counts(CountQuery.total(all())))
        .singleElement()
        .satisfies(count -> assertThat(count.records()).isEqualTo(30_000));
    List<StoredRecord> page = store.reader().since(TENANT, new RecordId(1, 20_999, 99_999), 2);
    assertThat(bodies(page)).containsExactly("line 21000", "line 21001");
  }

  @Test
  void numbersCommitsInOrder() {
    Commit first = store.writer().append(batch(record(0, "a", SeverityNumber.INFO, "x")));
    Commit second = store.writer().append(batch(record(0, "a", SeverityNumber.INFO, "y")));

    assertThat(first.isDuplicate()).isFalse();
    assertThat(second.sequence()).isGreaterThan(first.sequence());
    assertThat(newest(all()))
        .extracting(stored -> stored.id().sequence())
        .containsExactly(second.sequence(), first.sequence());
  }

  @Test
  void recognisesARepeatedBatch() {
    Batch batch = batch(TENANT, "k-1", TODAY, List.of(record(0, "a", SeverityNumber.INFO, "once")));
    Commit first = store.writer().append(batch);
    Commit second = store.writer().append(batch);

    assertThat(second).isEqualTo(new Commit(first.sequence(), true));
    assertThat(bodies(all())).containsExactly("once");
    assertThat(store.ledger().entries(TENANT))
        .containsExactly(new LedgerEntry(TENANT, "test", "a", Reason.NO_POLICY, 1));
  }

  @Test
  void letsTwoTenantsUseTheSameIdentity() {
    List<LogRecord> records = List.of(record(0, "a", SeverityNumber.INFO, "mine"));
    append(batch(TENANT, "k", TODAY, records));
    Commit other = store.writer().append(batch("other", "k", TODAY, records));

    assertThat(other.isDuplicate()).isFalse();
  }

  @Test
  void acceptsAnEmptyBatch() {
    append(batch());

    assertThat(newest(all())).isEmpty();
  }

  @Test
  void takesBatchesOfManyThreads() throws InterruptedException, ExecutionException {
    List<Future<Commit>> commits = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        Batch batch =
            batch(
                record(i, "a", SeverityNumber.INFO, "one " + i),
                record(i, "a", SeverityNumber.INFO, "two " + i));
        commits.add(threads.submit(() -> store.writer().append(batch)));
      }
    }
    Set<Long> sequences = new HashSet<>();
    for (Future<Commit> commit : commits) {
      sequences.add(commit.get().sequence());
    }
    assertThat(sequences).hasSize(40);
    assertThat(new HashSet<>(bodies(all()))).hasSize(80);
  }

  @Test
  void takesBatchesOfSeveralPartitions() {
    LogRecord record = record(0, "a", SeverityNumber.INFO, "x");
    append(batch(TENANT, "", TODAY, List.of(record)));
    append(batch(TENANT, "", new Partition(TODAY.day(), "short"), List.of(record)));
    append(
        batch(TENANT, "", new Partition(LocalDate.of(2026, 11, 22), "default"), List.of(record)));

    assertThat(newest(all())).hasSize(3);
  }

  @Test
  void refusesBatchesWhenClosed() {
    LogRecord record = record(0, "a", SeverityNumber.INFO, "x");
    store.close();

    assertThatThrownBy(() -> append(record))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
    assertThatThrownBy(() -> store.check()).isInstanceOf(WinnowException.class);
  }

  @Test
  void givesIdsThatFindTheirRecords() {
    append(record(0, "a", SeverityNumber.INFO, "x"), record(1, "a", SeverityNumber.INFO, "y"));

    for (StoredRecord stored : newest(all())) {
      RecordId sameId = RecordId.parse(stored.id().toString());
      assertThat(store.reader().find(TENANT, sameId)).contains(stored);
      assertThat(store.reader().find("other", sameId)).isEmpty();
    }
    assertThat(store.reader().find(TENANT, new RecordId(1, 2, 0))).isEmpty();
  }

  @Test
  void countsBytesAsGiven() {
    String body = "straße";
    append(record(0, "a", SeverityNumber.INFO, body));

    assertThat(store.reader().counts(CountQuery.total(all())))
        .singleElement()
        .satisfies(count ->
            assertThat(count.bytes()).isEqualTo(body.getBytes(StandardCharsets.UTF_8).length));
  }
}
