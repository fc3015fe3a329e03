package dev.winnow.kernel.stacktrace;

/**
 * The lines of a body: broken at line feeds or, if it has none, at what shippers write in their
 * place, {@code \n} in two characters or syslog's {@code #012}.
 */
final class Lines {
  private static final String FEED = "\n";
  private static final String ESCAPED = "\\n";
  private static final String OCTAL = "#012";

  private byte[] in = {};
  private int to;
  private String separator = FEED;

  /** Starts over; false if the text is a single line. */
  boolean reset(byte[] in, int from, int to) {
    this.in = in;
    this.to = to;
    separator = "";
    for (int i = from; i < to; i++) {
      if (in[i] == '\n') {
        separator = FEED;
        return true;
      }
      if (separator.isEmpty()) {
        separator = separatorAt(i);
      }
    }
    return !separator.isEmpty();
  }

  private String separatorAt(int at) {
    if (in[at] == '\\' && Line.has(in, ESCAPED, at, to)) {
      return ESCAPED;
    }
    return in[at] == '#' && Line.has(in, OCTAL, at, to) ? OCTAL : "";
  }

  /** Reads the line that starts at a position and returns where the next one starts. */
  int read(int start, Line line) {
    int end = Line.find(in, separator, start, to);
    line.set(in, start, end < 0 ? to : end);
    return end < 0 ? to : end + separator.length();
  }
}
