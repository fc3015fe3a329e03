package dev.winnow.formats.join;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a line looks like, whatever it says. */
final class LineShape {
  /** What {@code journalctl} writes between records. */
  private static final byte[][] HEADERS = {
    ascii("-- Journal begins at "),
    ascii("-- Logs begin at "),
    ascii("-- Boot "),
    ascii("-- Reboot --"),
    ascii("-- No entries --")
  };

  private LineShape() {}

  /** The number of blanks and tabs in front. */
  static int indent(byte[] in, int from, int to) {
    int at = from;
    while (at < to && (in[at] == ' ' || in[at] == '\t')) {
      at++;
    }
    return at - from;
  }

  static boolean isBlank(byte[] in, int from, int to) {
    return indent(in, from, to) == to - from;
  }

  /** Whether no byte is more than a control character or a blank. */
  static boolean isUnprintable(byte[] in, int from, int to) {
    for (int i = from; i < to; i++) {
      if (in[i] < 0 || in[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the line was written by the tool that made the file, and not by what it is a log of.
   */
  static boolean isHeader(byte[] in, int from, int to) {
    if (from == to || in[from] != '-') {
      return false;
    }
    for (byte[] header : HEADERS) {
      int end = Math.min(to, from + header.length);
      if (Arrays.equals(in, from, end, header, 0, header.length)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line only closes what lines before it have opened. */
  static boolean closesBrackets(byte[] in, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (in[i]) {
        case '}', ']', ')', ';', ',' -> {}
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
