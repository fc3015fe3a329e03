package dev.winnow.formats.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ContentTest {
  @Test
  void knowsCompressedInputByItsMagic() {
    assertThat(of(0x1f, 0x8b, 8)).isEqualTo(Content.GZIP);
    assertThat(of(0x28, 0xb5, 0x2f, 0xfd)).isEqualTo(Content.ZSTD);
    assertThat(of(0xfd, '7', 'z', 'X', 'Z', 0)).isEqualTo(Content.XZ);
    assertThat(of('B', 'Z', 'h', '9', '1', 'A', 'Y', '&', 'S', 'Y')).isEqualTo(Content.BZIP2);
    assertThat(of(4, 0x22, 0x4d, 0x18)).isEqualTo(Content.LZ4);
    assertThat(of(0x5a, 0x2a, 0x4d, 0x18)).isEqualTo(Content.ZSTD);
    assertThat(of('P', 'K', 3, 4)).isEqualTo(Content.ZIP);
    assertThat(of('P', 'K', 5, 6)).isEqualTo(Content.ZIP);
    assertThat(of('L', 'P', 'K', 'S', 'H', 'H', 'R', 'H')).isEqualTo(Content.JOURNAL);
  }

  @Test
  void takesTextForText() {
    assertThat(of(new byte[0])).isEqualTo(Content.EMPTY);
    assertThat(ofText("BZh is how some sentence begins")).isEqualTo(Content.TEXT);
    assertThat(ofText("\u001b[32mINFO\u001b[0m coloured\n".repeat(50))).isEqualTo(Content.TEXT);
    assertThat(ofText("Größe überschritten, 容量不足\n".repeat(50))).isEqualTo(Content.TEXT);
    assertThat(of("a latin-1 \u00fc\n".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(Content.TEXT);
  }

  @Test
  void toleratesAFewNulBytes() {
    assertThat(ofText("\0\0\0 short\n")).isEqualTo(Content.TEXT);
    assertThat(ofText("\0".repeat(100) + "a line that was written before the crash\n".repeat(90)))
        .isEqualTo(Content.TEXT);
  }

  @Test
  void knowsUtf16WithAndWithoutByteOrderMark() {
    assertThat(of(0xff, 0xfe, 'a', 0)).isEqualTo(Content.UTF16LE);
    assertThat(of(0xfe, 0xff, 0, 'a')).isEqualTo(Content.UTF16BE);
    String line = "a line of a Windows program\r\n";
    assertThat(of(line.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(Content.UTF16LE);
    assertThat(of(line.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(Content.UTF16BE);
  }

  @Test
  void knowsUtf32WithAndWithoutByteOrderMark() {
    assertThat(of(0xff, 0xfe, 0, 0, 'a', 0, 0, 0)).isEqualTo(Content.UTF32);
    assertThat(of(0, 0, 0xfe, 0xff, 0, 0, 0, 'a')).isEqualTo(Content.UTF32);
    String line = "a line of whatever writes it\n";
    assertThat(of(line.getBytes(Charset.forName("UTF-32LE")))).isEqualTo(Content.UTF32);
    assertThat(of(line.getBytes(Charset.forName("UTF-32BE")))).isEqualTo(Content.UTF32);
  }

  @Test
  void takesNoiseForBinary() {
    byte[] noise = new byte[10_000];
    new Random(1).nextBytes(noise);
    noise[0] = 'n';

    assertThat(of(noise)).isEqualTo(Content.BINARY);
    assertThat(ofText("\177ELF" + "\0\1\2".repeat(20))).isEqualTo(Content.BINARY);
  }

  private static Content of(int... bytes) {
    byte[] in = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      in[i] = (byte) bytes[i];
    }
    return of(in);
  }

  private static Content ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Content of(byte[] in) {
    return Content.of(in, 0, in.length);
  }
}
