package dev.winnow.formats.time;

import java.nio.charset.StandardCharsets;

/**
 * A way to print date and time.
 *
 * <p>In a pattern, {@code Y} is a year of four digits and {@code y} of two, {@code M} a month of
 * two digits and {@code N} an English abbreviation of it, {@code D} a day, {@code W} the
 * abbreviation of a weekday, {@code H m s} the time of day, {@code p} which half of the day its
 * hours are of; a blank is one or two of them, and all else stands for itself. Seconds may have a
 * fraction, and a zone may follow all but the time since 1970.
 */
public enum TimeShape {
  /** RFC 3339, the profile of ISO 8601 that machines write. */
  RFC3339("Y-M-DTH:m:s"),
  ISO("Y-M-D H:m:s"),
  SLASHES("Y/M/D H:m:s"),
  DOTS("Y.M.D H:m:s"),
  /** Web servers' access logs. */
  ACCESS("D/N/Y:H:m:s"),
  /** Development servers of Python. */
  SLASHED_DAY_FIRST("D/N/Y H:m:s"),
  /** Syslog, RFC 3164: no year, no zone. */
  BSD("N D H:m:s"),
  /** C's {@code asctime}. */
  ASCTIME("W N D H:m:s Y"),
  RFC1123("W, D N Y H:m:s"),
  DAY_FIRST("D N Y H:m:s"),
  DASHED_DAY_FIRST("D-N-Y H:m:s"),
  /** Android: no year, no zone. */
  MONTH_AND_DAY("M-D H:m:s"),
  /** Gin. */
  SLASHES_AND_DASH("Y/M/D - H:m:s"),
  /** The format of {@code java.util.logging} in American English. */
  TWELVE_HOURS("N D, Y H:m:s p"),
  /** Cisco and others: RFC 3164 with a year. */
  BSD_WITH_YEAR("N D Y H:m:s"),
  /** No date. */
  TIME_OF_DAY("H:m:s"),
  ISO_BASIC("YMDTHms"),
  /** Old Hadoop. */
  SHORT("yMD Hms"),
  /** Old MySQL, and MariaDB's slow log. */
  SHORT_WITH_COLONS("yMD H:m:s"),
  /** Spark. */
  SHORT_WITH_SLASHES("y/M/D H:m:s"),
  /** What zerolog writes on a terminal. */
  KITCHEN("H:mp"),
  /** What follows the letter of a level in klog. */
  KLOG("MD H:m:s"),
  /** Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size. */
  EPOCH("");

  // Read only; a string would cost a bounds check and a decoding for each character.
  @SuppressWarnings("ImmutableEnumChecker")
  final byte[] pattern;

  final boolean hasYear;
  final boolean hasDate;

  TimeShape(String pattern) {
    this.pattern = pattern.getBytes(StandardCharsets.US_ASCII);
    this.hasYear = pattern.isEmpty() || pattern.indexOf('Y') >= 0 || pattern.indexOf('y') >= 0;
    this.hasDate = pattern.isEmpty() || pattern.indexOf('D') >= 0;
  }

  /** Whether nothing but a fraction and a zone follows the seconds. */
  boolean endsWithSecond() {
    return pattern.length > 0 && pattern[pattern.length - 1] == 's';
  }

  boolean beginsWithLetter() {
    return pattern.length > 0 && (pattern[0] == 'N' || pattern[0] == 'W');
  }

  /** Whether other text looks like it, so that it is only read where it must be. */
  public boolean isAmbiguous() {
    return this == SHORT || this == SHORT_WITH_COLONS || this == KITCHEN || this == KLOG;
  }
}
