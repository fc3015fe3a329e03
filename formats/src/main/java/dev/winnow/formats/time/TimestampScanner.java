package dev.winnow.formats.time;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Reads a timestamp at a place in a text. One per thread; a scan allocates nothing.
 *
 * <p>A timestamp without a zone is of UTC, or of the zone that the scanner was given. Without a
 * year it is of the latest year that does not put it more than a day after the reference, the time
 * by which the text was written at the latest; without a date, of the latest such day.
 */
public final class TimestampScanner {
  /** The answer of {@link #scan} where there is no timestamp. */
  public static final int NONE = -1;

  private static final TimeShape[] WITH_DIGIT_FIRST = shapes(false);
  private static final TimeShape[] WITH_LETTER_FIRST = shapes(true);
  private static final byte[] MONTHS = ascii("JanFebMarAprMayJunJulAugSepOctNovDec");
  private static final byte[] WEEKDAYS = ascii("MonTueWedThuFriSatSun");
  private static final byte[] NARROW_BLANK = "\u202f".getBytes(StandardCharsets.UTF_8);
  private static final int ABBREVIATION = 3;
  private static final int FRACTION_DIGITS = 9;
  private static final long NANOS = 1_000_000_000L;
  private static final int SECONDS_OF_DAY = 86_400;

  /** What fits into 64 bits as nanoseconds: from 1677 to 2262. */
  private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS;

  /** Of a number with so many digits, a unit is this many nanoseconds. */
  private static final int[] EPOCH_DIGITS = {10, 13, 16, 19};

  private static final long[] EPOCH_UNITS = {NANOS, 1_000_000, 1_000, 1};

  /** The first digit of such a number, from 2001 to 2128. */
  private static final char LAST_EPOCH_DIGIT = '4';

  private final long referenceDay;

  /** The year of the last day that a time without a year may be of. */
  private final int referenceYear;

  private final int referenceSecond;

  private final LocalZone local;
  private final ZoneScanner zone = new ZoneScanner();
  private final SecondMemo memo = new SecondMemo();
  private TimeShape shape = TimeShape.RFC3339;
  private boolean hasZone;
  private long epochNanos;

  private int year;
  private int month;
  private int day;
  private int hour;
  private int minute;
  private int second;
  private int secondEnd;
  private int nanos;
  private int number;

  /** A scanner for text that was written by {@code reference} at the latest. */
  public TimestampScanner(Instant reference) {
    this(reference, ZoneOffset.UTC);
  }

  /** A scanner likewise, where times that name no zone are of {@code local}. */
  public TimestampScanner(Instant reference, ZoneId local) {
    this.local = new LocalZone(local);
    LocalDate date = LocalDate.ofInstant(reference, ZoneOffset.UTC);
    referenceDay = date.toEpochDay();
    referenceYear = date.plusDays(1).getYear();
    referenceSecond = (int) Math.floorMod(reference.getEpochSecond(), (long) SECONDS_OF_DAY);
  }

  /** Reads the timestamp that begins at {@code from}; returns its end, or {@link #NONE}. */
  public int scan(byte[] in, int from, int to) {
    if (from >= to || !isFirst(in[from])) {
      return NONE;
    }
    int end = shape.isAmbiguous() ? NONE : scan(shape, in, from, to);
    TimeShape[] shapes = Characters.isDigit(in[from]) ? WITH_DIGIT_FIRST : WITH_LETTER_FIRST;
    for (int i = 0; end == NONE && i < shapes.length; i++) {
      end = scan(shapes[i], in, from, to);
    }
    return end;
  }

  private static TimeShape[] shapes(boolean letterFirst) {
    return Arrays.stream(TimeShape.values())
        .filter(shape -> !shape.isAmbiguous() && shape.beginsWithLetter() == letterFirst)
        .toArray(TimeShape[]::new);
  }

  /** Reads a timestamp of one shape. */
  public int scan(TimeShape candidate, byte[] in, int from, int to) {
    int end = candidate == TimeShape.EPOCH ? epoch(in, from, to) : civil(candidate, in, from, to);
    if (end == NONE || (end < to && Characters.isWord(in[end]))) {
      return NONE;
    }
    shape = candidate;
    return end;
  }

  /** The last timestamp in nanoseconds since 1970. */
  public long epochNanos() {
    return epochNanos;
  }

  public TimeShape shape() {
    return shape;
  }

  /** Whether the last timestamp names its zone. */
  public boolean hasZone() {
    return hasZone;
  }

  public boolean hasYear() {
    return shape.hasYear;
  }

  public boolean hasDate() {
    return shape.hasDate;
  }

  private int epoch(byte[] in, int from, int to) {
    if (in[from] < '1' || in[from] > LAST_EPOCH_DIGIT) {
      return NONE;
    }
    long value = 0;
    int at = from;
    while (at < to && Characters.isDigit(in[at]) && at - from < EPOCH_DIGITS[3]) {
      value = value * 10 + in[at++] - '0';
    }
    for (int i = 0; i < EPOCH_DIGITS.length; i++) {
      if (at - from == EPOCH_DIGITS[i]) {
        int end = EPOCH_UNITS[i] == NANOS ? fraction(in, at, to) : at;
        epochNanos = value * EPOCH_UNITS[i] + (end > at ? nanos : 0);
        hasZone = true;
        return end;
      }
    }
    return NONE;
  }

  private int civil(TimeShape candidate, byte[] in, int from, int to) {
    year = 0;
    second = 0;
    nanos = 0;
    if (memo.isAt(candidate, in, from, to)) {
      return finish(memo.seconds(), in, fraction(in, from + memo.length(), to), to);
    }
    int at = from;
    for (byte symbol : candidate.pattern) {
      at = part(symbol, in, at, to);
      if (at == NONE) {
        return NONE;
      }
    }
    if (hour > 23 || minute > 59 || second > 60) {
      return NONE;
    }
    if (candidate.hasDate && (month < 1 || month > 12 || day < 1 || day > 31)) {
      return NONE;
    }
    long seconds = epochDay(candidate) * SECONDS_OF_DAY + secondOfDay();
    if (candidate.endsWithSecond()) {
      memo.put(candidate, in, from, secondEnd, seconds);
    }
    return finish(seconds, in, at, to);
  }

  /** Reads the zone, and puts the timestamp together. */
  private int finish(long localSeconds, byte[] in, int at, int to) {
    int end = zone.scan(in, at, to);
    hasZone = zone.isFound();
    int offset = hasZone ? zone.offsetSeconds() : local.offsetSeconds(localSeconds);
    long seconds = localSeconds - offset;
    epochNanos = seconds * NANOS + nanos;
    return Math.abs(seconds) < MOST_SECONDS ? end : NONE;
  }

  private int secondOfDay() {
    return hour * 3600 + minute * 60 + second;
  }

  private long epochDay(TimeShape candidate) {
    if (!candidate.hasDate) {
      return secondOfDay() > referenceSecond ? referenceDay - 1 : referenceDay;
    }
    if (candidate.hasYear) {
      return CalendarDate.epochDay(year, month, day);
    }
    long days = CalendarDate.epochDay(referenceYear, month, day);
    return days > referenceDay + 1 ? CalendarDate.epochDay(referenceYear - 1, month, day) : days;
  }

  /** Reads what a symbol of a pattern stands for; returns its end, or {@link #NONE}. */
  private int part(byte symbol, byte[] in, int at, int to) {
    int end;
    switch (symbol) {
      case 'Y' -> {
        end = digits(in, at, to, 4);
        year = number;
      }
      case 'y' -> {
        end = digits(in, at, to, 2);
        year = 2000 + number;
      }
      case 'M' -> {
        end = digits(in, at, to, 2);
        month = number;
      }
      case 'N' -> {
        end = abbreviation(MONTHS, in, at, to);
        month = number;
      }
      case 'W' -> end = abbreviation(WEEKDAYS, in, at, to);
      case 'D' -> {
        end = oneOrTwoDigits(in, at, to);
        day = number;
      }
      case 'H' -> {
        end = oneOrTwoDigits(in, at, to);
        hour = number;
      }
      case 'm' -> {
        end = digits(in, at, to, 2);
        minute = number;
      }
      case 's' -> {
        end = digits(in, at, to, 2);
        second = number;
        secondEnd = end;
        end = end == NONE ? NONE : fraction(in, end, to);
      }
      case 'p' -> end = halfOfDay(in, at, to);
      case ' ' -> end = blanks(in, at, to);
      default -> end = at < to && in[at] == symbol ? at + 1 : NONE;
    }
    return end;
  }

  /** Reads {@code AM} or {@code PM}, and counts the hours from midnight. */
  private int halfOfDay(byte[] in, int at, int to) {
    if (to - at < 2 || in[at + 1] != 'M' || (in[at] != 'A' && in[at] != 'P')) {
      return NONE;
    }
    if (hour < 1 || hour > 12) {
      return NONE;
    }
    hour = hour % 12 + (in[at] == 'P' ? 12 : 0);
    return at + 2;
  }

  private int oneOrTwoDigits(byte[] in, int at, int to) {
    boolean single = at + 1 < to && Characters.isDigit(in[at]) && !Characters.isDigit(in[at + 1]);
    return digits(in, at, to, single ? 1 : 2);
  }

  private int digits(byte[] in, int at, int to, int count) {
    if (to - at < count) {
      return NONE;
    }
    int value = 0;
    for (int i = at; i < at + count; i++) {
      if (!Characters.isDigit(in[i])) {
        return NONE;
      }
      value = value * 10 + in[i] - '0';
    }
    number = value;
    return at + count;
  }

  /** The number, from 1, of an abbreviation of three letters in a list of them. */
  private int abbreviation(byte[] list, byte[] in, int at, int to) {
    if (to - at < ABBREVIATION) {
      return NONE;
    }
    for (int i = 0; i < list.length; i += ABBREVIATION) {
      if (in[at] == list[i] && in[at + 1] == list[i + 1] && in[at + 2] == list[i + 2]) {
        number = i / ABBREVIATION + 1;
        return at + ABBREVIATION;
      }
    }
    return NONE;
  }

  private static int blanks(byte[] in, int at, int to) {
    if (at < to && in[at] == '\t') {
      return at + 1;
    }
    if (to - at >= NARROW_BLANK.length && isNarrowBlank(in, at)) {
      return at + NARROW_BLANK.length;
    }
    if (at >= to || in[at] != ' ') {
      return NONE;
    }
    return at + 1 < to && in[at + 1] == ' ' ? at + 2 : at + 1;
  }

  /** Reads a fraction of a second, if there is one, into {@code nanos}; returns its end. */
  private int fraction(byte[] in, int at, int to) {
    boolean separated =
        at + 1 < to && (in[at] == '.' || in[at] == ',') && Characters.isDigit(in[at + 1]);
    if (!separated) {
      return at;
    }
    int value = 0;
    int digits = 0;
    int i = at + 1;
    for (; i < to && Characters.isDigit(in[i]); i++) {
      if (digits < FRACTION_DIGITS) {
        value = value * 10 + in[i] - '0';
        digits++;
      }
    }
    for (; digits < FRACTION_DIGITS; digits++) {
      value *= 10;
    }
    nanos = value;
    return i;
  }

  /** Since JDK 20 one stands before the half of the day. */
  private static boolean isNarrowBlank(byte[] in, int at) {
    return in[at] == NARROW_BLANK[0]
        && in[at + 1] == NARROW_BLANK[1]
        && in[at + 2] == NARROW_BLANK[2];
  }

  private static boolean isFirst(byte b) {
    return Characters.isDigit(b) || Characters.isUpper(b);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
