package dev.winnow.formats.unpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class Utf16StreamTest {
  @Property
  void transcodesTextHoweverItArrives(
      @ForAll String text, @ForAll boolean bigEndian, @ForAll @IntRange(min = 1, max = 7) int piece)
      throws IOException {
    byte[] units = text.getBytes(bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    String expected =
        new String(units, bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);

    assertThat(transcode(units, bigEndian, piece))
        .isEqualTo(expected.startsWith("\ufeff") ? expected.substring(1) : expected);
  }

  @Test
  void replacesSurrogatesWithoutTheirOtherHalf() throws IOException {
    byte[] units = {(byte) 0xd8, 0x3d, 0, 'a', (byte) 0xde, 0x00, 0, 'b', (byte) 0xd8, 0x3d};

    assertThat(transcode(units, true, 3)).isEqualTo("\ufffda\ufffdb\ufffd");
  }

  @Test
  void replacesHalfAUnitAtTheEnd() throws IOException {
    assertThat(transcode(new byte[] {'a', 0, 'b'}, false, 100)).isEqualTo("a\ufffd");
  }

  @Test
  void readsWhatIsLongerThanItsBuffer() throws IOException {
    String text = "\u20ac\ud83d\ude00".repeat(20_000);

    assertThat(transcode(text.getBytes(StandardCharsets.UTF_16LE), false, 1 << 20)).isEqualTo(text);
  }

  private static String transcode(byte[] units, boolean bigEndian, int piece) throws IOException {
    InputStream inPieces =
        new ByteArrayInputStream(units) {
          @Override
          public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, piece));
          }
        };
    return new String(new Utf16Stream(inPieces, bigEndian).readAllBytes(), StandardCharsets.UTF_8);
  }
}
