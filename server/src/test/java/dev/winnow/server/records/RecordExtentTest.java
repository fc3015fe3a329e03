package dev.winnow.server.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.records.RecordAnswer.Shortened;
import dev.winnow.server.request.Parameter;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.StoredRecord;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RecordExtentTest {
  private static final String LONG = "x".repeat(5_000);

  private static StoredRecord stored(AnyValue body, Attributes attributes) {
    LogRecord record =
        new LogRecord(
            1,
            1,
            SeverityNumber.INFO,
            "info",
            body,
            attributes,
            new Resource(Attributes.of("service.name", AnyValue.of("cart"))),
            InstrumentationScope.EMPTY,
            "",
            "",
            "",
            0,
            0);
    return new StoredRecord(
        new RecordId(1, 0, 0), "http", new KeptRecord(record, 7, false, Sampling.NO_POLICY, 10));
  }

  private static Attributes numbered(int size) {
    Attributes.Builder attributes = Attributes.builder();
    for (int i = 0; i < size; i++) {
      attributes.put("k" + i, i);
    }
    return attributes.build();
  }

  private static RecordAnswer brief(AnyValue body, Attributes attributes, String... columns) {
    return RecordExtent.of(new Parameter("brief", "true"), List.of(columns))
        .of(stored(body, attributes));
  }

  @Test
  void leavesAsItIsWhatIsShort() {
    StoredRecord record = stored(AnyValue.of("x".repeat(2_048)), numbered(64));

    assertThat(RecordExtent.of(new Parameter("brief", "true"), List.of()).of(record))
        .isEqualTo(RecordExtent.WHOLE.of(record));
    assertThat(RecordExtent.WHOLE.of(stored(AnyValue.of(LONG), numbered(100))).shortened())
        .isNull();
  }

  @Test
  void cutsABodyBetweenCharacters() {
    RecordAnswer answer =
        brief(AnyValue.of("x".repeat(2_047) + "\ud83d\ude00 and more"), Attributes.EMPTY);

    assertThat(answer.message()).isEqualTo("x".repeat(2_047));
    assertThat(answer.body()).isEqualTo(AnyValue.of(answer.message()));
    assertThat(answer.shortened()).isEqualTo(new Shortened(2_058, 0, 0));
  }

  @Test
  void cutsManyValuesThatAreEmpty() {
    AnyValue texts = AnyValue.of(Collections.nCopies(300_000, AnyValue.of("")));
    AnyValue bytes =
        AnyValue.of(Collections.nCopies(300_000, new AnyValue.BytesValue(new byte[0])));

    RecordAnswer answer = brief(texts, Attributes.of("bytes", bytes));

    assertThat(((AnyValue.ArrayValue) answer.body()).values()).hasSizeLessThan(2_048);
    assertThat(((AnyValue.ArrayValue) answer.attributes().at("bytes")).values())
        .hasSizeLessThan(256);
    assertThat(answer.shortened()).isEqualTo(new Shortened(900_001, 0, 1));
  }

  @Test
  void cutsATreeToATree() {
    Attributes inner =
        Attributes.builder().put("text", LONG).put("late", "found").put("later", "gone").build();
    AnyValue body =
        AnyValue.of(
            Attributes.builder()
                .put("first", 1)
                .put("list", AnyValue.of(Collections.nCopies(3, AnyValue.of("a"))))
                .put("inner", AnyValue.of(inner))
                .build());

    RecordAnswer answer = brief(body, Attributes.EMPTY, "body.inner.late");

    Attributes shown = ((AnyValue.KvListValue) answer.body()).entries();
    assertThat(shown.at("first")).isEqualTo(AnyValue.of(1));
    assertThat(shown.at("list").text()).isEqualTo("[\"a\",\"a\",\"a\"]");
    assertThat(shown.at("inner.text").text()).hasSizeBetween(1_900, 2_048);
    assertThat(shown.at("inner.late")).isEqualTo(AnyValue.of("found"));
    assertThat(shown.at("inner.later")).isEqualTo(AnyValue.empty());
    assertThat(answer.message()).hasSize(2_048).isEqualTo(body.text().substring(0, 2_048));
    assertThat(answer.shortened()).isEqualTo(new Shortened(body.text().length(), 0, 0));
  }

  @Test
  void leavesOutAttributesButColumns() {
    RecordAnswer answer =
        brief(AnyValue.of("m"), numbered(10_000), "attributes.k9999", "attributes.absent", "level");

    assertThat(answer.attributes().size()).isEqualTo(65);
    assertThat(answer.attributes().at("k63")).isEqualTo(AnyValue.of(63));
    assertThat(answer.attributes().at("k9999")).isEqualTo(AnyValue.of(9_999));
    assertThat(answer.shortened()).isEqualTo(new Shortened(null, 9_935, 0));
  }

  @Test
  void boundsAllAttributesTogether() {
    Attributes.Builder large = Attributes.builder();
    large.put(LONG, 1).put("named", LONG);
    for (int i = 0; i < 60; i++) {
      large.put("k" + i, LONG);
    }

    RecordAnswer answer = brief(AnyValue.of("m"), large.build(), "attributes.k59");

    assertThat(AnyValue.of(answer.attributes()).text()).hasSizeBetween(4_096, 6_000);
    assertThat(answer.attributes().at("k59").text()).hasSize(256);
    Shortened shortened = Objects.requireNonNull(answer.shortened());
    assertThat(shortened.attributes() + answer.attributes().size()).isEqualTo(62);
    assertThat(shortened.values()).isEqualTo(answer.attributes().size());
  }

  @Test
  void refusesColumnsOfWholeRecords() {
    assertThatThrownBy(() -> RecordExtent.of(new Parameter("brief", ""), List.of("attributes.a")))
        .hasMessageContaining("column is 'attributes.a'")
        .hasMessageContaining("brief=true");
  }

  @Test
  void refusesWhatIsNoColumn() {
    Parameter brief = new Parameter("brief", "true");

    assertThatThrownBy(() -> RecordExtent.of(brief, List.of("colour")))
        .hasMessage("column is 'colour', and a field such as attributes.<key> is allowed");
    assertThatThrownBy(() -> RecordExtent.of(brief, Collections.nCopies(21, "body")))
        .hasMessage("column is '21 times', and at most 20 times is allowed");
    assertThatThrownBy(() -> RecordExtent.of(new Parameter("brief", "yes"), List.of()))
        .hasMessage("brief is 'yes', and true or false is allowed");
  }
}
