package dev.winnow.server.http.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages as people write them: {@code 90d}, {@code 12h}, or ISO 8601. */
final class AgeText {
  private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})(d|h|m|s)");

  private AgeText() {}

  /**
   * Reads an age.
   *
   * @throws DateTimeParseException if it is none
   * @throws ArithmeticException if it is too long to be told
   */
  static Duration parse(String text) {
    Matcher parts = SHORT.matcher(text);
    if (!parts.matches()) {
      return Duration.parse(text);
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "d" -> Duration.ofDays(number);
      case "h" -> Duration.ofHours(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }

  /** The age in the largest unit of which it is a whole number. */
  static String of(Duration age) {
    if (age.equals(Duration.ofDays(age.toDays()))) {
      return age.toDays() + "d";
    }
    if (age.equals(Duration.ofHours(age.toHours()))) {
      return age.toHours() + "h";
    }
    return age.equals(Duration.ofMinutes(age.toMinutes()))
        ? age.toMinutes() + "m"
        : age.toSeconds() + "s";
  }
}
