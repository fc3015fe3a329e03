package dev.winnow.kernel.form;

/**
 * Finds the placeholders of format strings: {@code {}} and {@code {name}} as in SLF4J, Log4j 2,
 * Python and .NET, {@code ${name}}, and the conversions of printf.
 */
final class Placeholders {
  private static final int LONGEST = 64;
  private static final String CONVERSIONS = "sdifFeEgGxXcoubpqrtTvUw";

  private Placeholders() {}

  /** The end of the placeholder that begins at {@code at}, or {@code at} if none does. */
  static int end(byte[] in, int at, int to) {
    return switch (in[at]) {
      case '{' -> braces(in, at, at, to);
      case '$' -> at + 1 < to && in[at + 1] == '{' ? braces(in, at, at + 1, to) : at;
      case '%' -> conversion(in, at, to);
      default -> at;
    };
  }

  private static int braces(byte[] in, int start, int open, int to) {
    int limit = Math.min(to, open + LONGEST);
    for (int at = open + 1; at < limit; at++) {
      if (in[at] == '}') {
        return at + 1;
      }
      if (!isNameByte(in[at])) {
        return start;
      }
    }
    return start;
  }

  private static boolean isNameByte(byte b) {
    return ((b | 0x20) >= 'a' && (b | 0x20) <= 'z')
        || Numbers.isDigit(b)
        || "_@$:.,!#-+?/".indexOf(b) >= 0;
  }

  /** {@code %-8.3f}, {@code %1$s}, {@code %(name)s}; the space flag is left out for "5 % of". */
  private static int conversion(byte[] in, int start, int to) {
    int at = start + 1;
    if (at < to && in[at] == '(') {
      while (at < to && in[at] != ')' && at - start < LONGEST) {
        at++;
      }
      at++;
    }
    while (at < to && (Numbers.isDigit(in[at]) || "+-#.*$,l".indexOf(in[at]) >= 0)) {
      at++;
    }
    return at < to && CONVERSIONS.indexOf(in[at]) >= 0 ? at + 1 : start;
  }
}
