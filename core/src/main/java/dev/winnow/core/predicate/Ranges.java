package dev.winnow.core.predicate;

import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.predicate.Rfc3339;
import dev.winnow.kernel.predicate.TimeRange;
import dev.winnow.kernel.record.AnyValue;
import org.jspecify.annotations.Nullable;

/** Makes ranges of numbers, levels and times out of their ends. */
final class Ranges {
  /** An end of a range as it was written. */
  record End(Token value, boolean isInclusive) {}

  private final Tokens tokens;

  Ranges(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The range between ends, of which one may be null. */
  Predicate between(Subject subject, @Nullable End lower, @Nullable End upper) {
    if (subject.isOf(Field.Type.TIME)) {
      long from = lower == null ? 0 : time(lower, false);
      long to = upper == null ? 0 : time(upper, true);
      End written = lower == null ? upper : lower;
      int place = written == null ? 0 : written.value().from();
      return tokens.make(place, () -> new TimeRange(subject.field(), from, to));
    }
    return new NumberRange(
        subject.field(), bound(subject, lower, false), bound(subject, upper, true));
  }

  /** All numbers of a level. */
  Predicate level(Subject subject, Token name) {
    return between(subject, new End(name, true), new End(name, true));
  }

  private NumberRange.@Nullable Bound bound(Subject subject, @Nullable End end, boolean isUpper) {
    if (end == null) {
      return null;
    }
    AnyValue number = subject.isLevel() ? levelNumber(end, isUpper) : number(end.value());
    return tokens.make(end.value().from(), () -> new NumberRange.Bound(number, end.isInclusive()));
  }

  /** The number at that side of the level's range which {@code level < warn} and so on mean. */
  private AnyValue levelNumber(End end, boolean isUpper) {
    int least = Levels.least(end.value().text());
    if (least == 0 || (end.value().kind() == Token.Kind.WORD && isNumber(end.value()))) {
      throw tokens.at(
          end.value().from(),
          end.value().description()
              + " is no level; use trace, debug, info, warn, error or fatal, or severity_number"
              + " for numbers");
    }
    return AnyValue.of((long) (isUpper == end.isInclusive() ? Levels.greatest(least) : least));
  }

  private AnyValue number(Token value) {
    AnyValue number = value.kind() == Token.Kind.WORD ? Words.number(value.text()) : null;
    if (number == null) {
      throw tokens.at(
          value.from(),
          value.description()
              + " is not a number"
              + (value.kind() == Token.Kind.QUOTED ? "; numbers stand without quotes" : "")
              + (isTime(value) ? "; times are for timestamp and observed_timestamp" : ""));
    }
    return number;
  }

  static boolean isNumber(Token value) {
    return Words.number(value.text()) != null;
  }

  static boolean isTime(Token value) {
    return Rfc3339.parse(value.text()) != null;
  }

  /** The first time that is in the range, or the first after it: times are whole nanoseconds. */
  private long time(End end, boolean isUpper) {
    Long time = Rfc3339.parse(end.value().text());
    if (time == null) {
      throw tokens.at(
          end.value().from(),
          end.value().description()
              + " is not a time from 1970 to 2554 with its zone, such as 2026-01-31T09:30:00Z");
    }
    long first = isUpper == end.isInclusive() ? time + 1 : time;
    if (first == 0 && time != 0) {
      throw tokens.at(
          end.value().from(), end.value().description() + " is the last time that there is");
    }
    return first;
  }
}
