package dev.winnow.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GlyphsTest {
  private static final double[] NUMBERS = {0, 0.001, 1, 4, 8};

  @Test
  void drawsColumnsInUnicodeOrAscii() {
    assertThat(new Glyphs(Terminal.NONE).columns(NUMBERS)).isEqualTo(" ▁▁▄█");
    assertThat(new Glyphs(new Terminal(100, false, false, false)).columns(NUMBERS))
        .isEqualTo(" ..=#");
  }
}
