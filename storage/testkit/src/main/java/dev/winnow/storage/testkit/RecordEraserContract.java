package dev.winnow.storage.testkit;

import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.TODAY;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static dev.winnow.storage.testkit.SampleRecords.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.predicate.Contains;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.Erasure;
import dev.winnow.storage.Facet;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.Partition;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Segment;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateChange;
import dev.winnow.storage.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link dev.winnow.storage.RecordEraser} does. */
public abstract class RecordEraserContract extends LogStoreContract {
  private static final LogRecord LEAK = record(0, "a", SeverityNumber.INFO, "login hunter2");
  private static final LogRecord SAME_MINUTE = record(1, "a", SeverityNumber.INFO, "login ok");
  private static final LogRecord OTHER_LEAK =
      record(90, "b", SeverityNumber.ERROR, "is hunter2 ok");
  private static final LogRecord LAST = record(91, "b", SeverityNumber.INFO, "bye");

  private static Selection leaks() {
    return all().where(new Contains(Field.of("body"), "hunter2"));
  }

  private Erasure everyLeak() {
    return new Erasure(leaks(), store.commitSignal().last());
  }

  /** Erases, and returns how many records were said to go. */
  private List<Long> erase(Erasure erasure) {
    List<Long> records = new ArrayList<>();
    store.recordEraser().erase(erasure, found -> records.add(found.records()));
    return records;
  }

  private void appendAll() {
    append(LEAK, SAME_MINUTE);
    append(OTHER_LEAK, LAST);
  }

  @Test
  void erasesWhatIsSelectedOnly() {
    appendAll();
    assertThat(erase(everyLeak())).containsExactly(2L);
    assertThat(bodies(all())).containsExactly("bye", "login ok");
    assertThat(bodies(store.reader().since(TENANT, new RecordId(0, 0, 0), 10)))
        .containsExactly("login ok", "bye");
    assertThat(bodies(all().containing("hunter2"))).isEmpty();
  }

  @Test
  void countsOnlyWhatIsLeft() {
    appendAll();
    erase(everyLeak());
    assertThat(store.reader().counts(CountQuery.total(all())))
        .extracting(Count::records, Count::bytes)
        .containsExactly(tuple(2L, 11L));
    assertThat(store.reader().counts(CountQuery.by(all(), Dimension.TEMPLATE, Dimension.SERVICE)))
        .extracting(Count::serviceName, Count::templateId, Count::records)
        .containsExactlyInAnyOrder(
            tuple("a", SampleRecords.templateId(SAME_MINUTE), 1L),
            tuple("b", SampleRecords.templateId(LAST), 1L));
    assertThat(store.reader().facet(new FacetQuery(all(), Field.of("severity_text"), 10)).values())
        .extracting(Facet.Value::records)
        .containsExactly(2L);
    assertThat(store.segmentStore().segments().stream().mapToLong(Segment::records).sum())
        .isEqualTo(2);
  }

  @Test
  void previewsWhatWouldGo() {
    appendAll();
    assertThat(store.recordEraser().preview(everyLeak()))
        .extracting(Count::serviceName, Count::records, Count::earliest)
        .containsExactlyInAnyOrder(tuple("a", 1L, time(0)), tuple("b", 1L, time(60)));
    assertThat(bodies(leaks())).hasSize(2);
    erase(everyLeak());
    assertThat(store.recordEraser().preview(everyLeak())).isEmpty();
  }

  @Test
  void leavesWhatWasCommittedLater() {
    append(LEAK);
    Erasure before = everyLeak();
    append(OTHER_LEAK);
    assertThat(store.recordEraser().preview(before))
        .extracting(Count::serviceName)
        .containsExactly("a");
    assertThat(erase(before)).containsExactly(1L);
    assertThat(bodies(all())).containsExactly("is hunter2 ok");
  }

  @Test
  void leavesWhatHappenedAtAnotherTime() {
    appendAll();
    Selection early = leaks().during(new TimeSpan(time(0), time(90)));
    erase(new Erasure(early, store.commitSignal().last()));
    assertThat(bodies(all())).containsExactly("bye", "is hunter2 ok", "login ok");
  }

  @Test
  void leavesTheRecordsOfOtherTenants() {
    append(LEAK);
    append(batch("other", "", TODAY, List.of(LEAK)));
    erase(everyLeak());
    assertThat(bodies(all())).isEmpty();
    assertThat(bodies(Selection.all("other"))).containsExactly("login hunter2");
    assertThat(store.reader().counts(CountQuery.total(Selection.all("other"))))
        .extracting(Count::records)
        .containsExactly(1L);
  }

  @Test
  void erasesFromAllPartitions() {
    append(LEAK, SAME_MINUTE);
    clock.advance(Duration.ofDays(1));
    Partition tomorrow = new Partition(TODAY.day().plusDays(1), "default");
    append(batch(TENANT, "", tomorrow, List.of(LEAK)));
    append(batch(TENANT, "", new Partition(tomorrow.day(), "other"), List.of(LAST, LEAK)));
    assertThat(erase(everyLeak())).containsExactly(3L);
    assertThat(bodies(all())).containsExactly("bye", "login ok");
  }

  @Test
  void keepsTheLedgerAndTheIdentitiesOfBatches() {
    append(batch(TENANT, "k", TODAY, List.of(LEAK)));
    erase(everyLeak());
    assertThat(store.ledger().entries(TENANT))
        .singleElement()
        .satisfies(entry -> assertThat(entry.records()).isEqualTo(1));
    assertThat(store.writer().append(batch(TENANT, "k", TODAY, List.of(LEAK))).isDuplicate())
        .isTrue();
    assertThat(bodies(all())).isEmpty();
  }

  @Test
  void forgetsTheTextsOfTemplatesThatNoRecordHasAnyMore() {
    appendAll();
    append(batch("other", "", TODAY, List.of(OTHER_LEAK)));
    long login = SampleRecords.templateId(LEAK);
    long is = SampleRecords.templateId(OTHER_LEAK);
    long bye = SampleRecords.templateId(LAST);
    List<Set<Long>> told = new ArrayList<>();
    store.recordEraser().erase(everyLeak(), found -> told.add(found.lastOf()));
    assertThat(told).containsExactly(Set.of(is));
    assertThat(texts(TENANT))
        .containsExactlyInAnyOrderEntriesOf(Map.of(login, "login <*>", is, "", bye, "bye <*>"));
    assertThat(texts("other")).containsExactly(Map.entry(is, "is <*>"));
    append(OTHER_LEAK);
    assertThat(texts(TENANT)).containsEntry(is, "is <*>");
  }

  @Test
  void keepsTheTextOfATemplateThatStandsForOthers() {
    appendAll();
    long is = SampleRecords.templateId(OTHER_LEAK);
    long bye = SampleRecords.templateId(LAST);
    append(
        new Batch(
            "",
            TODAY,
            TENANT,
            "test",
            List.of(),
            List.of(),
            List.of(),
            List.of(new TemplateChange.Merged(bye, is))));
    erase(everyLeak());
    assertThat(texts(TENANT)).containsEntry(is, "is <*>").containsEntry(bye, "bye <*>");
  }

  private Map<Long, String> texts(String tenantId) {
    return store.templates().templates(tenantId).stream()
        .collect(Collectors.toMap(StoredTemplate::templateId, StoredTemplate::text));
  }

  @Test
  void erasesAgainAndTakesMoreIn() {
    appendAll();
    erase(everyLeak());
    assertThat(erase(everyLeak())).containsExactly(0L);
    append(LEAK, LAST);
    assertThat(bodies(all())).containsExactly("bye", "bye", "login ok", "login hunter2");
    assertThat(erase(everyLeak())).containsExactly(1L);
    assertThat(bodies(all())).containsExactly("bye", "bye", "login ok");
  }

  @Test
  void erasesNothingIfTheNumberIsNotTaken() {
    appendAll();
    WinnowException full = new WinnowException(ErrorCode.CONTROL_STORE_UNAVAILABLE, "full");
    assertThatThrownBy(() ->
            store
                .recordEraser()
                .erase(
                    everyLeak(),
                    found -> {
                      throw full;
                    }))
        .isSameAs(full);
    assertThat(bodies(all())).hasSize(4);
  }
}
