package dev.winnow.kernel.severity;

import dev.winnow.kernel.record.SeverityNumber;

/** The severity in front of everything else, where only its place tells that it is one. */
final class LinePrefix {
  /** In a shape, 0 stands for a digit, A for a capital, a for a small letter. */
  private static final String KLOG = "A0000 00:00:00";

  private static final String REDIS = ":A 00 Aaa 0000 00:00:00.000 ";
  private static final String NPM = "npm ";

  private static final int MAX_PRIORITY_DIGITS = 3;

  private LinePrefix() {}

  /** The severity of the prefix; unspecified if there is none. */
  static SeverityNumber find(byte[] in, int from, int to) {
    byte first = Bytes.at(in, from, from, to);
    if (first == '<') {
      return named(in, from, Math.min(to, digitsEnd(in, from + 1, to) + 1));
    }
    if (Bytes.isDigit(first)) {
      return redisMark(in, from, to);
    }
    if (first == 'n' && Bytes.startsWith(in, from, to, NPM)) {
      return npmLevel(in, from + NPM.length(), to);
    }
    boolean isKlog = isKlogLetter(first) && hasShape(in, from, to, KLOG);
    return isKlog ? named(in, from, from + 1) : SeverityNumber.UNSPECIFIED;
  }

  /** A word of letters; numbers and single letters are arguments of npm. */
  private static SeverityNumber npmLevel(byte[] in, int word, int to) {
    int end = word;
    while (end < to && Bytes.isLetter(in[end])) {
      end++;
    }
    return end - word > 1 && !Bytes.isWord(Bytes.at(in, word, end, to))
        ? named(in, word, end)
        : SeverityNumber.UNSPECIFIED;
  }

  private static SeverityNumber named(byte[] in, int from, int to) {
    int entry = LevelNames.TABLE.findExact(in, from, to);
    return entry == NameTable.UNKNOWN
        ? SeverityNumber.UNSPECIFIED
        : SeverityNumber.of(NameTable.number(entry));
  }

  private static int digitsEnd(byte[] in, int at, int to) {
    int end = at;
    while (end < to && end - at < MAX_PRIORITY_DIGITS && Bytes.isDigit(in[end])) {
      end++;
    }
    return end;
  }

  private static boolean isKlogLetter(byte b) {
    return b == 'I' || b == 'W' || b == 'E' || b == 'F';
  }

  /** {@code pid:role date time MARK ...}; the marks mean a level nowhere else. */
  private static SeverityNumber redisMark(byte[] in, int from, int to) {
    int pidEnd = from;
    while (pidEnd < to && Bytes.isDigit(in[pidEnd])) {
      pidEnd++;
    }
    int mark = pidEnd + REDIS.length();
    if (!hasShape(in, pidEnd, to, REDIS) || Bytes.at(in, from, mark + 1, to) != ' ') {
      return SeverityNumber.UNSPECIFIED;
    }
    return switch (in[mark]) {
      case '.', '-' -> SeverityNumber.DEBUG;
      case '*' -> SeverityNumber.INFO2;
      case '#' -> SeverityNumber.WARN;
      default -> SeverityNumber.UNSPECIFIED;
    };
  }

  private static boolean hasShape(byte[] in, int at, int to, String shape) {
    if (to - at < shape.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      byte b = in[at + i];
      boolean fits =
          switch (shape.charAt(i)) {
            case '0' -> Bytes.isDigit(b);
            case 'A' -> Bytes.isUpper(b);
            case 'a' -> Bytes.isLetter(b) && !Bytes.isUpper(b);
            default -> b == shape.charAt(i);
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
