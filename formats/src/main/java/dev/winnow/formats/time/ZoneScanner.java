package dev.winnow.formats.time;

/** Reads the zone behind a time of day: {@code Z}, an offset, or a name. One per thread. */
final class ZoneScanner {
  /** Names that mean one offset only; {@code CST} and {@code IST} mean several. */
  private static final String[] NAMES = {
    "UTC", "GMT", "CEST", "CET", "EEST", "EET", "WEST", "WET", "MSK", "JST", "KST", "EST", "EDT",
    "CDT", "MDT", "PST", "PDT"
  };

  private static final int[] HOURS = {0, 0, 2, 1, 3, 2, 1, 0, 3, 9, 9, -5, -4, -5, -6, -8, -7};
  private static final int MIN_NAME = 3;
  private static final int MAX_NAME = 4;
  private static final int MAX_HOURS = 18;
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private int offsetSeconds = UNKNOWN;

  /** Reads the zone at {@code at}; returns its end, or {@code at} if there is none. */
  int scan(byte[] in, int at, int to) {
    offsetSeconds = UNKNOWN;
    if (at < to && in[at] == 'Z') {
      offsetSeconds = 0;
      return at + 1;
    }
    boolean apart = at < to && in[at] == ' ';
    int start = apart ? at + 1 : at;
    int end = start;
    if (start < to && (in[start] == '+' || in[start] == '-')) {
      end = offset(in, start, to, apart);
    } else if (apart) {
      end = name(in, start, to);
    }
    return offsetSeconds == UNKNOWN ? at : end;
  }

  /** Whether there was one. */
  boolean isFound() {
    return offsetSeconds != UNKNOWN;
  }

  /** Seconds east of UTC; 0 if there was none. */
  int offsetSeconds() {
    return isFound() ? offsetSeconds : 0;
  }

  /** {@code +01:00}, {@code +0100}, and {@code +01} where no blank stands in front. */
  private int offset(byte[] in, int sign, int to, boolean apart) {
    int hours = twoDigits(in, sign + 1, to);
    int end = sign + 3;
    boolean colon = end < to && in[end] == ':';
    int minutesAt = colon ? end + 1 : end;
    int minutes = twoDigits(in, minutesAt, to);
    boolean hoursOnly = minutes == UNKNOWN && !colon && !apart;
    if (hours == UNKNOWN
        || hours > MAX_HOURS
        || (minutes == UNKNOWN && !hoursOnly)
        || minutes > 59) {
      return sign;
    }
    int seconds = hours * 3600 + (hoursOnly ? 0 : minutes * 60);
    offsetSeconds = in[sign] == '-' ? -seconds : seconds;
    return hoursOnly ? end : minutesAt + 2;
  }

  private static int twoDigits(byte[] in, int at, int to) {
    return to - at >= 2 && Characters.isDigit(in[at]) && Characters.isDigit(in[at + 1])
        ? (in[at] - '0') * 10 + in[at + 1] - '0'
        : UNKNOWN;
  }

  private int name(byte[] in, int from, int to) {
    int end = from;
    while (end < to && end - from <= MAX_NAME && Characters.isUpper(in[end])) {
      end++;
    }
    if (end - from >= MIN_NAME && (end == to || !Characters.isWord(in[end]))) {
      for (int i = 0; i < NAMES.length; i++) {
        if (is(NAMES[i], in, from, end)) {
          offsetSeconds = HOURS[i] * 3600;
        }
      }
    }
    return end;
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
