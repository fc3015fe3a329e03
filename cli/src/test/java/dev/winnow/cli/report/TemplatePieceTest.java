package dev.winnow.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class TemplatePieceTest {
  @Test
  void tellsPlaceholdersFromWords() {
    assertThat(TemplatePiece.of("order <num> of <<b> failed <*>"))
        .containsExactly(
            new TemplatePiece("order ", false),
            new TemplatePiece("<num>", true),
            new TemplatePiece(" of <b> failed ", false),
            new TemplatePiece("<*>", true));
  }

  @Test
  void takesAHalfPlaceholderForWords() {
    assertThat(TemplatePiece.of("a <nu")).containsExactly(new TemplatePiece("a <nu", false));
    assertThat(TemplatePiece.of("")).isEmpty();
  }

  @Property
  void keepsAllText(@ForAll String text) {
    String escaped = text.replace("<", "<<");

    assertThat(
            TemplatePiece.of(escaped).stream()
                .map(TemplatePiece::text)
                .collect(Collectors.joining()))
        .isEqualTo(text);
  }
}
