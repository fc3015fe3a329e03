package dev.winnow.kernel.severity;

import dev.winnow.kernel.record.SeverityNumber;

/** The severity in front of everything else: a syslog priority or a klog header. */
final class LinePrefix {
  private static final String KLOG_SHAPE = "L0000 00:00:00";
  private static final int MAX_PRIORITY_DIGITS = 3;

  private LinePrefix() {}

  /** The severity of the prefix; unspecified if there is none. */
  static SeverityNumber find(byte[] in, int from, int to) {
    int end =
        Bytes.at(in, from, from, to) == '<'
            ? priorityEnd(in, from, to)
            : isKlogHeader(in, from, to) ? from + 1 : from;
    int entry = LevelNames.TABLE.findExact(in, from, end);
    return entry == NameTable.UNKNOWN
        ? SeverityNumber.UNSPECIFIED
        : SeverityNumber.of(NameTable.number(entry));
  }

  /** The end of {@code <13>}, or of whatever begins like it. */
  private static int priorityEnd(byte[] in, int from, int to) {
    int end = from + 1;
    while (end < to && end - from <= MAX_PRIORITY_DIGITS && Bytes.isDigit(in[end])) {
      end++;
    }
    return Math.min(end + 1, to);
  }

  /** {@code Lmmdd hh:mm:ss}, where L is one of the letters I, W, E, F. */
  private static boolean isKlogHeader(byte[] in, int from, int to) {
    if (to - from < KLOG_SHAPE.length()) {
      return false;
    }
    for (int i = 1; i < KLOG_SHAPE.length(); i++) {
      byte b = in[from + i];
      if (KLOG_SHAPE.charAt(i) == '0' ? !Bytes.isDigit(b) : b != KLOG_SHAPE.charAt(i)) {
        return false;
      }
    }
    return in[from] == 'I' || in[from] == 'W' || in[from] == 'E' || in[from] == 'F';
  }
}
