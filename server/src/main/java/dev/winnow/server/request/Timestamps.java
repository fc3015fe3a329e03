package dev.winnow.server.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as answers write them: RFC 3339 in UTC, always with nine digits, so that they sort. */
public final class Timestamps {
  /** How they are written in UTC, for {@link DateTimeFormatter}. */
  public static final String PATTERN = "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'";

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern(PATTERN, Locale.ROOT).withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /** The time that is so many nanoseconds after the beginning of 1970. */
  public static Instant of(long epochNanos) {
    return Instant.ofEpochSecond(0, epochNanos);
  }

  /** The text of a time. */
  public static String text(Instant time) {
    return FORMAT.format(time);
  }
}
