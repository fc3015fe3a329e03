package dev.winnow.kernel.severity;

/**
 * Signs of an exception in a text: the lines that runtimes print around one, or its class. A class
 * counts if its name is qualified ({@code java.io.IOException}) or if it is followed by a message,
 * a place or the end of the line ({@code TypeError: x is not a function}).
 */
final class ExceptionMark {
  private static final String[] LINE_STARTS = {
    "Traceback (most recent call last)",
    "Exception in thread ",
    "Caused by: ",
    "panic: ",
    "fatal error: ",
    "\tat ",
    "    at "
  };

  private ExceptionMark() {}

  static boolean isIn(byte[] in, int from, int to) {
    boolean lineStart = true;
    for (int i = from; i < to; i++) {
      if ((lineStart && startsLine(in, i, to)) || (in[i] == 'E' && isClass(in, from, i, to))) {
        return true;
      }
      lineStart = in[i] == '\n';
    }
    return false;
  }

  private static boolean startsLine(byte[] in, int at, int to) {
    for (String start : LINE_STARTS) {
      if (Bytes.startsWith(in, at, to, start)) {
        return true;
      }
    }
    return false;
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
