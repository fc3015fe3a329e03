package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.predicate.NumberRange.Bound;
import dev.winnow.kernel.record.AnyValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of numbers as SQL.
 *
 * <p>A bound and a number may be of different types, and neither is rounded to compare them.
 * Instead the bound is moved to the nearest number of the other type, on the side where no number
 * of that type lies between the two.
 */
final class NumberSql {
  private static final double TWO_TO_63 = 0x1p63;

  private NumberSql() {}

  /** Whether a {@code BIGINT}, which is not null, is within a range. */
  static String isLongWithin(String number, NumberRange range, Parameters parameters) {
    return within(
        longBound(number, ">", range.lower(), parameters),
        longBound(number, "<", range.upper(), parameters));
  }

  /** Whether a {@code DOUBLE}, which is neither null nor NaN, is within a range. */
  static String isDoubleWithin(String number, NumberRange range, Parameters parameters) {
    return within(
        doubleBound(number, ">", range.lower(), parameters),
        doubleBound(number, "<", range.upper(), parameters));
  }

  private static String within(String lower, String upper) {
    List<String> conditions = new ArrayList<>(List.of(lower, upper));
    conditions.removeIf(Conditions.ALWAYS::equals);
    return Conditions.all(conditions);
  }

  private static String longBound(
      String number, String sign, @Nullable Bound bound, Parameters parameters) {
    if (bound == null) {
      return Conditions.ALWAYS;
    }
    if (bound.number() instanceof AnyValue.IntValue limit) {
      return compared(number, sign, bound.isInclusive(), parameters.bind(limit.value()));
    }
    double limit = ((AnyValue.DoubleValue) bound.number()).value();
    boolean isLower = sign.equals(">");
    if (Math.abs(limit) >= TWO_TO_63) {
      return limit < 0 == isLower ? Conditions.ALWAYS : Conditions.NEVER;
    }
    long whole = (long) (isLower ? Math.ceil(limit) : Math.floor(limit));
    return compared(number, sign, true, parameters.bind(whole));
  }

  private static String doubleBound(
      String number, String sign, @Nullable Bound bound, Parameters parameters) {
    if (bound == null) {
      return Conditions.ALWAYS;
    }
    if (bound.number() instanceof AnyValue.DoubleValue limit) {
      return compared(number, sign, bound.isInclusive(), parameters.bind(limit.value()));
    }
    long limit = ((AnyValue.IntValue) bound.number()).value();
    int rounded = new BigDecimal((double) limit).compareTo(BigDecimal.valueOf(limit));
    boolean isInclusive = rounded == 0 ? bound.isInclusive() : rounded > 0 == sign.equals(">");
    return compared(number, sign, isInclusive, parameters.bind((double) limit));
  }

  private static String compared(String number, String sign, boolean isInclusive, String limit) {
    return "(" + number + " " + sign + (isInclusive ? "= " : " ") + limit + ")";
  }
}
