package dev.winnow.kernel.stacktrace;

import dev.winnow.kernel.swar.EightBytes;

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
    separator = EightBytes.indexOf(in, from, to, (byte) '\n') >= 0 ? FEED : replacement(from);
    return !separator.isEmpty();
  }

  /** What stands for a line feed in a text without one: the first that is there; else nothing. */
  private String replacement(int from) {
    int escaped = Line.find(in, ESCAPED, from, to);
    int octal = Line.find(in, OCTAL, from, escaped < 0 ? to : escaped);
    return octal >= 0 ? OCTAL : escaped >= 0 ? ESCAPED : "";
  }

  /** Reads the line that starts at a position and returns where the next one starts. */
  int read(int start, Line line) {
    int end = Line.find(in, separator, start, to);
    line.set(in, start, end < 0 ? to : end);
    return end < 0 ? to : end + separator.length();
  }
}
