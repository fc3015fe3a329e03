package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.AnyValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the JSON form. A complaint is made where it arises and gets its path on the way up. */
final class PredicateReader {
  private PredicateReader() {}

  static Predicate read(AnyValue json) {
    return read(json, 1);
  }

  private static Predicate read(AnyValue json, int depth) {
    if (depth > Predicate.MAX_DEPTH) {
      throw InvalidPredicateException.tooLarge(
          "", "nests deeper than the limit " + Predicate.MAX_DEPTH);
    }
    Members node = Members.of(json);
    String op = node.text("op");
    return switch (op) {
      case "and" -> new And(parts(node, depth));
      case "or" -> new Or(parts(node, depth));
      case "not" -> not(node, depth);
      case "exists" -> exists(node);
      case "equals" -> equalTo(node);
      case "one_of" -> oneOf(node);
      case "contains" -> contains(node);
      case "starts_with" -> startsWith(node);
      case "range" -> range(node);
      case "time_range" -> timeRange(node);
      default ->
          throw InvalidPredicateException.at(
              "/op",
              Limit.quote(op)
                  + " is not one of and, or, not, exists, equals, one_of, contains,"
                  + " starts_with, range, time_range");
    };
  }

  private static List<Predicate> parts(Members node, int depth) {
    node.allowOnly("of");
    List<Predicate> parts = new ArrayList<>();
    for (AnyValue part : node.list("of")) {
      parts.add(Members.in("/of/" + parts.size(), () -> read(part, depth + 1)));
    }
    return parts;
  }

  private static Predicate not(Members node, int depth) {
    node.allowOnly("of");
    AnyValue part = node.value("of");
    return new Not(Members.in("/of", () -> read(part, depth + 1)));
  }

  private static Predicate exists(Members node) {
    node.allowOnly("field");
    return new Exists(node.field());
  }

  private static Predicate equalTo(Members node) {
    node.allowOnly("field", "value");
    AnyValue value = node.value("value");
    return isLevel(node)
        ? Members.in("/value", () -> LevelAlias.equalTo(value))
        : new Equals(node.field(), value);
  }

  private static Predicate oneOf(Members node) {
    node.allowOnly("field", "values");
    List<AnyValue> values = node.list("values");
    return isLevel(node) ? LevelAlias.oneOf(values) : new OneOf(node.field(), values);
  }

  private static boolean isLevel(Members node) {
    return node.text("field").equals(LevelAlias.NAME);
  }

  private static Predicate contains(Members node) {
    node.allowOnly("field", "value");
    return new Contains(node.field(), node.text("value"));
  }

  private static Predicate startsWith(Members node) {
    node.allowOnly("field", "value");
    return new StartsWith(node.field(), node.text("value"));
  }

  private static Predicate range(Members node) {
    node.allowOnly("field", "gt", "gte", "lt", "lte");
    return new NumberRange(node.field(), bound("gt", node), bound("lt", node));
  }

  private static NumberRange.@Nullable Bound bound(String name, Members node) {
    String inclusiveName = name + "e";
    NumberRange.Bound exclusive =
        node.optional(name, number -> new NumberRange.Bound(number, false));
    NumberRange.Bound inclusive =
        node.optional(inclusiveName, number -> new NumberRange.Bound(number, true));
    if (exclusive != null && inclusive != null) {
      throw InvalidPredicateException.at(
          "/" + inclusiveName, "stands beside " + name + "; one of them is enough");
    }
    return exclusive == null ? inclusive : exclusive;
  }

  private static Predicate timeRange(Members node) {
    node.allowOnly("field", "from", "to");
    return new TimeRange(node.field(), time("from", node), time("to", node));
  }

  private static long time(String name, Members node) {
    String text = node.optionalText(name);
    if (text == null) {
      return 0;
    }
    Long time = Rfc3339.parse(text);
    if (time == null) {
      throw InvalidPredicateException.at(
          "/" + name,
          Limit.quote(text) + " is not a time from 1970 on, such as 2026-01-31T09:30:00Z");
    }
    return time;
  }
}
