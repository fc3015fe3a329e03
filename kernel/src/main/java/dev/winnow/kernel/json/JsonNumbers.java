package dev.winnow.kernel.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** JSON numbers to and from {@code long} and {@code double}. */
final class JsonNumbers {
  /** Decimal digits that always suffice to tell one double from its neighbours. */
  private static final int MAX_DIGITS = 17;

  /** Decimal exponents outside which RFC 8785 uses the exponent notation. */
  private static final int MIN_PLAIN_EXPONENT = -7;

  private static final int MAX_PLAIN_EXPONENT = 21;

  /** Digits behind the point that are tried by whole numbers. */
  private static final int MAX_FRACTION = 6;

  /** So far below 2^53 only one whole number can divide to a value. */
  private static final double EXACT = 1L << 49;

  private JsonNumbers() {}

  /** The end of the number at {@code at}; the complement of where it is wrong if it is none. */
  static int scan(byte[] in, int at, int to) {
    int i = byteAt(in, at, to) == '-' ? at + 1 : at;
    int end = byteAt(in, i, to) == '0' ? i + 1 : digits(in, i, to);
    if (end >= 0 && byteAt(in, end, to) == '.') {
      end = digits(in, end + 1, to);
    }
    if (end >= 0 && (byteAt(in, end, to) | 0x20) == 'e') {
      byte sign = byteAt(in, end + 1, to);
      end = digits(in, sign == '+' || sign == '-' ? end + 2 : end + 1, to);
    }
    return end;
  }

  /** The end of one digit or more; the complement of {@code at} if there is none. */
  private static int digits(byte[] in, int at, int to) {
    int i = at;
    while (i < to && in[i] >= '0' && in[i] <= '9') {
      i++;
    }
    return i > at ? i : ~at;
  }

  private static byte byteAt(byte[] in, int at, int to) {
    return at < to ? in[at] : 0;
  }

  static boolean isLong(byte[] in, int from, int to) {
    boolean negative = in[from] == '-';
    long limit = negative ? Long.MIN_VALUE : -Long.MAX_VALUE;
    long value = 0;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      int digit = in[i] - '0';
      if (digit < 0 || digit > 9 || value < (limit + digit) / 10) {
        return false;
      }
      value = value * 10 - digit;
    }
    return true;
  }

  static long parseLong(byte[] in, int from, int to) {
    boolean negative = in[from] == '-';
    long value = 0;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      value = value * 10 - (in[i] - '0');
    }
    return negative ? value : -value;
  }

  static double parseDouble(byte[] in, int from, int to) {
    return Double.parseDouble(new String(in, from, to - from, StandardCharsets.US_ASCII));
  }

  /*
   * RFC 8785 section 3.2.2.3, which is Number::toString of ECMAScript: the shortest digits that
   * give the same double, among those the nearest to it. Double.toString promises that only since
   * JDK 19, so the digits are found by rounding the exact value to 1, 2, 3 ... digits until one
   * reads back as the same double. At a power of two the doubles below are twice as dense as those
   * above, and there the nearest decimal may miss where its upper neighbour hits, so that is tried
   * as well.
   *
   * Most numbers that people log have few digits behind the point. Where value x 10^k is close to a
   * whole number below 2^49, that number divided by 10^k is correctly rounded, as both are exact; if
   * it is the value, then k digits tell it, and the least such k gives the shortest digits.
   */
  static void append(double value, StringBuilder out) {
    if (value == 0) {
      out.append('0');
      return;
    }
    if (value < 0) {
      out.append('-');
    }
    if (!appendFraction(Math.abs(value), out)) {
      appendShortest(Math.abs(value), out);
    }
  }

  /** Writes a value with at most {@link #MAX_FRACTION} digits behind the point. */
  private static boolean appendFraction(double value, StringBuilder out) {
    long power = 1;
    for (int digits = 0; digits <= MAX_FRACTION && value * power < EXACT; digits++) {
      long scaled = Math.round(value * power);
      if ((double) scaled / power == value) {
        out.append(scaled / power);
        if (digits > 0) {
          out.append('.');
          for (long place = power / 10; place > 0; place /= 10) {
            out.append((char) ('0' + scaled / place % 10));
          }
        }
        return true;
      }
      power *= 10;
    }
    return false;
  }

  private static void appendShortest(double value, StringBuilder out) {
    BigDecimal shortest = shortest(value).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    // The value is 0.DIGITS times ten to this power.
    int exponent = digits.length() - shortest.scale();
    if (exponent > MAX_PLAIN_EXPONENT || exponent <= MIN_PLAIN_EXPONENT + 1) {
      appendScientific(digits, exponent - 1, out);
    } else if (exponent <= 0) {
      out.append("0.").append("0".repeat(-exponent)).append(digits);
    } else if (exponent >= digits.length()) {
      out.append(digits).append("0".repeat(exponent - digits.length()));
    } else {
      out.append(digits, 0, exponent).append('.').append(digits, exponent, digits.length());
    }
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MAX_DIGITS; digits++) {
      BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (nearest.doubleValue() == value) {
        return nearest;
      }
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
      if (above.doubleValue() == value) {
        return above;
      }
    }
    return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static void appendScientific(String digits, int exponent, StringBuilder out) {
    out.append(digits, 0, 1);
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    out.append(exponent < 0 ? "e-" : "e+").append(Math.abs(exponent));
  }
}
