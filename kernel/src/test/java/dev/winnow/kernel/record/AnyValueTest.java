package dev.winnow.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AnyValueTest {
  @Test
  void rendersForPeople() {
    assertThat(AnyValue.of("as it is").text()).isEqualTo("as it is");
    assertThat(AnyValue.empty().text()).isEmpty();
    assertThat(AnyValue.of(-7L).text()).isEqualTo("-7");
    assertThat(AnyValue.of(2.50).text()).isEqualTo("2.5");
    assertThat(AnyValue.of(true).text()).isEqualTo("true");
    assertThat(new AnyValue.BytesValue(new byte[] {1, 2, 3}).text()).isEqualTo("\"AQID\"");
    assertThat(AnyValue.of(List.of(AnyValue.of("a"), AnyValue.empty())).text())
        .isEqualTo("[\"a\",null]");
    assertThat(AnyValue.of(Attributes.of("k", AnyValue.of(1L))).text()).isEqualTo("{\"k\":1}");
  }

  @Test
  void comparesBytesByContent() {
    AnyValue bytes = new AnyValue.BytesValue(new byte[] {1, 2});
    assertThat(bytes).isEqualTo(new AnyValue.BytesValue(new byte[] {1, 2}));
    assertThat(bytes).hasSameHashCodeAs(new AnyValue.BytesValue(new byte[] {1, 2}));
    assertThat(bytes).isNotEqualTo(new AnyValue.BytesValue(new byte[] {1, 3}));
  }

  @Test
  void keepsBytesFromBeingChanged() {
    byte[] bytes = {1};
    AnyValue.BytesValue value = new AnyValue.BytesValue(bytes);
    bytes[0] = 2;
    value.toByteArray()[0] = 3;
    assertThat(value.toByteArray()).containsExactly(1);
  }

  @Test
  void refusesValueThatNestsDeeperThanLimit() {
    AnyValue value = AnyValue.of("leaf");
    for (int i = 0; i < AnyValue.MAX_DEPTH; i++) {
      value = i % 2 == 0 ? AnyValue.of(List.of(value)) : AnyValue.of(Attributes.of("k", value));
    }
    AnyValue deepest = value;
    assertThat(deepest.depth()).isEqualTo(64);
    assertThatThrownBy(() -> AnyValue.of(List.of(deepest)))
        .isInstanceOf(WinnowException.class)
        .hasMessage("value nests 65 deep, limit 64")
        .extracting(e -> ((WinnowException) e).code())
        .isEqualTo(ErrorCode.INVALID_RECORD);
  }

  @Test
  void readsNumbersByTheirSpelling() {
    assertThat(read("1")).isEqualTo(AnyValue.of(1L));
    assertThat(read("1.0")).isEqualTo(AnyValue.of(1.0));
    assertThat(read("9223372036854775808")).isEqualTo(AnyValue.of(0x1p63));
  }

  @Test
  void readsTheLastOfMembersWithOneName() {
    assertThat(read("{\"a\":1,\"b\":2,\"a\":3}").text()).isEqualTo("{\"a\":3,\"b\":2}");
  }

  @Test
  void readsWhatTheScannerAcceptsAtItsDeepest() {
    assertThat(read("[".repeat(64) + "]".repeat(64)).depth()).isEqualTo(64);
  }

  @Test
  void leavesTheFaultToTheScanner() {
    JsonScanner scanner = new JsonScanner().reset("{\"a\":[1,{\"b\":]}");
    AnyValueJson.read(scanner);
    assertThat(scanner.next()).isEqualTo(JsonEvent.INVALID);
    assertThat(scanner.faultOffset()).isEqualTo(13);
  }

  @Property
  void readsBackWhatItWrites(@ForAll("jsonValues") AnyValue value) {
    assertThat(read(AnyValueJson.toJson(value))).isEqualTo(value);
  }

  @Provide
  static Arbitrary<AnyValue> jsonValues() {
    return values(3);
  }

  private static Arbitrary<AnyValue> values(int depth) {
    Arbitrary<AnyValue> scalars =
        Arbitraries.oneOf(
            Arbitraries.just(AnyValue.empty()),
            texts().map(AnyValue::of),
            Arbitraries.of(true, false).map(AnyValue::of),
            Arbitraries.longs().map(AnyValue::of),
            Arbitraries.doubles().filter(d -> d != Math.rint(d)).map(AnyValue::of));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<List<AnyValue>> lists = values(depth - 1).list().ofMaxSize(4);
    return Arbitraries.oneOf(
        scalars,
        lists.map(AnyValue::of),
        lists.flatMap(list -> texts().map(prefix -> AnyValue.of(numbered(prefix, list)))));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMaxLength(12).filter(AnyValueTest::hasNoLoneSurrogate);
  }

  private static boolean hasNoLoneSurrogate(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000);
  }

  private static Attributes numbered(String prefix, List<AnyValue> values) {
    Attributes.Builder entries = Attributes.builder();
    for (int i = 0; i < values.size(); i++) {
      entries.put(prefix + i, values.get(i));
    }
    return entries.build();
  }

  private static AnyValue read(String json) {
    JsonScanner scanner = new JsonScanner().reset(json);
    AnyValue value = AnyValueJson.read(scanner);
    assertThat(scanner.next()).isEqualTo(JsonEvent.END);
    return value;
  }
}
