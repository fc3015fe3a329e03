package dev.winnow.formats.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class AnsiEscapesTest {
  @Test
  void takesOutColoursLinksAndOtherSequences() {
    assertThat(strip("\u001b[1;31mERROR\u001b[0m failed")).isEqualTo("ERROR failed");
    assertThat(strip("\u001b]8;;http://a\u0007link\u001b]8;;\u001b\\ end")).isEqualTo("link end");
    assertThat(strip("\u001bcreset")).isEqualTo("reset");
    assertThat(strip("plain")).isEqualTo("plain");
  }

  @Test
  void takesOutWhatIsNotFinished() {
    assertThat(strip("a\u001b")).isEqualTo("a");
    assertThat(strip("a\u001b[1;3")).isEqualTo("a");
    assertThat(strip("a\u001b]0;title")).isEqualTo("a");
  }

  @Property
  void leavesNoEscape(@ForAll byte[] bytes) {
    int end = AnsiEscapes.strip(bytes, 0, bytes.length);

    for (int i = 0; i < end; i++) {
      assertThat(bytes[i]).isNotEqualTo((byte) 0x1b);
    }
  }

  private static String strip(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, 0, AnsiEscapes.strip(bytes, 0, bytes.length), StandardCharsets.UTF_8);
  }
}
