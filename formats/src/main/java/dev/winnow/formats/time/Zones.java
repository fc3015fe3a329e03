package dev.winnow.formats.time;

/** Abbreviations of time zones that mean one offset only; {@code CST}, {@code IST} mean several. */
final class Zones {
  static final int UNKNOWN = Integer.MIN_VALUE;

  private static final String[] NAMES = {
    "UTC", "GMT", "CEST", "CET", "EEST", "EET", "WEST", "WET", "MSK", "JST", "KST", "EST", "EDT",
    "CDT", "MDT", "PST", "PDT"
  };
  private static final int[] HOURS = {0, 0, 2, 1, 3, 2, 1, 0, 3, 9, 9, -5, -4, -5, -6, -8, -7};

  private Zones() {}

  /** Seconds east of UTC, or {@link #UNKNOWN}. */
  static int offsetSeconds(byte[] in, int from, int to) {
    for (int i = 0; i < NAMES.length; i++) {
      if (is(NAMES[i], in, from, to)) {
        return HOURS[i] * 3600;
      }
    }
    return UNKNOWN;
  }

  private static boolean is(String name, byte[] in, int from, int to) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (in[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
