package dev.winnow.kernel.form;

import org.jspecify.annotations.Nullable;

/** The grammar of numbers, and of numbers with a unit. */
final class Numbers {
  private Numbers() {}

  /** The mask of a word that is a number, alone or with a unit, or null. */
  static @Nullable Mask mask(byte[] in, int from, int to) {
    int end = number(in, from, to);
    if (end < 0) {
      return null;
    }
    if (end == to) {
      return Mask.NUM;
    }
    if (!Units.mayBegin(in[end]) && in[end] != '.') {
      return null;
    }
    if (Units.isTime(in, end, to) || isCompoundDuration(in, from, to)) {
      return Mask.DUR;
    }
    return Units.isSize(in, end, to) ? Mask.SIZE : null;
  }

  /** The end of the longest number at {@code from}, or -1: sign, digits, fraction, exponent. */
  static int number(byte[] in, int from, int to) {
    int at = from < to && (in[from] == '-' || in[from] == '+') ? from + 1 : from;
    int whole = digits(in, at, to);
    int end = whole;
    if (end < to && in[end] == '.') {
      int fraction = digits(in, end + 1, to);
      end = fraction > end + 1 ? fraction : end;
    }
    if (end == at) {
      return -1;
    }
    return exponent(in, end, to);
  }

  static int digits(byte[] in, int from, int to) {
    int at = from;
    while (at < to && isDigit(in[at])) {
      at++;
    }
    return at;
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isInteger(byte[] in, int from, int to) {
    return from < to && digits(in, from, to) == to;
  }

  private static int exponent(byte[] in, int from, int to) {
    if (from + 1 < to && (in[from] | 0x20) == 'e') {
      int at = in[from + 1] == '-' || in[from + 1] == '+' ? from + 2 : from + 1;
      int end = digits(in, at, to);
      if (end > at) {
        return end;
      }
    }
    return from;
  }

  /** {@code 1h2m3s}: two or more whole numbers, each with a unit of time. */
  private static boolean isCompoundDuration(byte[] in, int from, int to) {
    int at = from;
    while (at < to) {
      int end = digits(in, at, to);
      if (end > at && end < to && in[end] == '.') {
        end = digits(in, end + 1, to);
      }
      int unit = end;
      while (unit < to && !isDigit(in[unit])) {
        unit++;
      }
      if (end == at || !Units.isTime(in, end, unit)) {
        return false;
      }
      at = unit;
    }
    return true;
  }

  /** An ISO 8601 duration such as {@code PT1H30M} or {@code P1DT0.5S}. */
  static boolean isIsoDuration(byte[] in, int from, int to) {
    if (to - from < 3 || in[from] != 'P') {
      return false;
    }
    boolean digit = false;
    for (int i = from + 1; i < to; i++) {
      byte b = in[i];
      boolean unit = "YMWDTHS".indexOf(b) >= 0;
      if (!isDigit(b) && b != '.' && !(unit && (digit || b == 'T'))) {
        return false;
      }
      digit = !unit;
    }
    return !digit && (in[from + 1] == 'T' || isDigit(in[from + 1])) && in[to - 1] != 'T';
  }
}
