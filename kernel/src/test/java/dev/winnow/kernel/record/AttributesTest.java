package dev.winnow.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AttributesTest {
  private static final List<String> KEYS =
      IntStream.rangeClosed(0, 40).mapToObj(i -> "k" + i).toList();

  @Test
  void keepsTheOrderOfFirstWritingAndTheLastValue() {
    Attributes attributes = Attributes.builder().put("b", 1).put("a", "x").put("b", 2.5).build();
    assertThat(attributes).hasToString("{\"b\":2.5,\"a\":\"x\"}");
    assertThat(attributes.size()).isEqualTo(2);
  }

  @Test
  void givesTheEmptyValueForAnAbsentKey() {
    assertThat(Attributes.of("a", AnyValue.of(1L)).value("b")).isEqualTo(AnyValue.empty());
    assertThat(Attributes.EMPTY.value("")).isEqualTo(AnyValue.empty());
  }

  @Test
  void continuesFromGivenAttributes() {
    Attributes attributes = Attributes.of("a", AnyValue.of(true));
    assertThat(attributes.toBuilder().put("b", false).build())
        .isEqualTo(Attributes.builder().put("a", true).put("b", false).build());
    assertThat(attributes.isEmpty()).isFalse();
  }

  @Property
  void behavesLikeALinkedMap(@ForAll List<@IntRange(max = 40) Integer> keys) {
    Attributes.Builder builder = Attributes.builder();
    Map<String, AnyValue> expected = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      builder.put("k" + keys.get(i), i);
      expected.put("k" + keys.get(i), AnyValue.of((long) i));
    }
    Map<String, AnyValue> actual = new LinkedHashMap<>();
    builder.build().forEach(actual::put);
    assertThat(List.copyOf(actual.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
  }

  @Property
  void buildsTheSameWhenReused(@ForAll List<List<@IntRange(max = 40) Integer>> records) {
    Attributes.Builder reused = Attributes.builder();
    for (List<Integer> keys : records) {
      Attributes.Builder fresh = Attributes.builder();
      reused.clear();
      for (int i = 0; i < keys.size(); i++) {
        String key = KEYS.get(keys.get(i));
        fresh.put(key, i);
        reused.put(key, i);
        assertThat(reused.build()).isEqualTo(fresh.build());
      }
      assertThat(reused.build()).isEqualTo(fresh.build());
    }
  }

  @Test
  void keepsWhatWasBuiltWhenTheBuilderGoesOn() {
    Attributes.Builder builder = Attributes.builder().put("a", 1).put("b", 2);
    Attributes built = builder.build();
    Attributes other = builder.clear().put("a", 3).put("b", 4).put("a", 5).put("c", 6).build();
    assertThat(built).hasToString("{\"a\":1,\"b\":2}");
    assertThat(other).hasToString("{\"a\":5,\"b\":4,\"c\":6}");
  }

  @Test
  void followsAPathThroughTheLongestKeys() {
    Attributes inner = Attributes.builder().put("status", 200).put("x.y", "z").build();
    Attributes attributes =
        Attributes.builder()
            .put("http", AnyValue.of(inner))
            .put("http.method", "GET")
            .put("list", AnyValue.of(List.of(AnyValue.of(1L))))
            .put("a.b", "leaf")
            .put("a", AnyValue.of(Attributes.of("b", AnyValue.of(Attributes.EMPTY))))
            .build();
    assertThat(attributes.at("http.method")).isEqualTo(AnyValue.of("GET"));
    assertThat(attributes.at("http.status")).isEqualTo(AnyValue.of(200L));
    assertThat(attributes.at("http.x.y")).isEqualTo(AnyValue.of("z"));
    assertThat(attributes.at("http")).isEqualTo(AnyValue.of(inner));
    assertThat(attributes.at("http.x")).isEqualTo(AnyValue.empty());
    assertThat(attributes.at("list.0")).isEqualTo(AnyValue.empty());
    assertThat(attributes.at("a.b.c")).as("a.b is the longest key").isEqualTo(AnyValue.empty());
    assertThat(attributes.at("")).isEqualTo(AnyValue.empty());
    assertThat(attributes.at(".")).isEqualTo(AnyValue.empty());
  }
}
