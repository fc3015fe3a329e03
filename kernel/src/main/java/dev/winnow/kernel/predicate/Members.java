package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The members of one node in the JSON form, read with the complaints that its author needs. */
final class Members {
  private final Attributes members;

  private Members(Attributes members) {
    this.members = members;
  }

  static Members of(AnyValue node) {
    if (node instanceof AnyValue.KvListValue object) {
      return new Members(object.entries());
    }
    throw InvalidPredicateException.at("", "is not an object such as {\"op\":\"exists\",...}");
  }

  /** Refuses members beside {@code op} that {@code names} does not list. */
  void allowOnly(String... names) {
    List<String> allowed = Arrays.asList(names);
    members.forEach((name, value) -> {
      if (!name.equals("op") && !allowed.contains(name)) {
        throw InvalidPredicateException.at(
            "/" + pointerToken(name),
            "is not known here; beside op there may be " + String.join(", ", allowed));
      }
    });
  }

  String text(String name) {
    String text = optionalText(name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  @Nullable String optionalText(String name) {
    AnyValue value = members.value(name);
    if (value instanceof AnyValue.EmptyValue) {
      return null;
    }
    if (value instanceof AnyValue.StringValue string) {
      return string.value();
    }
    throw InvalidPredicateException.at("/" + name, "is not a string");
  }

  AnyValue value(String name) {
    AnyValue value = members.value(name);
    if (value instanceof AnyValue.EmptyValue) {
      throw missing(name);
    }
    return value;
  }

  List<AnyValue> list(String name) {
    if (value(name) instanceof AnyValue.ArrayValue array) {
      return array.values();
    }
    throw InvalidPredicateException.at("/" + name, "is not an array");
  }

  Field field() {
    return Field.of(text("field"));
  }

  /** The member read by {@code reader}, whose complaints are about its value; null if absent. */
  <T> @Nullable T optional(String name, Function<AnyValue, T> reader) {
    AnyValue value = members.value(name);
    return value instanceof AnyValue.EmptyValue ? null : in("/" + name, () -> reader.apply(value));
  }

  /** Runs {@code read}, placing its complaints under {@code path}. */
  static <T> T in(String path, Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidPredicateException e) {
      throw e.under(path);
    }
  }

  private static InvalidPredicateException missing(String name) {
    return InvalidPredicateException.at("/" + name, "is missing or null");
  }

  private static String pointerToken(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
