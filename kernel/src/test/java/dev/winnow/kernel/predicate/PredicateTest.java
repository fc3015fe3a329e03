package dev.winnow.kernel.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PredicateTest {
  private static final Field A = Field.of("attributes.a");

  @Test
  void saysWhereAndWhatAndWhatToDo() {
    String json =
        """
        {"op":"and","of":[{"op":"exists","field":"body"},
          {"op":"not","of":{"op":"range","field":"severity_number","gte":"17"}}]}
        """;
    assertThatThrownBy(() -> Predicate.parse(json))
        .isInstanceOf(InvalidPredicateException.class)
        .hasMessage("predicate at /of/1/of/gte: is not a number")
        .extracting(e -> ((InvalidPredicateException) e).code())
        .isEqualTo(ErrorCode.INVALID_PREDICATE);
    assertThatThrownBy(() -> Predicate.parse("{\"op\":\"exists\",\"field\":\"msg\"}"))
        .hasMessage(
            "predicate at /field: no field is named \"msg\"; there are timestamp,"
                + " observed_timestamp, severity_number, severity_text, event_name, trace_id,"
                + " span_id, template_id, scope.name, scope.version, body, body.<key>,"
                + " attributes.<key>, resource.<key>");
    assertThatThrownBy(() -> Predicate.parse("{\"op\":\"exists\" \"field\"}"))
        .hasMessage("predicate: is not JSON: it has an unexpected character, byte 15");
  }

  @Test
  void shortensWhatItQuotes() {
    String longName = "x".repeat(200);
    assertThatThrownBy(() -> Field.of(longName))
        .hasMessageContaining("\"" + "x".repeat(60) + "...\"");
  }

  @Test
  void comparesNaNWithNothing() {
    LogRecord record = withA(AnyValue.of(Double.NaN));
    assertThat(new Exists(A).matches(record)).isTrue();
    assertThat(new Equals(A, AnyValue.of(0L)).matches(record)).isFalse();
    assertThat(new Equals(A, AnyValue.of(0.5)).matches(record)).isFalse();
    assertThat(NumberRange.atLeast(A, Long.MIN_VALUE).matches(record)).isFalse();
    assertThat(Predicate.parse("{\"op\":\"range\",\"field\":\"attributes.a\",\"lt\":1}"))
        .satisfies(below -> assertThat(below.matches(record)).isFalse());
    assertThatThrownBy(() -> new Equals(A, AnyValue.of(Double.NaN)))
        .hasMessage("predicate at /value: is not a number that a double can hold");
  }

  @Test
  void comparesInfinitiesAndZerosAsNumbers() {
    assertThat(NumberRange.atLeast(A, Long.MAX_VALUE).matches(withA(AnyValue.of(1.0 / 0.0))))
        .isTrue();
    assertThat(NumberRange.atLeast(A, Long.MIN_VALUE).matches(withA(AnyValue.of(-1.0 / 0.0))))
        .isFalse();
    assertThat(new Equals(A, AnyValue.of(0L)).matches(withA(AnyValue.of(-0.0)))).isTrue();
    assertThat(new Equals(A, AnyValue.of(Long.MAX_VALUE)).matches(withA(AnyValue.of(0x1p63))))
        .isFalse();
    assertThat(new Equals(A, AnyValue.of(Long.MIN_VALUE)).matches(withA(AnyValue.of(-0x1p63))))
        .isTrue();
  }

  @Test
  void doesNotMatchBytes() {
    LogRecord record = withA(new AnyValue.BytesValue(new byte[] {'x'}));
    assertThat(new Exists(A).matches(record)).isTrue();
    assertThat(new Equals(A, AnyValue.of("x")).matches(record)).isFalse();
    assertThat(new Contains(A, "x").matches(record)).isFalse();
  }

  @Test
  void refusesTreesThatAreBuiltTooLarge() {
    Predicate predicate = new Exists(A);
    for (int i = 1; i < Predicate.MAX_DEPTH; i++) {
      predicate = new Not(predicate);
    }
    Predicate deepest = predicate;
    assertThat(deepest.depth()).isEqualTo(16);
    assertThatThrownBy(() -> new Not(deepest)).hasMessage("predicate: 17 nodes deep, limit 16");
    Predicate widest = new Or(Collections.nCopies(255, new Exists(A)));
    assertThat(widest.nodeCount()).isEqualTo(256);
    assertThatThrownBy(() -> new And(List.of(widest)))
        .hasMessage("predicate: 257 nodes, limit 256")
        .extracting(e -> ((InvalidPredicateException) e).code())
        .isEqualTo(ErrorCode.PREDICATE_TOO_LARGE);
  }

  @Property
  void readsBackWhatItWrites(@ForAll("predicates") Predicate predicate) {
    String json = predicate.toJson();
    assertThat(Predicate.parse(json)).isEqualTo(predicate);
    assertThat(Predicate.parse(json).toJson()).isEqualTo(json);
  }

  @Property
  void answersForEveryRecord(@ForAll("predicates") Predicate predicate, @ForAll String body) {
    LogRecord record = LogRecord.builder().body(body).build();
    boolean matches = predicate.matches(record);
    assertThat(new Not(predicate).matches(record)).isEqualTo(!matches);
    assertThat(new And(List.of(predicate)).matches(record)).isEqualTo(matches);
    assertThat(new Or(List.of(predicate)).matches(record)).isEqualTo(matches);
  }

  @Property
  void ordersIntegersAndDoublesExactly(@ForAll long integer, @ForAll double decimal) {
    int expected = new java.math.BigDecimal(integer).compareTo(new java.math.BigDecimal(decimal));
    AnyValue a = AnyValue.of(integer);
    AnyValue b = AnyValue.of(decimal);
    assertThat(Integer.signum(Numbers.compare(a, b))).isEqualTo(expected);
    assertThat(Integer.signum(Numbers.compare(b, a))).isEqualTo(-expected);
  }

  @Property
  void writesTimesThatReadBackTheSame(@ForAll long epochNanos) {
    assertThat(Rfc3339.parse(Rfc3339.format(epochNanos))).isEqualTo(epochNanos);
  }

  @Provide
  static Arbitrary<Predicate> predicates() {
    return trees(3);
  }

  private static Arbitrary<Predicate> trees(int depth) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<Predicate> inner = trees(depth - 1);
    Arbitrary<List<Predicate>> parts = inner.list().ofMaxSize(3);
    return Arbitraries.oneOf(
        leaves(), parts.map(And::new), parts.map(Or::new), inner.map(Not::new));
  }

  private static Arbitrary<Predicate> leaves() {
    Arbitrary<Field> fields =
        Arbitraries.of(
                "body", "attributes.a", "attributes.http.x", "resource.service.name", "body.k")
            .map(Field::of);
    Arbitrary<AnyValue> scalars =
        Arbitraries.oneOf(
            texts().map(AnyValue::of),
            Arbitraries.longs().map(AnyValue::of),
            Arbitraries.doubles().map(AnyValue::of),
            Arbitraries.of(true, false).map(AnyValue::of));
    return Arbitraries.oneOf(
        fields.map(Exists::new),
        Combinators.combine(fields, scalars).as(Equals::new),
        Combinators.combine(fields, scalars.list().ofMinSize(1).ofMaxSize(4)).as(OneOf::new),
        Combinators.combine(fields, texts()).as(Contains::new),
        Combinators.combine(fields, texts()).as(StartsWith::new),
        Combinators.combine(fields, Arbitraries.longs(), Arbitraries.longs())
            .as(NumberRange::between),
        Arbitraries.longs()
            .filter(nanos -> nanos != 0)
            .map(nanos -> new TimeRange(Field.of("timestamp"), nanos, 0)));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(8)
        .filter(text -> text.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000));
  }

  private static LogRecord withA(AnyValue value) {
    return LogRecord.builder().attributes(Attributes.of("a", value)).build();
  }
}
