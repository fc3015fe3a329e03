package dev.winnow.core.predicate;

import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.severity.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of the ranges of {@code severity_number}, of four numbers each. */
final class Levels {
  private Levels() {}

  /** The least number of the range that a name stands for; 0 if it is no level's. */
  static int least(String name) {
    return Severity.ofText(name).number().range().number();
  }

  static int greatest(int least) {
    return least + SeverityNumber.RANGE - 1;
  }

  /** The range as a comparison of {@code level}; null if it is none of the named ones. */
  static @Nullable String comparison(NumberRange range) {
    NumberRange.Bound lower = range.lower();
    NumberRange.Bound upper = range.upper();
    if (!range.field().name().equals("severity_number")) {
      return null;
    }
    if (lower == null) {
      return upper == null ? null : comparison("<", upper, true);
    }
    if (upper == null) {
      return comparison(">", lower, false);
    }
    boolean isOneLevel =
        lower.isInclusive()
            && upper.isInclusive()
            && lower.number() instanceof AnyValue.IntValue least
            && upper.number() instanceof AnyValue.IntValue greatest
            && isLeast(least.value())
            && greatest.value() == greatest((int) least.value());
    return isOneLevel ? comparison("", lower, false) : null;
  }

  /** From a bound to its level: what includes an end of a range also names it. */
  private static @Nullable String comparison(
      String sign, NumberRange.Bound bound, boolean isUpper) {
    if (!(bound.number() instanceof AnyValue.IntValue number)) {
      return null;
    }
    boolean isGreatest = isUpper == bound.isInclusive();
    long least = isGreatest ? number.value() - greatest(0) : number.value();
    if (!isLeast(least)) {
      return null;
    }
    return Subject.LEVEL
        + " "
        + sign
        + (bound.isInclusive() ? "= " : " ")
        + SeverityNumber.of((int) least).name().toLowerCase(Locale.ROOT);
  }

  private static boolean isLeast(long number) {
    return SeverityNumber.isDefined(number)
        && number != 0
        && SeverityNumber.of((int) number).range().number() == number;
  }
}
