package dev.winnow.cli.console;

import java.util.Locale;

/** Numbers as people read them, the same under every locale. */
public final class Figures {
  private static final String[] BYTE_UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

  private static final String[] TIME_UNITS = {"µs", "ms", "s"};

  private Figures() {}

  /** A count in groups of three digits: {@code 6 041 223}. */
  public static String count(long count) {
    StringBuilder digits = new StringBuilder(Long.toString(count));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, ' ');
    }
    return digits.toString();
  }

  /** A count and what is counted, in the singular if there is one. */
  public static String count(long count, String one, String many) {
    return count(count) + " " + (count == 1 ? one : many);
  }

  /** A number of bytes in the largest unit that leaves something before the point. */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.5) {
      value /= 1000;
      unit++;
    }
    int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f %s", value, BYTE_UNITS[unit]);
  }

  /** A share in percent; neither 0 nor 100 unless it is that exactly. */
  public static String share(long part, long whole) {
    if (part == 0 || part == whole) {
      return part == 0 ? "0 %" : "100 %";
    }
    double percent = 100.0 * part / whole;
    if (percent < 0.1) {
      return "<0.1 %";
    }
    return percent > 99.9 ? ">99.9 %" : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /**
   * A length of time in nanoseconds, in the largest unit that leaves something before the point.
   */
  public static String time(double nanos) {
    if (nanos >= 120e9) {
      return duration(Math.round(nanos / 1e9));
    }
    double value = nanos / 1e3;
    int unit = 0;
    while (value >= 999.5 && unit < TIME_UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    int decimals = value == Math.rint(value) || value >= 99.95 ? 0 : value < 9.995 ? 2 : 1;
    return String.format(Locale.ROOT, "%." + decimals + "f %s", value, TIME_UNITS[unit]);
  }

  /** A duration in its two largest units. */
  public static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    if (seconds < 86_400) {
      return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
    return seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
  }
}
