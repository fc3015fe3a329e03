package dev.winnow.kernel.redaction;

/**
 * Where values end: at their closing quote, or at what follows values that have none. Every end is
 * also that of a {@linkplain SecretMarker marker}: if one begins inside the value, the end is where
 * it begins.
 */
final class ValueEnd {
  private static final int MAX_ESCAPES = 8;

  private ValueEnd() {}

  /** Where a value begins whose opening quote, perhaps escaped, may be at {@code from}. */
  static int afterQuote(byte[] in, int from, int to) {
    int at = from;
    if (at + 1 < to && "bBrRuU".indexOf(in[at]) >= 0 && isQuote(in[at + 1])) {
      return at + 2;
    }
    while (at < to && in[at] == '\\' && at - from < MAX_ESCAPES) {
      at++;
    }
    return at < to && isQuote(in[at]) ? at + 1 : from;
  }

  /** The end of a value that runs to its closing quote, or to the end of the line without one. */
  static int quoted(byte[] in, int opening, int from, int to) {
    byte quote = in[from - 1];
    int escapes = in[opening] == '\\' ? from - 1 - opening : 0;
    int backslashes = 0;
    for (int at = from; at < to; at++) {
      byte b = in[at];
      if (b == quote && (backslashes <= escapes || (escapes == 0 && backslashes % 2 == 0))) {
        return at - (escapes == 0 ? 0 : backslashes);
      }
      if (ByteClass.is(b, ByteClass.BREAK) || isMarker(in, at, to)) {
        return at;
      }
      backslashes = b == '\\' ? backslashes + 1 : 0;
    }
    return to;
  }

  /** The end of a value that stands without quotes and may hold punctuation, as passwords do. */
  static int unquoted(byte[] in, int from, int to) {
    for (int at = from; at < to; at++) {
      int kind = ByteClass.of(in[at]);
      boolean ends =
          (kind & ByteClass.HARD) != 0
              || ((kind & ByteClass.SOFT) != 0 && endsAtPunctuation(in, at, to))
              || (in[at] == '<' && (isMarker(in, at, to) || isClosingTag(in, at, to)))
              || (in[at] == '\\' && isEscape(in, at, to))
              || ((kind & ByteClass.HIGH) != 0 && isWidePunctuation(in, at, to));
      if (ends) {
        return at;
      }
    }
    return to;
  }

  /** The end of a value of a token's alphabet, which has no blanks, brackets, quotes and commas. */
  static int token(byte[] in, int from, int to) {
    int stops = ByteClass.HARD | ByteClass.SOFT | ByteClass.BRACKET;
    int at = from;
    while (at < to && !ByteClass.is(in[at], stops) && in[at] != '\\') {
      at++;
    }
    return at;
  }

  private static boolean isQuote(byte b) {
    return ByteClass.is(b, ByteClass.QUOTE);
  }

  private static boolean isMarker(byte[] in, int at, int to) {
    return in[at] == '<' && SecretMarker.isAt(in, at, to);
  }

  private static boolean isClosingTag(byte[] in, int at, int to) {
    return at + 1 < to && in[at + 1] == '/';
  }

  /** Whether a backslash begins the escape of a character that ends values. */
  private static boolean isEscape(byte[] in, int at, int to) {
    return at + 1 < to && "nrtu\"'".indexOf(in[at + 1]) >= 0;
  }

  /** CJK and full-width punctuation, U+3000 to U+303F and U+FF00 to U+FF3F. */
  private static boolean isWidePunctuation(byte[] in, int at, int to) {
    return at + 1 < to
        && ((in[at] == (byte) 0xe3 && in[at + 1] == (byte) 0x80)
            || (in[at] == (byte) 0xef && in[at + 1] == (byte) 0xbc));
  }

  /**
   * Whether the punctuation at {@code at} ends the value: nothing follows, or another end, or the
   * next key. Otherwise it belongs to the value: {@code Tr0ub4dor&3}.
   */
  private static boolean endsAtPunctuation(byte[] in, int at, int to) {
    int next = at + 1;
    int ends = ByteClass.HARD | ByteClass.SOFT | ByteClass.BRACKET;
    if (next == to || ByteClass.is(in[next], ends) || in[next] == '\\' || in[next] == ':') {
      return true;
    }
    int joint = ByteClass.skip(ByteClass.JOINT, in, next, to);
    int word = ByteClass.skip(ByteClass.WORD, in, joint, to);
    return word == to
        ? word == joint
        : in[word] == '=' || in[word] == ':' || (word == joint && joint > next);
  }
}
