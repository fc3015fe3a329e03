package dev.winnow.storage.duckdb.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ValueJsonTest {
  private static final ValueJson JSON = new ValueJson();

  @Property(tries = 500)
  void givesBackEqualValues(@ForAll("values") AnyValue value) {
    assertThat(ValueJson.value(JSON.of(value))).isEqualTo(value);
  }

  @Test
  void isTheJsonThatAnybodyWouldWrite() {
    Attributes attributes =
        Attributes.builder().put("n", 1).put("x", 1.0).put("s", "a").put("b", true).build();
    assertThat(JSON.of(attributes)).isEqualTo("{\"n\":1,\"x\":1.0,\"s\":\"a\",\"b\":true}");
  }

  @Test
  void spellsWhatJsonDoesNotTellApart() {
    AnyValue values =
        AnyValue.of(
            List.of(
                AnyValue.of(-0.0),
                AnyValue.of(Double.NaN),
                AnyValue.of(1e21),
                new AnyValue.BytesValue("hi".getBytes(StandardCharsets.UTF_8)),
                AnyValue.of("$bytes:x"),
                AnyValue.of("$5"),
                AnyValue.empty()));
    assertThat(JSON.of(values))
        .isEqualTo(
            "[\"$double:-0.0\",\"$double:NaN\",1e+21,\"$bytes:aGk=\",\"$text:$bytes:x\",\"$5\",null]");
    assertThat(ValueJson.value(JSON.of(values))).isEqualTo(values);
  }

  @Test
  void hasNoTextForNoAttributes() {
    assertThat(JSON.of(Attributes.EMPTY)).isEmpty();
    assertThat(ValueJson.attributes("")).isEqualTo(Attributes.EMPTY);
  }

  @Test
  void givesBackTheDeepestValueThatMayExist() {
    AnyValue value = new AnyValue.BytesValue(new byte[] {1});
    for (int i = 0; i < AnyValue.MAX_DEPTH; i++) {
      value =
          i % 2 == 0 ? AnyValue.of(List.of(value)) : AnyValue.of(Attributes.of("$text:", value));
    }
    assertThat(ValueJson.value(JSON.of(value))).isEqualTo(value);
  }

  @Provide
  Arbitrary<AnyValue> values() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .all()
            .excludeChars(surrogates())
            .ofMaxLength(8)
            .flatMap(text -> Arbitraries.of(text, "$text:" + text, "$bytes:" + text, "$" + text));
    Arbitrary<AnyValue> scalars =
        Arbitraries.oneOf(
            texts.map(AnyValue::of),
            Arbitraries.longs().map(AnyValue::of),
            Arbitraries.doubles().map(AnyValue::of),
            Arbitraries.integers().map(n -> AnyValue.of((double) n)),
            Arbitraries.of(true, false).map(AnyValue::of),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(8).map(AnyValue.BytesValue::new),
            Arbitraries.just(AnyValue.empty()));
    return Arbitraries.recursive(
        () -> scalars,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(AnyValue::of),
                Arbitraries.maps(texts, inner)
                    .ofMaxSize(3)
                    .map(map -> {
                      Attributes.Builder entries = Attributes.builder();
                      map.forEach(entries::put);
                      return AnyValue.of(entries.build());
                    })),
        0,
        3);
  }

  private static char[] surrogates() {
    char[] all = new char[Character.MAX_LOW_SURROGATE - Character.MIN_HIGH_SURROGATE + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = (char) (Character.MIN_HIGH_SURROGATE + i);
    }
    return all;
  }
}
