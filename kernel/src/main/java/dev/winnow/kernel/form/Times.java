package dev.winnow.kernel.form;

/** The grammar of dates and times that are one word, and of the words that join them. */
final class Times {
  /** What a time holds; together they say what may still follow it. */
  static final int DATE = 1;

  static final int YEAR = 2;
  static final int CLOCK = 4;

  private static final int NONE = 0;
  private static final int[] MONTHS = keys("JanFebMarAprMayJunJulAugSepOctNovDec");
  private static final int[] DAYS = keys("MonTueWedThuFriSatSun");
  private static final String[] MONTH_REST = {
    "uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"
  };
  private static final String[] DAY_REST = {
    "day", "sday", "nesday", "rsday", "day", "urday", "day"
  };

  private Times() {}

  /**
   * Which of {@link #DATE}, {@link #YEAR} and {@link #CLOCK} the word holds; 0 if it is no time.
   */
  static int parts(byte[] in, int from, int to) {
    boolean ends = in[to - 1] == 'Z' || Numbers.isDigit(in[to - 1]);
    if (to - from < 4 || !ends || !Numbers.isDigit(in[from])) {
      return NONE;
    }
    int date = date(in, from, to);
    if (date == to) {
      return DATE | YEAR;
    }
    if (date < 0) {
      return clock(in, from, to) ? CLOCK : NONE;
    }
    boolean joined = "T:_- ".indexOf(in[date]) >= 0;
    return joined && clock(in, date + 1, to) ? DATE | YEAR | CLOCK : NONE;
  }

  /** Whether the word is an English month, short or long, with a capital. */
  static boolean isMonth(byte[] in, int from, int to) {
    return name(MONTHS, MONTH_REST, in, from, to);
  }

  /** Whether the word is an English day of the week, short or long, with a capital. */
  static boolean isDay(byte[] in, int from, int to) {
    return name(DAYS, DAY_REST, in, from, to);
  }

  static boolean isYear(byte[] in, int from, int to) {
    return to - from == 4
        && ((in[from] == '1' && in[from + 1] == '9') || (in[from] == '2' && in[from + 1] == '0'));
  }

  static boolean isDayOfMonth(byte[] in, int from, int to) {
    if (!Numbers.isInteger(in, from, to) || to - from > 2) {
      return false;
    }
    int day = to - from == 1 ? in[from] - '0' : (in[from] - '0') * 10 + in[from + 1] - '0';
    return day >= 1 && day <= 31;
  }

  /** A zone that may stand apart behind a clock: {@code +0200}, {@code UTC}, {@code GMT}. */
  static boolean isZone(byte[] in, int from, int to) {
    if (to - from == 3) {
      return is("UTC", in, from) || is("GMT", in, from);
    }
    return to - from == 5
        && (in[from] == '+' || in[from] == '-')
        && Numbers.isInteger(in, from + 1, to);
  }

  private static int date(byte[] in, int from, int to) {
    int first = Numbers.digits(in, from, to);
    if (first == from || first >= to || "-/.".indexOf(in[first]) < 0) {
      return -1;
    }
    byte joint = in[first];
    int second = Numbers.digits(in, first + 1, to);
    if (second == first + 1) {
      second = month(in, first + 1, to);
    }
    if (second < 0 || second >= to || in[second] != joint || second - first > 4) {
      return -1;
    }
    int third = Numbers.digits(in, second + 1, to);
    boolean yearFirst = first - from == 4 && isYear(in, from, first);
    boolean yearLast = third - second == 5 && first - from <= 2;
    boolean short3 = third - second >= 2 && third - second <= 3;
    return (yearFirst && short3) || yearLast ? third : -1;
  }

  private static int month(byte[] in, int from, int to) {
    return from + 3 <= to && isMonth(in, from, from + 3) ? from + 3 : -1;
  }

  /** {@code h:mm}, {@code hh:mm:ss}, with an optional fraction and zone. */
  private static boolean clock(byte[] in, int from, int to) {
    int hour = Numbers.digits(in, from, to);
    if (hour == from || hour - from > 2 || !two(in, hour, to, ':')) {
      return false;
    }
    int at = hour + 3;
    if (two(in, at, to, ':')) {
      at += 3;
      if (at < to && (in[at] == '.' || in[at] == ',' || in[at] == ':')) {
        int fraction = Numbers.digits(in, at + 1, to);
        at = fraction > at + 1 ? fraction : at;
      }
    }
    return at == to || zone(in, at, to);
  }

  private static boolean two(byte[] in, int at, int to, char before) {
    return at + 3 <= to
        && in[at] == before
        && in[at + 1] >= '0'
        && in[at + 1] <= '6'
        && Numbers.isDigit(in[at + 2]);
  }

  private static boolean zone(byte[] in, int from, int to) {
    if (in[from] == 'Z') {
      return to == from + 1;
    }
    if (in[from] != '+' && in[from] != '-') {
      return false;
    }
    int hours = Numbers.digits(in, from + 1, to);
    return hours == to
        ? to - from == 3 || to - from == 5
        : hours - from == 3 && two(in, hours, to, ':') && hours + 3 == to;
  }

  private static boolean name(int[] names, String[] rests, byte[] in, int from, int to) {
    if (to - from < 3 || to - from > 9) {
      return false;
    }
    int key = key(in[from], in[from + 1], in[from + 2]);
    for (int i = 0; i < names.length; i++) {
      if (names[i] == key) {
        String rest = rests[i];
        return to - from == 3 || (to - from == 3 + rest.length() && is(rest, in, from + 3));
      }
    }
    return false;
  }

  private static int[] keys(String names) {
    int[] keys = new int[names.length() / 3];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(names.charAt(3 * i), names.charAt(3 * i + 1), names.charAt(3 * i + 2));
    }
    return keys;
  }

  private static int key(int first, int second, int third) {
    return (first << 16) | (second << 8) | third;
  }

  private static boolean is(String text, byte[] in, int from) {
    for (int i = 0; i < text.length(); i++) {
      if (in[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
