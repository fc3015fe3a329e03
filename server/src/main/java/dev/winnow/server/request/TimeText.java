package dev.winnow.server.request;

import dev.winnow.kernel.predicate.Rfc3339;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times and lengths of time as requests write them. A time is RFC 3339, or whole seconds,
 * milliseconds, microseconds or nanoseconds since 1970, told apart by their size, or a length of
 * time ago, such as {@code 15m}.
 */
final class TimeText {
  private static final Pattern LENGTH = Pattern.compile("([0-9]{1,9})(s|m|h|d|w)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");
  private static final Map<String, Integer> SECONDS =
      Map.of("s", 1, "m", 60, "h", 3_600, "d", 86_400, "w", 604_800);

  /** The digits that a number of each unit has at most: enough until the year 5138. */
  private static final int DIGITS_OF_SECONDS = 11;

  private static final int DIGITS_OF_MILLIS = 14;
  private static final int DIGITS_OF_MICROS = 17;

  private TimeText() {}

  /** Nanoseconds since 1970, from 0 to the largest {@code long}. */
  static long time(Parameter parameter, Instant now) {
    String text = parameter.textOrEmpty();
    Matcher length = LENGTH.matcher(text);
    Long time;
    if (length.matches()) {
      time = TimeUnit.SECONDS.toNanos(Math.max(0, now.getEpochSecond() - seconds(length)));
    } else if (NUMBER.matcher(text).matches()) {
      time = sinceEpoch(text);
    } else {
      // A plus sign that was not escaped arrives as a blank.
      time = Rfc3339.parse(text.replace(' ', '+').toUpperCase(Locale.ROOT));
    }
    if (time == null || time < 0) {
      throw parameter.refused(
          "a time from 1970 to 2262 as 2026-11-21T10:00:00Z, as a number since 1970 in s, ms, us or"
              + " ns, or as a time ago such as 15m, 2h or 7d");
    }
    return time;
  }

  private static Long sinceEpoch(String digits) {
    TimeUnit unit =
        digits.length() <= DIGITS_OF_SECONDS
            ? TimeUnit.SECONDS
            : digits.length() <= DIGITS_OF_MILLIS
                ? TimeUnit.MILLISECONDS
                : digits.length() <= DIGITS_OF_MICROS
                    ? TimeUnit.MICROSECONDS
                    : TimeUnit.NANOSECONDS;
    try {
      long nanos = unit.toNanos(Long.parseLong(digits));
      return nanos == Long.MAX_VALUE ? -1 : nanos;
    } catch (NumberFormatException tooLarge) {
      return -1L;
    }
  }

  /** A length of time, such as {@code 30s}. */
  static Duration length(Parameter parameter) {
    Matcher parts = LENGTH.matcher(parameter.textOrEmpty());
    if (!parts.matches()) {
      throw parameter.refused("a length of time such as 30s, 5m, 1h or 7d");
    }
    long seconds = seconds(parts);
    if (seconds == 0 || seconds > Duration.ofDays(100_000).toSeconds()) {
      throw parameter.refused("a length of time from 1s to 100000d");
    }
    return Duration.ofSeconds(seconds);
  }

  private static long seconds(Matcher length) {
    return Long.parseLong(length.group(1)) * SECONDS.getOrDefault(length.group(2), 0);
  }

  static long nanos(Instant time) {
    return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
  }
}
