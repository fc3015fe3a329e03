package dev.winnow.kernel.form;

import java.nio.charset.StandardCharsets;

/** The units that may be written directly behind a number. */
final class Units {
  private static final String[] TIME = {
    "ns", "us", "\u00b5s", "\u03bcs", "ms", "s", "m", "h", "d", "sec", "secs", "second", "seconds",
    "min", "mins", "minute", "minutes", "hr", "hrs", "hour", "hours", "day", "days", "msec", "usec",
    "nsec", "millis", "nanos", "micros", "msecs", "usecs"
  };
  private static final String[] SIZE = {
    "b", "kb", "mb", "gb", "tb", "pb", "kib", "mib", "gib", "tib", "pib", "k", "g", "t", "byte",
    "bytes", "bit", "bits", "kbit", "mbit", "gbit", "bps", "kbps", "mbps", "gbps", "kib/s", "mib/s",
    "gib/s", "b/s", "kb/s", "mb/s", "gb/s"
  };

  /** The longest unit in bytes of UTF-8. */
  private static final int LONGEST = 7;

  private static final byte[][] TIMES = bytes(TIME);
  private static final byte[][] SIZES = bytes(SIZE);

  private Units() {}

  /** Whether a unit of time, in any case but for single letters: {@code M} is a size. */
  static boolean isTime(byte[] in, int from, int to) {
    boolean capital = to - from == 1 && in[from] >= 'A' && in[from] <= 'Z';
    return !capital && contains(TIMES, in, from, to);
  }

  /** Whether a unit of information, in any case; {@code M} is one, {@code m} is a minute. */
  static boolean isSize(byte[] in, int from, int to) {
    return contains(SIZES, in, from, to) || (to - from == 1 && in[from] == 'M');
  }

  private static boolean contains(byte[][] units, byte[] in, int from, int to) {
    if (to - from > LONGEST || from == to || !mayBegin(in[from])) {
      return false;
    }
    for (byte[] unit : units) {
      if (unit.length == to - from && equalsIgnoringCase(unit, in, from)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a unit may begin with the byte: a letter, or the first byte of one beyond ASCII. */
  static boolean mayBegin(byte b) {
    return b < 0 || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z');
  }

  private static boolean equalsIgnoringCase(byte[] lower, byte[] in, int from) {
    for (int i = 0; i < lower.length; i++) {
      byte b = in[from + i];
      if (lower[i] != (b >= 'A' && b <= 'Z' ? b | 0x20 : b)) {
        return false;
      }
    }
    return true;
  }

  private static byte[][] bytes(String[] units) {
    byte[][] all = new byte[units.length][];
    for (int i = 0; i < units.length; i++) {
      all[i] = units[i].getBytes(StandardCharsets.UTF_8);
    }
    return all;
  }
}
