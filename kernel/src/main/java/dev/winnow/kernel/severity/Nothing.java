package dev.winnow.kernel.severity;

/** The values by which a text says that there is none: the rest of {@code error: 0}. */
final class Nothing {
  private static final String[] WORDS = {"0", "none", "null", "nil", "no", "false"};

  private Nothing() {}

  /** Whether the rest of the line is nothing but such a value. */
  static boolean follows(byte[] in, int at, int to) {
    int from = Bytes.skipBlanks(in, at, to);
    int end = Bytes.skipBlanksBefore(in, from, Bytes.lineEnd(in, from, to));
    for (String word : WORDS) {
      if (end - from == word.length() && Bytes.startsWithIgnoringCase(in, from, end, word)) {
        return true;
      }
    }
    return false;
  }
}
