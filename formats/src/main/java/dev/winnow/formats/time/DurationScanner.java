package dev.winnow.formats.time;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a length of time: a number with its unit ({@code 12ms}, {@code 1.5 s}, {@code 3 minutes}),
 * several of them ({@code 1h2m3.5s}), hours, minutes and seconds ({@code 00:01:02.5}), or a bare
 * number whose unit is known from elsewhere. Allocates nothing.
 */
public final class DurationScanner {
  /** The answer where there is no length of time. */
  public static final long NONE = -1;

  private static final long SECOND = 1_000_000_000L;
  private static final String[] UNITS = {
    "ns",
    "nanos",
    "nanoseconds",
    "us",
    "\u00b5s",
    "\u03bcs",
    "micros",
    "microseconds",
    "ms",
    "msec",
    "msecs",
    "millis",
    "millisecond",
    "milliseconds",
    "s",
    "sec",
    "secs",
    "second",
    "seconds",
    "m",
    "min",
    "mins",
    "minute",
    "minutes",
    "h",
    "hr",
    "hrs",
    "hour",
    "hours",
    "d",
    "day",
    "days"
  };
  private static final long[] NANOS = {
    1,
    1,
    1,
    1000,
    1000,
    1000,
    1000,
    1000,
    1_000_000,
    1_000_000,
    1_000_000,
    1_000_000,
    1_000_000,
    1_000_000,
    SECOND,
    SECOND,
    SECOND,
    SECOND,
    SECOND,
    60 * SECOND,
    60 * SECOND,
    60 * SECOND,
    60 * SECOND,
    60 * SECOND,
    3600 * SECOND,
    3600 * SECOND,
    3600 * SECOND,
    3600 * SECOND,
    3600 * SECOND,
    86_400 * SECOND,
    86_400 * SECOND,
    86_400 * SECOND
  };
  private static final byte[][] UNIT_BYTES = new byte[UNITS.length][];

  static {
    for (int i = 0; i < UNITS.length; i++) {
      UNIT_BYTES[i] = UNITS[i].getBytes(StandardCharsets.UTF_8);
    }
  }

  private DurationScanner() {}

  /**
   * The nanoseconds that {@code in[from, to)} stands for, or {@link #NONE}.
   *
   * @param unitNanos the unit of a number without one; 0 if it is not known
   */
  public static long nanos(byte[] in, int from, int to, long unitNanos) {
    int clock = clockEnd(in, from, to);
    if (clock == to) {
      return clock(in, from, to);
    }
    double sum = 0;
    int at = from;
    int numbers = 0;
    while (at < to) {
      int end = numberEnd(in, at, to);
      if (end == at) {
        return NONE;
      }
      double value = number(in, at, end);
      at = end < to && in[end] == ' ' ? end + 1 : end;
      int unitEnd = wordEnd(in, at, to);
      long unit =
          unitEnd == at ? (numbers == 0 && at == to ? unitNanos : 0) : unit(in, at, unitEnd);
      if (unit == 0) {
        return NONE;
      }
      sum += value * unit;
      numbers++;
      at = unitEnd < to && in[unitEnd] == ' ' ? unitEnd + 1 : unitEnd;
    }
    return numbers == 0 ? NONE : Math.round(sum);
  }

  /**
   * The nanoseconds of the number {@code in[from, to)} by the unit that follows it behind a blank,
   * as in {@code took 12 ms}; {@link #NONE} if none does.
   */
  public static long nanosByUnitBehind(byte[] in, int from, int to, int limit) {
    int unitFrom = to + 1;
    if (unitFrom >= limit || in[to] != ' ') {
      return NONE;
    }
    int unitEnd = wordEnd(in, unitFrom, limit);
    long unit = unit(in, unitFrom, unitEnd);
    return unit == 0 || numberEnd(in, from, to) != to
        ? NONE
        : Math.round(number(in, from, to) * unit);
  }

  private static long unit(byte[] in, int from, int to) {
    for (int i = 0; i < UNIT_BYTES.length; i++) {
      byte[] unit = UNIT_BYTES[i];
      if (unit.length == to - from && Arrays.equals(unit, 0, unit.length, in, from, to)) {
        return NANOS[i];
      }
    }
    return 0;
  }

  private static int wordEnd(byte[] in, int from, int to) {
    int at = from;
    while (at < to && isLetter(in[at])) {
      at++;
    }
    return at;
  }

  private static boolean isLetter(byte b) {
    int lower = b | 0x20;
    return b < 0 || (lower >= 'a' && lower <= 'z');
  }

  private static int numberEnd(byte[] in, int from, int to) {
    int at = from;
    while (at < to && (Characters.isDigit(in[at]) || (in[at] == '.' && at > from))) {
      at++;
    }
    return at;
  }

  /** The number in digits and at most one point. */
  private static double number(byte[] in, int from, int to) {
    double value = 0;
    double scale = 1;
    boolean fraction = false;
    for (int i = from; i < to; i++) {
      if (in[i] == '.') {
        fraction = true;
      } else {
        value = value * 10 + in[i] - '0';
        scale = fraction ? scale * 10 : scale;
      }
    }
    return value / scale;
  }

  /** Where hours, minutes and seconds end; -1 if they are none. */
  private static int clockEnd(byte[] in, int from, int to) {
    int colons = 0;
    for (int i = from; i < to; i++) {
      if (in[i] == ':') {
        colons++;
      } else if (!Characters.isDigit(in[i]) && !(in[i] == '.' && colons == 2)) {
        return -1;
      }
    }
    return colons == 2 ? to : -1;
  }

  private static long clock(byte[] in, int from, int to) {
    double seconds = 0;
    int part = from;
    for (int i = from; i <= to; i++) {
      if (i == to || in[i] == ':') {
        seconds = seconds * 60 + number(in, part, i);
        part = i + 1;
      }
    }
    return Math.round(seconds * SECOND);
  }
}
