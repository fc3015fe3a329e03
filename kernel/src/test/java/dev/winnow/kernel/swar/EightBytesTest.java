package dev.winnow.kernel.swar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EightBytesTest {
  private static final byte[] TEXT = "GET /a/b HTTP/1.1\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void findsFirstOfByteInStepsAndBehindThem() {
    assertThat(EightBytes.indexOf(TEXT, 0, TEXT.length, (byte) '/')).isEqualTo(4);
    assertThat(EightBytes.indexOf(TEXT, 5, TEXT.length, (byte) '/')).isEqualTo(6);
    assertThat(EightBytes.indexOf(TEXT, 7, TEXT.length, (byte) '/')).isEqualTo(13);
    assertThat(EightBytes.indexOf(TEXT, 0, TEXT.length, (byte) '\n')).isEqualTo(17);
  }

  @Test
  void findsNothingOutsideOfText() {
    assertThat(EightBytes.indexOf(TEXT, 0, 4, (byte) '/')).isEqualTo(-1);
    assertThat(EightBytes.indexOf(TEXT, 7, 13, (byte) '/')).isEqualTo(-1);
    assertThat(EightBytes.indexOf(TEXT, 9, 9, (byte) 'H')).isEqualTo(-1);
  }

  @Property
  void findsByteWhereByteByByteSearchFindsIt(
      @ForAll @Size(max = 40) byte[] text,
      @ForAll @IntRange(max = 40) int from,
      @ForAll @IntRange(max = 40) int to,
      @ForAll byte wanted) {
    int end = Math.min(to, text.length);
    int expected = from;
    while (expected < end && text[expected] != wanted) {
      expected++;
    }
    assertThat(EightBytes.indexOf(text, from, end, wanted))
        .isEqualTo(expected < end ? expected : -1);
  }

  @Property
  void answersForEachAsciiByteAlone(
      @ForAll @Size(8) @ByteRange(min = 0, max = 127) byte[] ascii,
      @ForAll @IntRange(min = 1, max = 127) int low,
      @ForAll @IntRange(max = 127) int high) {
    long answers = EightBytes.between(low, Math.max(low, high), EightBytes.at(ascii, 0));
    for (int i = 0; i < EightBytes.LENGTH; i++) {
      boolean within = ascii[i] >= low && ascii[i] <= Math.max(low, high);
      assertThat(answers >>> (i * Byte.SIZE) & 0xff).isEqualTo(within ? 0x80 : 0);
    }
  }
}
