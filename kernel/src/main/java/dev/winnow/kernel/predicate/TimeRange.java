package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.LogRecord;

/**
 * Holds if a time is not before {@code from} and before {@code to}.
 *
 * @param field {@code timestamp}, which is {@linkplain LogRecord#time() the observed time} where
 *     the source gave none, or {@code observed_timestamp}
 * @param from unsigned epoch nanoseconds; 0 for no beginning
 * @param to unsigned epoch nanoseconds; 0 for no end
 */
public record TimeRange(Field field, long from, long to) implements Predicate {
  public TimeRange {
    if (!field.isOf(Field.Type.TIME)) {
      throw InvalidPredicateException.at("/field", field + " is not a time; use range");
    }
    if (from == 0 && to == 0) {
      throw InvalidPredicateException.at("", "time_range needs from or to, later than 1970");
    }
  }

  @Override
  public boolean matches(LogRecord record, String templateId) {
    long time = field.time(record);
    return time != 0
        && Long.compareUnsigned(time, from) >= 0
        && (to == 0 || Long.compareUnsigned(time, to) < 0);
  }
}
