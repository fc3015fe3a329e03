package dev.winnow.kernel.severity;

/**
 * Signs of an exception in a text: the lines that runtimes print around one, or its class. A class
 * counts if its name is qualified ({@code java.io.IOException}) or if it is followed by a message,
 * a place or the end of the line ({@code TypeError: x is not a function}).
 */
final class ExceptionMark {
  private ExceptionMark() {}

  /**
   * Whether a class ends with the word at an offset, or such a line follows the one ended there.
   */
  static boolean isAt(byte[] in, int from, int at, int to) {
    return switch (in[at]) {
      case '\n' -> startsLine(in, at + 1, to);
      case 'E' -> isClass(in, from, at, to);
      default -> false;
    };
  }

  /** Whether a line that begins at an offset is one that runtimes print. */
  static boolean startsLine(byte[] in, int at, int to) {
    return switch (Bytes.at(in, at, at, to)) {
      case 'T' -> Bytes.startsWith(in, at, to, "Traceback (most recent call last)");
      case 'E' -> Bytes.startsWith(in, at, to, "Exception in thread ");
      case 'C' -> Bytes.startsWith(in, at, to, "Caused by: ");
      case 'p' -> Bytes.startsWith(in, at, to, "panic: ");
      case 'f' -> Bytes.startsWith(in, at, to, "fatal error: ");
      case '\t' -> Bytes.startsWith(in, at, to, "\tat ");
      case ' ' -> Bytes.startsWith(in, at, to, "    at ");
      default -> false;
    };
  }

  /** Whether the suffix {@code Exception} or {@code Error} at {@code suffix} ends a class name. */
  private static boolean isClass(byte[] in, int from, int suffix, int to) {
    int end = suffix + suffixLength(in, suffix, to);
    int name = suffix;
    while (name > from && (Bytes.isLetter(in[name - 1]) || Bytes.isDigit(in[name - 1]))) {
      name--;
    }
    if (end == suffix
        || name == suffix
        || !Bytes.isUpper(in[name])
        || Bytes.startsWith(in, name, to, "NoError")) {
      return false;
    }
    byte before = Bytes.at(in, from, name - 1, to);
    boolean qualified = before == '.' && Bytes.isWord(Bytes.at(in, from, name - 2, to));
    return qualified ? !continues(in, end, to) : before != '.' && isReported(in, end, to);
  }

  private static int suffixLength(byte[] in, int at, int to) {
    return Bytes.startsWith(in, at, to, "Exception")
        ? 9
        : Bytes.startsWith(in, at, to, "Error") ? 5 : 0;
  }

  /** Whether a longer name, a call, a member or an assignment follows. */
  private static boolean continues(byte[] in, int end, int to) {
    byte after = Bytes.at(in, end, end, to);
    boolean member = after == '.' && Bytes.isWord(Bytes.at(in, end, end + 1, to));
    return Bytes.isWord(after) || after == '(' || after == '=' || after == '$' || member;
  }

  private static boolean isReported(byte[] in, int end, int to) {
    byte after = Bytes.at(in, end, end, to);
    return after == 0
        || after == '\n'
        || after == '\r'
        || Bytes.startsWith(in, end, to, " at ")
        || (after == ':' && !Nothing.follows(in, end + 1, to));
  }
}
