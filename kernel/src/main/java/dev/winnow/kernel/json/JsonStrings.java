package dev.winnow.kernel.json;

/** The inside of JSON strings: lengths of escapes and UTF-8 sequences, and unescaping. */
final class JsonStrings {
  private static final int REPLACEMENT = 0xfffd;

  private JsonStrings() {}

  /** The length of the escape at {@code at}; 0 if it is none, -1 if the input ends within it. */
  static int escapeLength(byte[] in, int at, int to) {
    if (at + 1 == to) {
      return -1;
    }
    return switch (in[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
      case 'u' -> unicodeEscapeLength(in, at, to);
      default -> 0;
    };
  }

  private static int unicodeEscapeLength(byte[] in, int at, int to) {
    for (int i = at + 2; i < at + 6; i++) {
      if (i == to) {
        return -1;
      }
      if (hexDigit(in[i]) < 0) {
        return 0;
      }
    }
    return 6;
  }

  /**
   * The length of the well-formed UTF-8 sequence of two bytes or more at {@code at}, else 0. The
   * ranges are table 3-7 of the Unicode standard: no overlong form, no surrogate, nothing above
   * U+10FFFF.
   */
  static int sequenceLength(byte[] in, int at, int to) {
    int lead = in[at] & 0xff;
    int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length == 0 || length > to - at) {
      return 0;
    }
    int second = in[at + 1] & 0xff;
    int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) {
      return 0;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((in[i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /** Writes the string in {@code [from, to)}, which the scanner has accepted, without escapes. */
  static int unescape(byte[] in, int from, int to, byte[] out, int outAt) {
    int end = outAt;
    for (int at = from; at < to; ) {
      if (in[at] != '\\') {
        out[end++] = in[at++];
      } else if (in[at + 1] != 'u') {
        out[end++] = simpleEscape(in[at + 1]);
        at += 2;
      } else {
        int unit = unit(in, at);
        at += 6;
        if (Character.isHighSurrogate((char) unit) && isLowSurrogateEscape(in, at, to)) {
          end = encode(Character.toCodePoint((char) unit, (char) unit(in, at)), out, end);
          at += 6;
        } else {
          end = encode(Character.isSurrogate((char) unit) ? REPLACEMENT : unit, out, end);
        }
      }
    }
    return end;
  }

  private static boolean isLowSurrogateEscape(byte[] in, int at, int to) {
    return to - at >= 6
        && in[at] == '\\'
        && in[at + 1] == 'u'
        && Character.isLowSurrogate((char) unit(in, at));
  }

  private static byte simpleEscape(byte b) {
    return switch (b) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> b;
    };
  }

  private static int unit(byte[] in, int escape) {
    int unit = 0;
    for (int i = escape + 2; i < escape + 6; i++) {
      unit = (unit << 4) | hexDigit(in[i]);
    }
    return unit;
  }

  private static int hexDigit(byte b) {
    int lower = b | 0x20;
    return b >= '0' && b <= '9' ? b - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  private static int encode(int codePoint, byte[] out, int at) {
    int end = at;
    if (codePoint < 0x80) {
      out[end++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      out[end++] = (byte) (0xc0 | (codePoint >> 6));
      out[end++] = continuation(codePoint);
    } else if (codePoint < 0x10000) {
      out[end++] = (byte) (0xe0 | (codePoint >> 12));
      out[end++] = continuation(codePoint >> 6);
      out[end++] = continuation(codePoint);
    } else {
      out[end++] = (byte) (0xf0 | (codePoint >> 18));
      out[end++] = continuation(codePoint >> 12);
      out[end++] = continuation(codePoint >> 6);
      out[end++] = continuation(codePoint);
    }
    return end;
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3f));
  }
}
