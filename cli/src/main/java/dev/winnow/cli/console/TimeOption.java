package dev.winnow.cli.console;

import dev.winnow.formats.time.TimestampScanner;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time as a user gives it: any shape that logs have, a date, a time of today, {@code today},
 * {@code yesterday}, {@code now}, or so long ago ({@code 90s}, {@code 30m}, {@code 2h}, {@code 7d},
 * {@code 1w}). In UTC unless it names its zone, as the times of logs are.
 */
public final class TimeOption {
  private TimeOption() {}

  /**
   * Reads a time.
   *
   * @throws IllegalArgumentException if it is none; says what it could be
   */
  public static Instant parse(String text, Instant now) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    return switch (word) {
      case "now" -> now;
      case "today" -> today;
      case "yesterday" -> today.minus(1, ChronoUnit.DAYS);
      default -> parseOther(text.strip(), word, now);
    };
  }

  private static Instant parseOther(String text, String word, Instant now) {
    int digits = 0;
    while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    long unit = digits == word.length() - 1 && digits < 7 ? unit(word.charAt(digits)) : 0;
    if (digits > 0 && unit > 0) {
      return now.minus(Duration.ofSeconds(unit * Long.parseLong(word.substring(0, digits))));
    }
    try {
      if (word.length() == 10 && word.charAt(4) == '-') {
        return LocalDate.parse(word).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      if (word.length() <= 8 && word.indexOf(':') > 0) {
        LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String padded = word.indexOf(':') == 1 ? "0" + word : word;
        return date.atTime(LocalTime.parse(padded)).toInstant(ZoneOffset.UTC);
      }
    } catch (DateTimeException wrong) {
      throw notATime(text);
    }
    return ofLogs(text, now);
  }

  /** A time in one of the shapes of logs; one without seconds is of the full minute. */
  private static Instant ofLogs(String text, Instant now) {
    for (String candidate : new String[] {text, text + ":00"}) {
      byte[] in = candidate.getBytes(StandardCharsets.UTF_8);
      TimestampScanner scanner = new TimestampScanner(now);
      if (scanner.scan(in, 0, in.length) == in.length) {
        return Instant.ofEpochSecond(0, scanner.epochNanos());
      }
    }
    throw notATime(text);
  }

  private static long unit(char unit) {
    return switch (unit) {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3600;
      case 'd' -> 86_400;
      case 'w' -> 604_800;
      default -> 0;
    };
  }

  private static IllegalArgumentException notATime(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is no time; write 2026-11-21T10:00:00Z, '2026-11-21 10:00', 10:00, yesterday, or"
            + " 2h for two hours ago");
  }

  /** Nanoseconds since 1970, at most as far as 64 bits reach. */
  public static long nanos(Instant time) {
    try {
      return Math.addExact(
          Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    } catch (ArithmeticException far) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
