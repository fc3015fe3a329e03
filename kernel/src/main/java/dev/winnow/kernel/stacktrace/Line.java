package dev.winnow.kernel.stacktrace;

import dev.winnow.kernel.swar.EightBytes;

/** One line of a text in UTF-8 without the white space around it. Reused for line after line. */
final class Line {
  private static final String ESCAPED_TAB = "\\t";
  private static final String OCTAL_TAB = "#011";
  private static final String ESCAPED_RETURN = "\\r";

  byte[] in = {};

  /** The first byte, which may be white space. */
  int start;

  int from;
  int to;

  /** White space characters in front; a tab counts as one, escaped or not. */
  int indent;

  void set(byte[] in, int start, int end) {
    this.in = in;
    this.start = start;
    this.to = end;
    int at = start;
    indent = 0;
    for (int width = blankAt(at); width > 0; width = blankAt(at)) {
      at += width;
      indent++;
    }
    from = at;
    endAt(end);
  }

  /** Ends the line earlier. */
  void endAt(int end) {
    to = Math.max(from, end);
    while (to > from && (isBlank(in[to - 1]) || endsWith(ESCAPED_RETURN))) {
      to -= isBlank(in[to - 1]) ? 1 : ESCAPED_RETURN.length();
    }
  }

  private int blankAt(int at) {
    if (at >= to) {
      return 0;
    }
    return isBlank(in[at])
        ? 1
        : has(ESCAPED_TAB, at) ? ESCAPED_TAB.length() : has(OCTAL_TAB, at) ? OCTAL_TAB.length() : 0;
  }

  boolean isEmpty() {
    return from == to;
  }

  /** The byte at a position, or 0 outside of the line. */
  int at(int position) {
    return position >= from && position < to ? in[position] & 0xff : 0;
  }

  int first() {
    return at(from);
  }

  int last() {
    return at(to - 1);
  }

  boolean is(String ascii) {
    return to - from == ascii.length() && has(ascii, from);
  }

  boolean startsWith(String ascii) {
    return has(ascii, from);
  }

  boolean endsWith(String ascii) {
    return to - from >= ascii.length() && has(ascii, to - ascii.length());
  }

  /** Whether the bytes from a position on are these. */
  boolean has(String ascii, int position) {
    return has(in, ascii, position, to);
  }

  static boolean has(byte[] in, String ascii, int position, int to) {
    if (to - position < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (in[position + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first place of these bytes from a position on, or -1. */
  int find(String ascii, int position) {
    return find(in, ascii, position, to);
  }

  static int find(byte[] in, String ascii, int position, int to) {
    byte first = (byte) ascii.charAt(0);
    int end = to - ascii.length() + 1;
    int at = EightBytes.indexOf(in, position, end, first);
    while (at >= 0 && !has(in, ascii, at, to)) {
      at = EightBytes.indexOf(in, at + 1, end, first);
    }
    return at;
  }

  /** The last place of these bytes, or -1. */
  int findLast(String ascii) {
    return findLast(in, ascii, from, to);
  }

  static int findLast(byte[] in, String ascii, int from, int to) {
    for (int i = to - ascii.length(); i >= from; i--) {
      if (has(in, ascii, i, to)) {
        return i;
      }
    }
    return -1;
  }

  /** The position after the white space at a position. */
  int skipBlanks(int position) {
    int at = position;
    while (at < to && isBlank(in[at])) {
      at++;
    }
    return at;
  }

  /** The position after the digits at a position. */
  int skipDigits(int position) {
    int at = position;
    while (at < to && isDigit(in[at])) {
      at++;
    }
    return at;
  }

  /** The position of the first of the digits that end at a position. */
  int digitsBefore(int end) {
    int at = end;
    while (at > from && isDigit(in[at - 1])) {
      at--;
    }
    return at;
  }

  /** The number that digits spell, at most {@link Integer#MAX_VALUE}. */
  int number(int digitsFrom, int digitsTo) {
    long value = 0;
    for (int i = digitsFrom; i < digitsTo && value <= Integer.MAX_VALUE; i++) {
      value = value * 10 + (in[i] - '0');
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  static boolean isBlank(int b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  static boolean isUpper(int b) {
    return b >= 'A' && b <= 'Z';
  }

  static boolean isLetter(int b) {
    return isUpper(b) || (b >= 'a' && b <= 'z');
  }

  static boolean isHexDigit(int b) {
    return isDigit(b) || (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F');
  }

  /** Whether a byte may begin a name; every byte beyond ASCII may. */
  static boolean isNameStart(int b) {
    return isLetter(b) || b == '_' || b == '$' || b < 0 || b > 0x7f;
  }

  static boolean isNamePart(int b) {
    return isNameStart(b) || isDigit(b);
  }
}
