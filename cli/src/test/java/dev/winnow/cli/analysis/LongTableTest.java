package dev.winnow.cli.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class LongTableTest {
  @Property
  void holdsWhatAMapHolds(@ForAll List<Long> keys) {
    LongTable<Long> table = new LongTable<>(Integer.MAX_VALUE);
    Map<Long, Long> map = new HashMap<>();
    for (long key : keys) {
      if (map.putIfAbsent(key, key + 1) == null) {
        table.put(key, key + 1);
      }
    }

    Map<Long, Long> found = new HashMap<>();
    table.forEach(found::put);
    assertThat(found).isEqualTo(map);
    assertThat(table.values()).containsExactlyInAnyOrderElementsOf(map.values());
    map.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
  }

  @Test
  void growsUpToItsLimit() {
    LongTable<String> table = new LongTable<>(5000);
    for (long key = 0; !table.isFull(); key++) {
      table.put(key << 40, "value " + key);
    }

    assertThat(table.values()).hasSize(5000);
    assertThat(table.get(4999L << 40)).isEqualTo("value 4999");
    assertThat(table.get(5000L << 40)).isNull();
  }
}
