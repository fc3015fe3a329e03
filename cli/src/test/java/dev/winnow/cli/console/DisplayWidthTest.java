package dev.winnow.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DisplayWidthTest {
  @Test
  void countsColumnsOfATerminal() {
    assertThat(DisplayWidth.of("abc é")).isEqualTo(5);
    assertThat(DisplayWidth.of("容量不足")).isEqualTo(8);
    assertThat(DisplayWidth.of("한국어")).isEqualTo(6);
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    assertThat(DisplayWidth.of("🙂")).isEqualTo(2);
  }

  @Test
  void cutsWhatDoesNotFit() {
    assertThat(DisplayWidth.cut("abcdef", 6, "…")).isEqualTo("abcdef");
    assertThat(DisplayWidth.cut("abcdefg", 6, "…")).isEqualTo("abcde…");
    assertThat(DisplayWidth.cut("abcdefg", 6, "...")).isEqualTo("abc...");
    assertThat(DisplayWidth.cut("容量不足", 6, "…")).isEqualTo("容量…");
  }

  @Property
  void neverExceedsTheWidth(@ForAll String text, @ForAll @IntRange(min = 3, max = 40) int columns) {
    assertThat(DisplayWidth.of(DisplayWidth.cut(text, columns, "...")))
        .isLessThanOrEqualTo(columns);
  }
}
