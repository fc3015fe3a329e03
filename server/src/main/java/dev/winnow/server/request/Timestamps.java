package dev.winnow.server.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as answers write them: RFC 3339 in UTC, always with nine digits, so that they sort. */
public final class Timestamps {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /** The text of a time in nanoseconds since 1970. */
  public static String text(long epochNanos) {
    return FORMAT.format(Instant.ofEpochSecond(0, epochNanos));
  }
}
