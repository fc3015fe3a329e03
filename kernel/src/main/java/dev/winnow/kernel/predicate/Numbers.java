package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.AnyValue;

/** Numbers compared as numbers, whether they are integers or doubles. */
final class Numbers {
  /** What {@link #compare} returns if an operand is NaN or no number. */
  static final int INCOMPARABLE = 2;

  private static final double TWO_TO_63 = 0x1p63;

  private Numbers() {}

  static boolean isNumber(AnyValue value) {
    return value instanceof AnyValue.IntValue || value instanceof AnyValue.DoubleValue;
  }

  /** The number as an integer if it is one that fits 64 bits, so that equal numbers are equal. */
  static AnyValue canonical(String path, AnyValue number) {
    if (!(number instanceof AnyValue.DoubleValue decimal)) {
      return number;
    }
    double value = decimal.value();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw InvalidPredicateException.at(path, "is not a number that a double can hold");
    }
    boolean isLong = value == Math.rint(value) && value >= -TWO_TO_63 && value < TWO_TO_63;
    return isLong ? AnyValue.of((long) value) : number;
  }

  /** Negative, 0 or positive as the first is less, equal or greater, or {@link #INCOMPARABLE}. */
  static int compare(AnyValue first, AnyValue second) {
    if (first instanceof AnyValue.IntValue a) {
      if (second instanceof AnyValue.IntValue b) {
        return Long.compare(a.value(), b.value());
      }
      return second instanceof AnyValue.DoubleValue b
          ? compare(a.value(), b.value())
          : INCOMPARABLE;
    }
    if (first instanceof AnyValue.DoubleValue a) {
      if (second instanceof AnyValue.IntValue b) {
        int reversed = compare(b.value(), a.value());
        return reversed == INCOMPARABLE ? INCOMPARABLE : -reversed;
      }
      return second instanceof AnyValue.DoubleValue b
          ? compare(a.value(), b.value())
          : INCOMPARABLE;
    }
    return INCOMPARABLE;
  }

  private static int compare(double a, double b) {
    return a < b ? -1 : a > b ? 1 : a == b ? 0 : INCOMPARABLE;
  }

  /**
   * Compares without rounding the integer: its whole part first, then what the double has beyond.
   */
  private static int compare(long a, double b) {
    if (Double.isNaN(b)) {
      return INCOMPARABLE;
    }
    if (b >= TWO_TO_63) {
      return -1;
    }
    if (b < -TWO_TO_63) {
      return 1;
    }
    long whole = (long) b;
    return a == whole ? compare((double) whole, b) : Long.compare(a, whole);
  }
}
