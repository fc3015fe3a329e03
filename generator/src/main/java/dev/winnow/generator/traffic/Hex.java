package dev.winnow.generator.traffic;

import java.nio.charset.StandardCharsets;

/** Hexadecimal digits, as ids have them. */
final class Hex {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Hex() {}

  static String text(long... values) {
    byte[] text = new byte[16 * values.length];
    for (int i = 0; i < text.length; i++) {
      text[i] = DIGITS[(int) (values[i / 16] >>> (60 - 4 * (i % 16))) & 0xf];
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** The last digits of a number. */
  static void append(long value, int width, StringBuilder out) {
    for (int i = width - 1; i >= 0; i--) {
      out.append((char) DIGITS[(int) (value >>> (4 * (i % 16))) & 0xf]);
    }
  }
}
