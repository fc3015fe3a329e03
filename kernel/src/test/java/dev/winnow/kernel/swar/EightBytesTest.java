package dev.winnow.kernel.swar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
      @ForAll long random,
      @ForAll @IntRange(min = 1, max = 127) int low,
      @ForAll @IntRange(min = 1, max = 127) int high) {
    Assume.that(low <= high);
    long ascii = random & ~EightBytes.UPPER_BITS;
    long answers = EightBytes.between(low, high, ascii);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      long b = ascii >>> shift & 0xff;
      assertThat(answers >>> shift & 0xff).isEqualTo(b >= low && b <= high ? 0x80 : 0);
    }
  }
}
