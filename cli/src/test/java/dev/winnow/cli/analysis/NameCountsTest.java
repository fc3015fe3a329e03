package dev.winnow.cli.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class NameCountsTest {
  private final NameCounts names = new NameCounts();

  private int add(String name, long record) {
    byte[] in = name.getBytes(StandardCharsets.UTF_8);
    return names.add(in, 0, in.length, record);
  }

  @Test
  void countsRecordsThatHaveAName() {
    add("b", 1);
    add("a", 1);
    add("a", 1);
    add("a", 2);
    add("c", 3);

    assertThat(names.mostFrequent())
        .containsExactly(
            new NameCounts.Count("a", 2),
            new NameCounts.Count("b", 1),
            new NameCounts.Count("c", 1));
    assertThat(names.name(add("b", 4))).isEqualTo("b");
  }

  @Test
  void neverTellsASecret() {
    int number = add("token=ab12cd34ef56", 1);

    assertThat(names.name(number)).isEqualTo("token=<secret:token>");
    assertThat(names.mostFrequent())
        .containsExactly(new NameCounts.Count("token=<secret:token>", 1));
  }

  @Test
  void stopsAtItsLimitAndSaysSo() {
    for (int i = 1; i <= 1200; i++) {
      add("name" + i, i);
    }

    assertThat(names.size()).isEqualTo(1000);
    assertThat(names.uncounted()).isEqualTo(200);
    assertThat(add("name1", 1201)).isZero();
    assertThat(add("name1001", 1202)).isEqualTo(NameCounts.UNCOUNTED);
  }
}
