package dev.winnow.server.templates;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.records.RecordAnswer;
import dev.winnow.server.records.RecordExtent;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.server.templates.TemplateAnswer.ServiceCount;
import dev.winnow.server.templates.TemplateListing.Sort;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TemplateChange;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TemplatesTest {
  private final MovableClock clock = new MovableClock(NOW);
  private final InMemoryLogStore store = new InMemoryLogStore(clock, 1_000);
  private final Templates templates = new Templates(store.reader(), store.templates());
  private final Selection lastDay = new SelectionReader(TENANT, NOW).recent(Templates.DEFAULT_SPAN);

  @BeforeEach
  void append() {
    store.append(
        batch(
            record(-3_000, "cart", SeverityNumber.INFO, "Added one"),
            record(-2_000, "cart", SeverityNumber.INFO, "Added two"),
            record(-1_000, "checkout", SeverityNumber.WARN, "Added three"),
            record(-30, "cart", SeverityNumber.ERROR, "Failed with a long message")));
    clock.advance(Duration.ofSeconds(10));
    store.append(batch(record(-20, "cart", SeverityNumber.INFO, "Closed it")));
  }

  private static long idOf(String word) {
    return SampleRecords.templateId(record(0, "", SeverityNumber.INFO, word));
  }

  private static String hex(String word) {
    return HexFormat.of().toHexDigits(idOf(word));
  }

  private TemplateList list(long min, long max, Sort sort, int limit) {
    return templates.list(new TemplateListing(lastDay, min, max, sort, limit));
  }

  private static List<String> texts(TemplateList list) {
    return list.patterns().stream().map(pattern -> String.valueOf(pattern.template())).toList();
  }

  @Test
  void tellsEverythingAboutATemplate() {
    TemplateList list = list(0, Long.MAX_VALUE, Sort.COUNT, 100);

    assertThat(list.patterns().getFirst())
        .isEqualTo(
            new TemplateAnswer(
                hex("Added"),
                "Added <*>",
                3,
                "Added oneAdded twoAdded three".length(),
                .6,
                Instant.parse("2026-11-21T11:10:00Z"),
                Instant.parse("2026-11-21T11:43:00Z"),
                Map.of("WARN", 1L, "INFO", 2L),
                List.of(new ServiceCount("cart", 2), new ServiceCount("checkout", 1)),
                trend(23, 3)));
    assertThat(list.trendStart()).isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(list.trendIntervalSeconds()).isEqualTo(3_600);
    assertThat(list.startTime()).isEqualTo(Instant.parse("2026-11-20T12:01:00Z"));
    assertThat(list.endTime()).isEqualTo(Instant.parse("2026-11-21T12:01:00Z"));
  }

  private static List<Long> trend(int index, long records) {
    List<Long> trend = new ArrayList<>(Collections.nCopies(25, 0L));
    trend.set(index, records);
    return trend;
  }

  @Test
  void addsUpToAllRecords() {
    TemplateList all = list(0, Long.MAX_VALUE, Sort.COUNT, 100);
    TemplateList frequent = list(2, Long.MAX_VALUE, Sort.COUNT, 100);
    TemplateList rare = list(0, 1, Sort.BYTES, 1);

    assertThat(List.of(all.totalRecords(), all.otherRecords())).containsExactly(5L, 0L);
    assertThat(texts(frequent)).containsExactly("Added <*>");
    assertThat(List.of(frequent.totalRecords(), frequent.otherRecords())).containsExactly(5L, 2L);
    assertThat(List.of(frequent.totalPatterns(), frequent.otherPatterns())).containsExactly(3L, 2L);
    assertThat(texts(rare)).containsExactly("Failed <*>");
    assertThat(List.of(rare.totalRecords(), rare.otherRecords())).containsExactly(5L, 4L);
  }

  @Test
  void tellsTheSameOfATemplateWhetherAllAreListedOrOne() {
    TemplateList all = list(0, Long.MAX_VALUE, Sort.COUNT, 100);
    TemplateList one = list(0, Long.MAX_VALUE, Sort.COUNT, 1);

    assertThat(all.patterns()).hasSize(3);
    assertThat(one.patterns()).containsExactly(all.patterns().getFirst());
  }

  @Test
  void addsUpToAllBytes() {
    TemplateList frequent = list(2, Long.MAX_VALUE, Sort.COUNT, 100);
    long others = "Failed with a long messageClosed it".length();

    assertThat(frequent.otherBytes()).isEqualTo(others);
    assertThat(frequent.totalBytes()).isEqualTo(frequent.patterns().getFirst().bytes() + others);
    assertThat(templates.history(lastDay, idOf("Added")).totalBytes())
        .isEqualTo(frequent.totalBytes());
  }

  @Test
  void sortsByCountSizeOrAge() {
    assertThat(texts(list(0, 9, Sort.COUNT, 1))).containsExactly("Added <*>");
    assertThat(texts(list(0, 9, Sort.BYTES, 3)))
        .containsExactly("Added <*>", "Failed <*>", "Closed <*>");
    assertThat(texts(list(0, 9, Sort.FIRST_SEEN, 1))).containsExactly("Closed <*>");
    assertThat(texts(list(0, 9, Sort.RAREST, 2))).containsExactly("Closed <*>", "Failed <*>");
  }

  /** It is learned last, but its record is of the day before all others. */
  @Test
  void isAsOldAsItsFirstRecord() {
    store.append(batch(record(-50_000, "cart", SeverityNumber.INFO, "Imported it")));

    TemplateList newest = list(0, 9, Sort.FIRST_SEEN, 4);

    assertThat(texts(newest))
        .containsExactly("Closed <*>", "Failed <*>", "Added <*>", "Imported <*>");
    assertThat(newest.patterns().getLast().firstSeen())
        .isEqualTo(Instant.parse("2026-11-20T22:06:00Z"));
  }

  @Test
  void countsOnlyWhatIsSelected() {
    Selection errors =
        new SelectionReader(TENANT, NOW).levels(List.of("error")).recent(Templates.DEFAULT_SPAN);

    TemplateList list = templates.list(new TemplateListing(errors, 0, 9, Sort.COUNT, 10));

    assertThat(texts(list)).containsExactly("Failed <*>");
    assertThat(list.patterns().getFirst().share()).isEqualTo(1);
    assertThat(list.totalRecords()).isEqualTo(1);
  }

  @Test
  void hasNoTemplatesWithoutRecords() {
    Selection nothing = new SelectionReader("other", NOW).recent(Templates.DEFAULT_SPAN);

    TemplateList list = templates.list(new TemplateListing(nothing, 0, 9, Sort.COUNT, 10));

    assertThat(list.patterns()).isEmpty();
    assertThat(list.totalRecords()).isZero();
  }

  @Test
  void refusesBoundsTheWrongWayRound() {
    assertThatThrownBy(() -> list(5, 4, Sort.COUNT, 1))
        .hasMessage("min_count is '5', and a number up to max_count, which is 4, is allowed");
  }

  @Test
  void saysThatAnIdIsAnAlias() {
    merge("Failed", "Added");

    TemplateHistory history = templates.history(lastDay, idOf("Failed"));

    assertThat(history.requestedId()).isEqualTo(hex("Failed"));
    assertThat(history.isAlias()).isTrue();
    assertThat(history.pattern().templateId()).isEqualTo(hex("Added"));
    assertThat(history.pattern().count()).isEqualTo(4);
    assertThat(history.totalRecords()).isEqualTo(5);
    assertThat(history.absorbed())
        .containsExactly(
            new TemplateHistory.Absorbed(
                hex("Failed"),
                "Failed <*>",
                Instant.parse("2026-11-21T12:00:00Z"),
                hex("Added"),
                Instant.parse("2026-11-21T12:00:10Z")));
    assertThat(templates.history(lastDay, idOf("Added")).isAlias()).isFalse();
  }

  private void merge(String word, String into) {
    store.append(
        new Batch(
            "",
            SampleRecords.TODAY,
            TENANT,
            "test",
            List.of(),
            List.of(),
            List.of(),
            List.of(new TemplateChange.Merged(idOf(word), idOf(into)))));
  }

  @Test
  void knowsATemplateWithoutSelectedRecords() {
    Selection past = new SelectionReader(TENANT, NOW).startTime("3h").endTime("2h").selection();

    TemplateAnswer pattern = templates.history(past, idOf("Added")).pattern();

    assertThat(pattern.count()).isZero();
    assertThat(pattern.share()).isZero();
    assertThat(pattern.lastSeen()).isNull();
    assertThat(pattern.firstSeen()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
  }

  @Test
  void knowsNoTemplateOfAnotherTenant() {
    Selection other = new SelectionReader("other", NOW).recent(Templates.DEFAULT_SPAN);

    assertThatThrownBy(() -> templates.history(other, idOf("Added")))
        .hasMessage("no template has or had the id " + hex("Added"));
  }

  @Test
  void spreadsExemplarsOverTime() {
    Exemplars exemplars = new Exemplars(store.reader(), store.templates());
    Selection hour = new SelectionReader(TENANT, NOW).startTime("1h").endTime("0s").selection();

    assertThat(exemplars.exemplars(hour, idOf("Added"), 2, RecordExtent.WHOLE).exemplars())
        .extracting(RecordAnswer::message)
        .containsExactly("Added three", "Added two");
    assertThat(exemplars.exemplars(hour, idOf("Added"), 20, RecordExtent.WHOLE).exemplars())
        .extracting(RecordAnswer::message)
        .containsExactly("Added three", "Added two", "Added one");
  }
}
