package dev.winnow.kernel.form;

/** Reads a text that is nothing but {@code key=value} pairs, as logfmt writers produce it. */
final class LogfmtReader {
  /** Fewer pairs are free text that happens to hold an equals sign. */
  private static final int LEAST_PAIRS = 3;

  private LogfmtReader() {}

  /** Adds the pairs of the text; returns whether it is logfmt as a whole. */
  static boolean read(byte[] in, int from, int to, Pairs pairs) {
    int at = from;
    while (at < to) {
      if (in[at] == ' ') {
        at++;
        continue;
      }
      int keyEnd = keyEnd(in, at, to);
      if (keyEnd == at || keyEnd >= to || in[keyEnd] != '=') {
        return false;
      }
      boolean quoted = keyEnd + 1 < to && in[keyEnd + 1] == '"';
      int valueFrom = quoted ? keyEnd + 2 : keyEnd + 1;
      int valueTo = quoted ? quotedEnd(in, valueFrom, to) : bareEnd(in, valueFrom, to);
      if (valueTo < 0 || !pairs.add(at, keyEnd, valueFrom, valueTo, Pairs.Kind.STRING)) {
        return false;
      }
      at = quoted ? valueTo + 1 : valueTo;
      if (at < to && in[at] != ' ') {
        return false;
      }
    }
    return pairs.size() >= LEAST_PAIRS && pairs.size() <= Pairs.MAX_OF_ONE;
  }

  private static int keyEnd(byte[] in, int from, int to) {
    int at = from;
    while (at < to && isKeyByte(in[at])) {
      at++;
    }
    return at;
  }

  private static boolean isKeyByte(byte b) {
    return ((b | 0x20) >= 'a' && (b | 0x20) <= 'z')
        || Numbers.isDigit(b)
        || b == '_'
        || b == '.'
        || b == '-'
        || b == '@'
        || b == '/';
  }

  private static int bareEnd(byte[] in, int from, int to) {
    int at = from;
    while (at < to && in[at] != ' ') {
      if (in[at] == '"' || in[at] == '=' || in[at] == '\n') {
        return -1;
      }
      at++;
    }
    return at;
  }

  private static int quotedEnd(byte[] in, int from, int to) {
    for (int at = from; at < to; at++) {
      if (in[at] == '\\') {
        at++;
      } else if (in[at] == '"') {
        return at;
      }
    }
    return -1;
  }
}
