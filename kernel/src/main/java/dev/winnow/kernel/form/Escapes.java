package dev.winnow.kernel.form;

/**
 * Takes the escapes of JSON and logfmt out of a part of a string. Unlike a JSON reader it must
 * accept anything: logfmt writers disagree on escapes, and a part may end within one.
 */
final class Escapes {
  private static final int UNICODE_LENGTH = 6;

  private Escapes() {}

  /** Writes the text without its escapes, never longer than it was; returns where it ends. */
  static int remove(byte[] in, int from, int to, byte[] out, int outAt) {
    int at = from;
    int end = outAt;
    while (at < to) {
      byte b = in[at];
      if (b != '\\' || at + 1 == to) {
        out[end++] = b;
        at++;
      } else if (in[at + 1] == 'u' && hex(in, at, to) >= 0) {
        end = Utf8.encode(codePoint(in, at, to), out, end);
        at += isPair(in, at, to) ? 2 * UNICODE_LENGTH : UNICODE_LENGTH;
      } else {
        out[end++] = plain(in[at + 1]);
        at += 2;
      }
    }
    return end;
  }

  private static byte plain(byte escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escaped;
    };
  }

  private static int codePoint(byte[] in, int at, int to) {
    char unit = (char) hex(in, at, to);
    if (isPair(in, at, to)) {
      return Character.toCodePoint(unit, (char) hex(in, at + UNICODE_LENGTH, to));
    }
    return Character.isSurrogate(unit) ? 0xfffd : unit;
  }

  private static boolean isPair(byte[] in, int at, int to) {
    int high = hex(in, at, to);
    int low = hex(in, at + UNICODE_LENGTH, to);
    return high >= 0
        && low >= 0
        && Character.isHighSurrogate((char) high)
        && Character.isLowSurrogate((char) low);
  }

  /** The code unit of the escape at {@code at}, or -1. */
  private static int hex(byte[] in, int at, int to) {
    if (at + UNICODE_LENGTH > to || in[at] != '\\' || in[at + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + UNICODE_LENGTH; i++) {
      int digit = Character.digit(in[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = (unit << 4) | digit;
    }
    return unit;
  }
}
