package dev.winnow.kernel.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.kernel.Vectors;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PredicateVectorsTest {
  private static final Vectors VECTORS = Vectors.of("predicate.json");

  @TestFactory
  Stream<DynamicTest> matchesTheRecordsThatTheVectorsName() {
    return VECTORS.tests("evaluations", "predicate", PredicateVectorsTest::matches);
  }

  private static void matches(Attributes vector) {
    Attributes record = VECTORS.entry("records", vector.value("record").text());
    boolean expected = vector.value("matches").equals(AnyValue.of(true));
    Predicate predicate = Predicate.parse(json(vector));
    String templateId = record.value("template_id").text();
    assertThat(predicate.matches(logRecord(record), templateId)).isEqualTo(expected);
    assertThat(Predicate.parse(predicate.toJson())).as("read back").isEqualTo(predicate);
  }

  @TestFactory
  Stream<DynamicTest> writesTheCanonicalFormOfTheVectors() {
    return VECTORS.tests("canonical", "written", PredicateVectorsTest::isCanonical);
  }

  private static void isCanonical(Attributes vector) {
    String written = vector.value("written").text();
    Predicate predicate = Predicate.parse(json(vector));
    assertThat(predicate.toJson()).isEqualTo(written);
    assertThat(Predicate.parse(written)).isEqualTo(predicate);
  }

  @TestFactory
  Stream<DynamicTest> acceptsTheLargestPredicates() {
    return VECTORS.tests("largest", "name", PredicateVectorsTest::isAccepted);
  }

  private static void isAccepted(Attributes vector) {
    Predicate predicate = Predicate.parse(json(vector));
    assertThat(Predicate.parse(predicate.toJson())).isEqualTo(predicate);
  }

  @TestFactory
  Stream<DynamicTest> refusesTheInvalidPredicatesOfTheVectors() {
    return VECTORS.tests("invalid", "name", PredicateVectorsTest::isRefused);
  }

  private static void isRefused(Attributes vector) {
    InvalidPredicateException refusal =
        catchThrowableOfType(InvalidPredicateException.class, () -> Predicate.parse(json(vector)));
    assertThat(refusal).isNotNull();
    assertThat(refusal.path()).isEqualTo(vector.value("path").text());
    assertThat(refusal.code().code()).isEqualTo(vector.value("code").text());
    assertThat(refusal.problem()).hasSizeBetween(1, 400);
  }

  private static String json(Attributes vector) {
    if (!vector.value("open").text().isEmpty()) {
      int times = (int) Vectors.number(vector.value("times"));
      return vector.value("prefix").text()
          + vector.value("open").text().repeat(times)
          + vector.value("inner").text()
          + vector.value("close").text().repeat(times);
    }
    return vector.value("json") instanceof AnyValue.StringValue json
        ? json.value()
        : AnyValueJson.toJson(vector.value("predicate"));
  }

  private static LogRecord logRecord(Attributes json) {
    Attributes scope = attributes(json.value("scope"));
    return LogRecord.builder()
        .timestamp(time(json.value("timestamp")))
        .observedTimestamp(time(json.value("observed_timestamp")))
        .severityNumber(severity(json.value("severity_number")))
        .severityText(json.value("severity_text").text())
        .body(json.value("body"))
        .attributes(attributes(json.value("attributes")))
        .resource(new Resource(attributes(json.value("resource"))))
        .scope(
            new InstrumentationScope(
                scope.value("name").text(), scope.value("version").text(), Attributes.EMPTY))
        .eventName(json.value("event_name").text())
        .traceId(json.value("trace_id").text())
        .spanId(json.value("span_id").text())
        .build();
  }

  private static long time(AnyValue time) {
    return time.text().isEmpty() ? 0 : Objects.requireNonNull(Rfc3339.parse(time.text()));
  }

  private static SeverityNumber severity(AnyValue number) {
    return number instanceof AnyValue.IntValue n
        ? SeverityNumber.of((int) n.value())
        : SeverityNumber.UNSPECIFIED;
  }

  private static Attributes attributes(AnyValue object) {
    return object instanceof AnyValue.KvListValue list ? list.entries() : Attributes.EMPTY;
  }
}
