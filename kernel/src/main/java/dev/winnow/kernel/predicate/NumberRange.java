package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Holds if a field is a number within bounds.
 *
 * @param lower the least number, or null for none
 * @param upper the greatest number, or null for none
 */
public record NumberRange(Field field, @Nullable Bound lower, @Nullable Bound upper)
    implements Predicate {
  /** An end of a range, which belongs to the range if it is inclusive. */
  public record Bound(AnyValue number, boolean isInclusive) {
    public Bound {
      if (!Numbers.isNumber(number)) {
        throw InvalidPredicateException.at("", "is not a number");
      }
      number = Numbers.canonical("", number);
    }
  }

  public NumberRange {
    field.check(Field.Type.NUMBER, "range");
    if (lower == null && upper == null) {
      throw InvalidPredicateException.at("", "range needs one of gt, gte, lt, lte");
    }
  }

  /** The numbers from {@code least} up to {@code greatest}, both included. */
  public static NumberRange between(Field field, long least, long greatest) {
    return new NumberRange(
        field, new Bound(AnyValue.of(least), true), new Bound(AnyValue.of(greatest), true));
  }

  /** The numbers from {@code least} on. */
  public static NumberRange atLeast(Field field, long least) {
    return new NumberRange(field, new Bound(AnyValue.of(least), true), null);
  }

  @Override
  public boolean matches(LogRecord record, String templateId) {
    AnyValue value = field.value(record);
    return isOnSide(1, value, lower) && isOnSide(-1, value, upper);
  }

  private static boolean isOnSide(int side, AnyValue value, @Nullable Bound bound) {
    if (bound == null) {
      return true;
    }
    int order = Numbers.compare(value, bound.number());
    return order == side || (order == 0 && bound.isInclusive());
  }
}
