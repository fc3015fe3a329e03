package dev.winnow.kernel.predicate;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Times as text: RFC 3339 with capital {@code T} and {@code Z}, at most nine digits of fraction and
 * no leap second, from 1970 to 2554, where unsigned nanoseconds end.
 */
public final class Rfc3339 {
  private static final String SHAPE = "0000-00-00T00:00:00";
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int MAX_FRACTION_DIGITS = 9;

  private Rfc3339() {}

  /** Unsigned epoch nanoseconds; null if the text is no such time. */
  public static @Nullable Long parse(String text) {
    int zone = SHAPE.length();
    if (!hasShape(text, 0, SHAPE)) {
      return null;
    }
    long nanos = 0;
    if (text.startsWith(".", zone)) {
      zone++;
      long unit = NANOS_PER_SECOND;
      while (zone < text.length() && isDigit(text.charAt(zone))) {
        unit /= 10;
        nanos += unit * (text.charAt(zone) - '0');
        zone++;
      }
      int digits = zone - SHAPE.length() - 1;
      if (digits == 0 || digits > MAX_FRACTION_DIGITS) {
        return null;
      }
    }
    ZoneOffset offset = offset(text, zone);
    return offset == null ? null : epochNanos(text, offset, nanos);
  }

  private static @Nullable Long epochNanos(String text, ZoneOffset offset, long nanos) {
    long seconds;
    try {
      seconds = LocalDateTime.parse(text.substring(0, SHAPE.length())).toEpochSecond(offset);
    } catch (DateTimeException notOnTheCalendar) {
      return null;
    }
    if (seconds < 0 || seconds > Long.divideUnsigned(-1L, NANOS_PER_SECOND)) {
      return null;
    }
    long time = seconds * NANOS_PER_SECOND + nanos;
    boolean wrapped = Long.compareUnsigned(time, nanos) < 0;
    return wrapped ? null : time;
  }

  private static @Nullable ZoneOffset offset(String text, int at) {
    String zone = text.substring(at);
    if (zone.equals("Z")) {
      return ZoneOffset.UTC;
    }
    if (zone.length() != 6 || (!hasShape(zone, 0, "+00:00") && !hasShape(zone, 0, "-00:00"))) {
      return null;
    }
    int hours = Integer.parseInt(zone.substring(1, 3));
    int minutes = Integer.parseInt(zone.substring(4));
    if (hours > 18 || minutes > 59 || hours * 60 + minutes > 18 * 60) {
      return null;
    }
    int seconds = (hours * 60 + minutes) * 60;
    return ZoneOffset.ofTotalSeconds(zone.charAt(0) == '-' ? -seconds : seconds);
  }

  /** The shortest text in UTC. */
  public static String format(long epochNanos) {
    long seconds = Long.divideUnsigned(epochNanos, NANOS_PER_SECOND);
    long nanos = Long.remainderUnsigned(epochNanos, NANOS_PER_SECOND);
    LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    StringBuilder out = new StringBuilder();
    // LocalDateTime leaves out seconds that are 0.
    out.append(time.toLocalDate()).append('T').append(time.toLocalTime());
    if (time.getSecond() == 0) {
      out.append(":00");
    }
    if (nanos != 0) {
      String digits = Long.toString(NANOS_PER_SECOND + nanos).substring(1);
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      out.append('.').append(digits, 0, end);
    }
    return out.append('Z').toString();
  }

  /** Whether the text at an offset is as {@code shape}, whose zeros stand for digits. */
  private static boolean hasShape(String text, int at, String shape) {
    if (text.length() - at < shape.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(at + i);
      if (shape.charAt(i) == '0' ? !isDigit(c) : c != shape.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
