package dev.winnow.cli.html;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A part of time in UTC, and where to mark it: at full hours, days or months, as people count. */
public final class TimeAxis {
  private static final long NANOS = 1_000_000_000;
  private static final long MINUTE = 60 * NANOS;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;

  /** Where steps are counted from: the first Monday. */
  private static final long ORIGIN = 4 * DAY;

  /** Steps between marks, for as long as days are counted. */
  private static final long[] STEPS = {
    1_000_000,
    2_000_000,
    5_000_000,
    10_000_000,
    20_000_000,
    50_000_000,
    100_000_000,
    200_000_000,
    500_000_000,
    NANOS,
    2 * NANOS,
    5 * NANOS,
    10 * NANOS,
    15 * NANOS,
    30 * NANOS,
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    WEEK,
    2 * WEEK
  };

  private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240};

  /** More would run into each other. */
  private static final int MOST_MARKS = 8;

  private final long from;
  private final long to;

  /** A mark at a part of the axis, from 0 to 1. */
  record Mark(double at, String label) {}

  /** The time from one moment to a later one, in nanoseconds since 1970. */
  public TimeAxis(long from, long to) {
    this.from = from;
    this.to = to;
  }

  /** Where a moment lies, from 0 to 1. */
  public double at(long epochNanos) {
    return Math.clamp((double) (epochNanos - from) / (to - from), 0, 1);
  }

  List<Mark> marks() {
    for (long step : STEPS) {
      if ((to - from) / step <= MOST_MARKS) {
        return marks(step);
      }
    }
    long months = (to - from) / (30 * DAY);
    for (int step : MONTHS) {
      if (months / step <= MOST_MARKS) {
        return marksOfMonths(step);
      }
    }
    return List.of();
  }

  private List<Mark> marks(long step) {
    List<Mark> marks = new ArrayList<>();
    String dayBefore = isWithinOneDay() ? date(from, step) : "";
    long first = Math.ceilDiv(from - ORIGIN, step) * step + ORIGIN;
    for (long mark = first; mark < to; mark += step) {
      String day = date(mark, step);
      boolean isMidnight = Math.floorMod(mark, DAY) == 0;
      String clock = format(mark, clock(step));
      String label = day.equals(dayBefore) ? clock : isMidnight ? day : day + " " + clock;
      marks.add(new Mark(at(mark), label));
      dayBefore = day;
    }
    return marks;
  }

  private List<Mark> marksOfMonths(int step) {
    List<Mark> marks = new ArrayList<>();
    LocalDateTime start = time(from);
    int month = start.getYear() * 12 + start.getMonthValue() - 1;
    for (month = Math.ceilDiv(month + 1, step) * step; nanos(month) < to; month += step) {
      String label = format(nanos(month), step < 12 ? "MMM yyyy" : "yyyy");
      marks.add(new Mark(at(nanos(month)), label));
    }
    return marks;
  }

  /** When a month begins, counted from the year 0. */
  private static long nanos(int month) {
    return LocalDate.of(month / 12, month % 12 + 1, 1).toEpochDay() * DAY;
  }

  private String date(long epochNanos, long step) {
    boolean isPlain = step < DAY || time(from).getYear() == time(to).getYear();
    return format(epochNanos, isPlain ? "d MMM" : "d MMM yyyy");
  }

  private static String clock(long step) {
    return step < NANOS ? "HH:mm:ss.SSS" : step < MINUTE ? "HH:mm:ss" : "HH:mm";
  }

  private boolean isWithinOneDay() {
    return Math.floorDiv(from, DAY) == Math.floorDiv(to - 1, DAY);
  }

  private static LocalDateTime time(long epochNanos) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(epochNanos, NANOS), (int) Math.floorMod(epochNanos, NANOS), ZoneOffset.UTC);
  }

  private static String format(long epochNanos, String pattern) {
    return time(epochNanos).format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }
}
