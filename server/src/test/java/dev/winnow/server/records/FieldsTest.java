package dev.winnow.server.records;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.records.FieldsAnswer.FieldAnswer;
import dev.winnow.storage.Selection;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FieldsTest {
  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 1_000);
  private final Fields fields = new Fields(store.reader());

  private static LogRecord with(double seconds, Attributes attributes) {
    return record(seconds, "cart", SeverityNumber.INFO, "text").toBuilder()
        .attributes(attributes)
        .build();
  }

  private FieldsAnswer all() {
    return fields.fields(Selection.all(TENANT), 100, 1_000);
  }

  private FieldAnswer field(String name) {
    return all().fields().stream()
        .filter(field -> field.field().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() {
    return all().fields().stream().map(FieldAnswer::field).toList();
  }

  @Test
  void listsWhatRecordsHaveTheMostFrequentFirst() {
    store.append(
        batch(
            with(-2, Attributes.builder().put("user", "a").put("took", 5).build()),
            with(-1, Attributes.builder().put("user", "b").put("ok", true).build())));

    assertThat(names())
        .containsExactly(
            "attributes.user",
            "body",
            "level",
            "observed_timestamp",
            "service",
            "severity_text",
            "template_id",
            "timestamp",
            "attributes.ok",
            "attributes.took");
    assertThat(field("attributes.took"))
        .isEqualTo(new FieldAnswer("attributes.took", "number", 1, .5));
    assertThat(field("attributes.ok").type()).isEqualTo("boolean");
    assertThat(field("timestamp").type()).isEqualTo("time");
    assertThat(field("level").type()).isEqualTo("text");
    assertThat(field("service")).isEqualTo(new FieldAnswer("service", "text", 2, 1));
    assertThat(all().isComplete()).isTrue();
    assertThat(all().sampledRecords()).isEqualTo(2);
  }

  @Test
  void followsPathsAndCountsEachRecordOnce() {
    Attributes inner = Attributes.builder().put("status", 503).put("", "x").build();
    store.append(
        batch(
            with(
                -1,
                Attributes.builder()
                    .put("http", AnyValue.of(inner))
                    .put("http.status", "twice")
                    .put("list", AnyValue.of(List.of(AnyValue.of(1))))
                    .put("nothing", AnyValue.empty())
                    .build())));

    assertThat(field("attributes.http.status"))
        .isEqualTo(new FieldAnswer("attributes.http.status", "mixed", 1, 1));
    assertThat(field("attributes.list").type()).isEqualTo("list");
    assertThat(names()).noneMatch(name -> name.endsWith(".") || name.contains("nothing"));
  }

  @Test
  void looksIntoABodyThatIsNoText() {
    AnyValue body = AnyValue.of(Attributes.of("event", AnyValue.of("login")));
    store.append(batch(record(-1, "cart", SeverityNumber.INFO, "").toBuilder().body(body).build()));

    assertThat(names()).contains("body.event").doesNotContain("body");
  }

  @Test
  void saysThatItLookedAtSomeOnly() {
    store.append(
        batch(
            with(-2, Attributes.of("old", AnyValue.of(1))),
            with(-1, Attributes.of("new", AnyValue.of(1)))));

    FieldsAnswer newest = fields.fields(Selection.all(TENANT), 1, 3);

    assertThat(newest.sampledRecords()).isEqualTo(1);
    assertThat(newest.isComplete()).isFalse();
    assertThat(newest.fields()).hasSize(3);
    assertThat(newest.otherFields()).isEqualTo(5);
    assertThat(names()).contains("attributes.old", "attributes.new");
  }

  @Test
  void isBoundedWhateverRecordsHave() {
    Attributes.Builder many = Attributes.builder();
    for (int i = 0; i < 2 * FieldTally.MOST; i++) {
      many.put("key " + i + "\u202e<script>", i);
    }
    store.append(
        batch(with(-2, many.build()), with(-1, Attributes.of("k".repeat(300), AnyValue.of(1)))));

    FieldsAnswer answer = all();

    assertThat(answer.fields()).hasSize(1_000);
    assertThat(answer.otherFields()).isEqualTo(FieldTally.MOST - 1_000);
    assertThat(answer.fields())
        .allSatisfy(field -> {
          String name = field.field().equals("level") ? "severity_number" : field.field();
          assertThat(Field.of(name)).isNotNull();
        });
  }

  @Test
  void findsNothingWhereNothingIsSelected() {
    assertThat(all()).isEqualTo(new FieldsAnswer(List.of(), 0, true, 0));
  }
}
