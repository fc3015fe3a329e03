package dev.winnow.kernel.redaction;

/** The classes of bytes that the redaction rules tell apart: one bit each, in one table. */
final class ByteClass {
  static final int LOWER = 1;
  static final int UPPER = 1 << 1;
  static final int DIGIT = 1 << 2;
  static final int DASH = 1 << 3;
  static final int UNDERSCORE = 1 << 4;
  static final int DOT = 1 << 5;

  /** A digit or one of {@code a} to {@code f}. */
  static final int HEX = 1 << 6;

  /** A digit from 2 to 7 or an upper-case letter: the alphabet of RFC 4648, section 6. */
  static final int BASE32 = 1 << 7;

  static final int BLANK = 1 << 8;

  /** A control character, line breaks among them. */
  static final int BREAK = 1 << 9;

  static final int QUOTE = 1 << 10;

  /** Ends a value, unless what follows shows that the value goes on. */
  static final int SOFT = 1 << 11;

  /** Part of a character beyond ASCII, or of nothing. */
  static final int HIGH = 1 << 12;

  /** Opens a bracket, or is an angle bracket. */
  static final int BRACKET = 1 << 13;

  /** Stands between a name and its value. */
  static final int SEPARATOR = 1 << 14;

  static final int LETTER = LOWER | UPPER;
  static final int ALPHANUMERIC = LETTER | DIGIT;
  static final int JOINT = DASH | UNDERSCORE | DOT;

  /** What words are made of. */
  static final int WORD = ALPHANUMERIC | JOINT;

  /** What ends a value without quotes whatever follows. */
  static final int HARD = BLANK | BREAK | QUOTE;

  static final int[] TABLE = table();

  private ByteClass() {}

  static int of(byte b) {
    return TABLE[b & 0xff];
  }

  static boolean is(byte b, int classes) {
    return (TABLE[b & 0xff] & classes) != 0;
  }

  /** The end of the longest run of bytes of these classes that begins at {@code from}. */
  static int skip(int classes, byte[] in, int from, int to) {
    int at = from;
    while (at < to && (TABLE[in[at] & 0xff] & classes) != 0) {
      at++;
    }
    return at;
  }

  /** Whether {@code text} stands at {@code from}; its letters must be lower case, any case fits. */
  static boolean matches(String text, byte[] in, int from, int to) {
    if (to - from < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (lower(in[from + i]) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code text} stands at {@code from} as it is. */
  static boolean matchesExactly(String text, byte[] in, int from, int to) {
    if (to - from < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (in[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the bytes are one of these lower-case words, in any case. */
  static boolean isAnyOf(String[] words, byte[] in, int from, int to) {
    for (String word : words) {
      if (word.length() == to - from && matches(word, in, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the byte is a hex digit in either case. */
  static boolean isHexDigit(byte b) {
    return is(b, HEX) || (b >= 'A' && b <= 'F');
  }

  static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  private static int[] table() {
    int[] table = new int[256];
    mark(table, LOWER, "abcdefghijklmnopqrstuvwxyz");
    mark(table, UPPER, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    mark(table, DIGIT, "0123456789");
    mark(table, HEX, "0123456789abcdef");
    mark(table, BASE32, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    mark(table, DASH, "-");
    mark(table, UNDERSCORE, "_");
    mark(table, DOT, ".");
    mark(table, BLANK, " \t");
    mark(table, QUOTE, "\"'`");
    mark(table, SOFT, ",;&)]}|");
    mark(table, SEPARATOR, "=:>");
    mark(table, BRACKET, "([{<>");
    for (int b = 0; b < 0x20; b++) {
      table[b] |= b == '\t' ? 0 : BREAK;
    }
    for (int b = 0x80; b < 0x100; b++) {
      table[b] |= HIGH;
    }
    table[0x7f] |= BREAK;
    return table;
  }

  private static void mark(int[] table, int kind, String bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      table[bytes.charAt(i)] |= kind;
    }
  }
}
