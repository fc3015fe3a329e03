package dev.winnow.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class PrintableTest {
  @Test
  void showsLineBreaksAndBlanksOutTheRest() {
    assertThat(Printable.of("a\nb\tc\rd\u001b[31me\u007ff\u009bg\0h"))
        .isEqualTo("a\\nb c d [31me f g h");
  }

  @Test
  void takesAwayWhatTurnsTheWritingAround() {
    assertThat(Printable.of("a\u202eb\u2066c\u2028d\u200ee")).isEqualTo("a b c d e");
  }

  @Test
  void leavesOrdinaryTextOfAnyScriptAsItIs() {
    String text = "Größe, размер, 容量, حجم, 🙂, \\n";

    assertThat(Printable.of(text)).isSameAs(text);
  }

  @Property
  void leavesNoControlCharacter(@ForAll String text) {
    assertThat(Printable.of(text).chars()).noneMatch(Character::isISOControl);
  }
}
