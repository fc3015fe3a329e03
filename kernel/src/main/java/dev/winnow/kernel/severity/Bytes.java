package dev.winnow.kernel.severity;

import dev.winnow.kernel.swar.EightBytes;

/** Small questions about UTF-8 text; a byte outside the text is 0. */
final class Bytes {
  private static final boolean[] WORD = word();

  private Bytes() {}

  /** The byte at an offset; 0 outside {@code [from, to)}. */
  static byte at(byte[] in, int from, int at, int to) {
    return at >= from && at < to ? in[at] : 0;
  }

  static boolean isWord(byte b) {
    return WORD[b & 0xff];
  }

  static boolean isLetter(byte b) {
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  static boolean isUpper(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  /** Whether {@code [from, to)} is one capital ASCII letter or more and nothing else. */
  static boolean isUpper(byte[] in, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isUpper(in[i])) {
        return false;
      }
    }
    return to > from;
  }

  static boolean startsWith(byte[] in, int at, int to, String ascii) {
    if (to - at < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (in[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #startsWith} for a lower-case ASCII word that may have any case in the text. */
  static boolean startsWithIgnoringCase(byte[] in, int at, int to, String lowerCase) {
    if (to - at < lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if ((in[at + i] | 0x20) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static int skipBlanks(byte[] in, int at, int to) {
    int i = at;
    while (i < to && isBlank(in[i])) {
      i++;
    }
    return i;
  }

  /** The end of the last byte before {@code at} that is no blank. */
  static int skipBlanksBefore(byte[] in, int from, int at) {
    int i = at;
    while (i > from && isBlank(in[i - 1])) {
      i--;
    }
    return i;
  }

  static int lineEnd(byte[] in, int from, int to) {
    int feed = EightBytes.indexOf(in, from, to, (byte) '\n');
    return feed < 0 ? to : feed;
  }

  private static boolean[] word() {
    boolean[] table = new boolean[256];
    for (int i = 0; i < table.length; i++) {
      byte b = (byte) i;
      table[i] = b < 0 || isLetter(b) || isDigit(b) || b == '_';
    }
    return table;
  }
}
