package dev.winnow.server.config;

import static java.util.stream.Collectors.joining;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads values of the configuration, as people write them, into the types of the records. */
final class ValueParser {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");

  private ValueParser() {}

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException if it is none of that type; the message follows "VALUE"
   */
  static Object parse(Class<?> type, String text) {
    if (type == int.class) {
      return number(text);
    } else if (type == boolean.class) {
      return truth(text);
    } else if (type == Duration.class) {
      return duration(text);
    } else if (type == ByteSize.class) {
      return ByteSize.parse(text);
    } else if (type == Path.class) {
      return path(text);
    } else if (type == List.class) {
      return Stream.of(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
    } else if (type.isEnum()) {
      return constant(type, text);
    }
    return text;
  }

  /** What a value of this type is called in the reference. */
  static String name(Class<?> type) {
    if (type.isEnum()) {
      return words(type).collect(joining(", "));
    }
    return switch (type.getSimpleName()) {
      case "int" -> "whole number";
      case "boolean" -> "true, false";
      case "Duration" -> "duration";
      case "ByteSize" -> "size";
      case "Path" -> "path";
      case "List" -> "list";
      default -> "text";
    };
  }

  private static Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("is not a whole number", wrong);
    }
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("is neither true nor false");
    };
  }

  private static Duration duration(String text) {
    Matcher form = DURATION.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("is not a duration such as 500ms, 30s, 5m, 2h or 7d");
    }
    long number = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException wrong) {
      throw new IllegalArgumentException("is not a path", wrong);
    }
  }

  private static Object constant(Class<?> type, String text) {
    for (Object constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("is none of " + words(type).collect(joining(", ")));
  }

  private static Stream<String> words(Class<?> type) {
    return Stream.of(type.getEnumConstants()).map(ValueParser::word);
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }
}
