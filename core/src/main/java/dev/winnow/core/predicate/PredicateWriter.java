package dev.winnow.core.predicate;

import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Contains;
import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Exists;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Not;
import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.predicate.OneOf;
import dev.winnow.kernel.predicate.Or;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.predicate.Rfc3339;
import dev.winnow.kernel.predicate.StartsWith;
import dev.winnow.kernel.predicate.TimeRange;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes predicates in the one spelling that their readable form has. */
final class PredicateWriter {
  private PredicateWriter() {}

  static String write(Predicate predicate) {
    return switch (predicate) {
      case And and -> joined("and", "all", and.of());
      case Or or -> joined("or", "any", or.of());
      case Not not -> negated(not.of());
      case Exists exists -> "exists " + name(exists.field());
      case Equals equals -> name(equals.field()) + " = " + value(equals.value());
      case OneOf oneOf -> name(oneOf.field()) + " in " + list(oneOf.values());
      case Contains part -> name(part.field()) + " contains " + text(part.value());
      case StartsWith part -> name(part.field()) + " starts with " + text(part.value());
      case NumberRange range -> range(range);
      case TimeRange range ->
          between(
              name(range.field()),
              range.from() == 0 ? null : Rfc3339.format(range.from()),
              true,
              range.to() == 0 ? null : Rfc3339.format(range.to()),
              false);
    };
  }

  private static String joined(String keyword, String list, List<Predicate> parts) {
    return parts.size() < 2
        ? parts.stream()
            .map(PredicateWriter::write)
            .collect(Collectors.joining("", list + "(", ")"))
        : parts.stream()
            .map(PredicateWriter::part)
            .collect(Collectors.joining(" " + keyword + " "));
  }

  /** A part of a group, in brackets if it is a group itself. */
  private static String part(Predicate part) {
    boolean isGroup =
        (part instanceof And and && and.of().size() > 1)
            || (part instanceof Or or && or.of().size() > 1);
    return isGroup ? "(" + write(part) + ")" : write(part);
  }

  private static String negated(Predicate of) {
    return switch (of) {
      case Equals equals -> name(equals.field()) + " != " + value(equals.value());
      case OneOf oneOf -> name(oneOf.field()) + " not in " + list(oneOf.values());
      case Contains part -> name(part.field()) + " not contains " + text(part.value());
      case StartsWith part -> name(part.field()) + " not starts with " + text(part.value());
      case NumberRange range when write(range).startsWith("level = ") ->
          write(range).replace("level = ", "level != ");
      case NumberRange range -> "not (" + write(range) + ")";
      case TimeRange range -> "not (" + write(range) + ")";
      case And and -> "not " + part(and);
      case Or or -> "not " + part(or);
      case Not not -> "not " + write(not);
      case Exists exists -> "not " + write(exists);
    };
  }

  private static String range(NumberRange range) {
    String level = Levels.comparison(range);
    if (level != null) {
      return level;
    }
    NumberRange.Bound lower = range.lower();
    NumberRange.Bound upper = range.upper();
    return between(
        name(range.field()),
        lower == null ? null : value(lower.number()),
        lower != null && lower.isInclusive(),
        upper == null ? null : value(upper.number()),
        upper != null && upper.isInclusive());
  }

  private static String between(
      String name,
      @Nullable String lower,
      boolean isLowerInclusive,
      @Nullable String upper,
      boolean isUpperInclusive) {
    String less = isUpperInclusive ? " <= " : " < ";
    if (lower == null) {
      return name + less + upper;
    }
    return upper == null
        ? name + (isLowerInclusive ? " >= " : " > ") + lower
        : lower + (isLowerInclusive ? " <= " : " < ") + name + less + upper;
  }

  private static String list(List<AnyValue> values) {
    return values.stream().map(PredicateWriter::value).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(Field field) {
    return text(field.name());
  }

  private static String value(AnyValue value) {
    return value instanceof AnyValue.StringValue string
        ? text(string.value())
        : AnyValueJson.toJson(value);
  }

  private static String text(String text) {
    return Words.needsNoQuotes(text) ? text : AnyValueJson.toJson(AnyValue.of(text));
  }
}
