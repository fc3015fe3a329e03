package dev.winnow.kernel.redaction;

/**
 * A value that stands where a secret would: nothing, a boolean, a mask such as {@code ***} or
 * {@code [FILTERED]}, or a placeholder such as {@code ${DB_PASSWORD}} or {@code %s}.
 */
final class StandIn {
  static final String[] NOTHINGS = {
    "null", "nil", "none", "undefined", "empty",
    "n/a", "true", "false", "yes", "no",
    "redacted", "filtered", "masked"
  };

  /** Words that are masks in brackets or between stars only; as they are, they are passwords. */
  static final String[] MASKS = {
    "hidden", "omitted", "password", "private",
    "protected", "removed", "sanitized", "scrubbed",
    "secret", "sensitive", "token"
  };

  /** The letters, stars, dots and the like that masks repeat. */
  private static final String REPEATED = "*xX.#-_?";

  private static final int MAX_PLACEHOLDER = 64;

  private StandIn() {}

  static boolean is(byte[] in, int from, int to) {
    return to - from == 1
        || ByteClass.isAnyOf(NOTHINGS, in, from, to)
        || isRepetition(in, from, to)
        || isBracketedMask(in, from, to)
        || hasStars(in, from, to)
        || isPlaceholder(in, from, to);
  }

  /** One byte over and over, or one character of three bytes, as bullets are. */
  private static boolean isRepetition(byte[] in, int from, int to) {
    boolean bullet = to - from >= 3 && in[from] == (byte) 0xe2;
    int period = bullet ? 3 : 1;
    if (!bullet && REPEATED.indexOf(in[from]) < 0) {
      return false;
    }
    for (int at = from + period; at < to; at++) {
      if (in[at] != in[at - period]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBracketedMask(byte[] in, int from, int to) {
    int start = from;
    while (start < to && "[(<{*".indexOf(in[start]) >= 0) {
      start++;
    }
    int end = to;
    while (end > start && "])>}*".indexOf(in[end - 1]) >= 0) {
      end--;
    }
    return start > from
        && (ByteClass.isAnyOf(NOTHINGS, in, start, end)
            || ByteClass.isAnyOf(MASKS, in, start, end));
  }

  /** A word of which a part is starred out, such as {@code sk-***wxyz}. */
  private static boolean hasStars(byte[] in, int from, int to) {
    int stars = 0;
    int most = 0;
    for (int at = from; at < to; at++) {
      if (in[at] != '*' && !ByteClass.is(in[at], ByteClass.WORD)) {
        return false;
      }
      stars = in[at] == '*' ? stars + 1 : 0;
      most = Math.max(most, stars);
    }
    return most >= 3;
  }

  /** What a format string, a template or a query has in the place of a value. */
  private static boolean isPlaceholder(byte[] in, int from, int to) {
    if (to - from > MAX_PLACEHOLDER) {
      return false;
    }
    return switch (in[from]) {
      case '{' -> isNameIn(in, from + 1, to, '}');
      case '<' -> in[to - 1] == '>' && isNameIn(in, from + 1, to, '>');
      case '#' -> in[from + 1] == '{' && isNameIn(in, from + 2, to, '}');
      case '%' -> isFormatSpecifier(in, from + 1, to);
      case '$' -> isVariable(in, from + 1, to);
      default -> false;
    };
  }

  private static boolean isVariable(byte[] in, int from, int to) {
    if (in[from] == '{' || in[from] == '(') {
      return isNameIn(in, from + 1, to, in[from] == '{' ? '}' : ')');
    }
    int classes = ByteClass.UPPER | ByteClass.DIGIT | ByteClass.UNDERSCORE;
    return ByteClass.skip(classes, in, from, to) == to;
  }

  /** {@code s}, {@code 1$s}, {@code (password)s} or {@code {password}}. */
  private static boolean isFormatSpecifier(byte[] in, int from, int to) {
    if (in[from] == '{') {
      return isNameIn(in, from + 1, to, '}');
    }
    if (in[from] == '(') {
      return ByteClass.is(in[to - 1], ByteClass.LETTER) && in[to - 2] == ')';
    }
    int at = ByteClass.skip(ByteClass.DIGIT, in, from, to);
    at += at < to && in[at] == '$' ? 1 : 0;
    return at == to - 1 && ByteClass.is(in[at], ByteClass.LETTER);
  }

  /** Whether all is one name, which may be closed. */
  private static boolean isNameIn(byte[] in, int from, int to, char closing) {
    int at = from;
    while (at < to && (in[at] == '{' || in[at] == ' ')) {
      at++;
    }
    at = ByteClass.skip(ByteClass.WORD | ByteClass.BLANK, in, at, to);
    while (at < to && in[at] == closing) {
      at++;
    }
    return at == to;
  }
}
