package dev.winnow.cli.analysis;

import java.util.List;

/**
 * A division of time into equal spans, for counting when things happened without knowing before how
 * long a log reaches. All counts of one analysis share one.
 */
public final class TimeGrid {
  /*
   * A span is a power of two milliseconds and begins at a multiple of itself. A time outside of what
   * the spans cover makes them longer, as often as is needed, and every array of counts is folded to
   * the new spans; that happens about once each time that the log's length doubles. Room is left in
   * front when an earlier time comes, so that a log in reverse order does not fold for each record.
   */

  /** The number of spans at most; at least half of them are in use once the log is long enough. */
  public static final int SPANS = 128;

  /** Outside of these years a timestamp is a mistake that would squeeze all others together. */
  private static final long EARLIEST_MILLIS = 315_532_800_000L; // 1980

  private static final long LATEST_MILLIS = 4_102_444_800_000L; // 2100
  private static final long NANOS_PER_MILLI = 1_000_000;

  private boolean isEmpty = true;
  private long first;
  private long last;
  private long base;
  private int shift;

  /** How to turn counts of a former division into those of the present one. */
  record Fold(long base, int shift, long newBase, int newShift) {
    int[] apply(int[] counts) {
      int[] folded = new int[SPANS];
      for (int i = 0; i < SPANS; i++) {
        if (counts[i] > 0) {
          folded[(int) (((base + i) >> (newShift - shift)) - newBase)] += counts[i];
        }
      }
      return folded;
    }
  }

  /** Whether a time can be counted. */
  static boolean covers(long epochNanos) {
    long millis = Math.floorDiv(epochNanos, NANOS_PER_MILLI);
    return millis >= EARLIEST_MILLIS && millis < LATEST_MILLIS;
  }

  /** Whether a time lies in the present spans. */
  boolean includes(long epochNanos) {
    long span = Math.floorDiv(epochNanos, NANOS_PER_MILLI) >> shift;
    return !isEmpty && span >= base && span - base < SPANS;
  }

  /** Divides anew so that a time is included, and tells how counts change. */
  Fold include(long epochNanos) {
    long millis = Math.floorDiv(epochNanos, NANOS_PER_MILLI);
    long oldBase = base;
    int oldShift = shift;
    boolean earlier = !isEmpty && millis < first;
    if (isEmpty) {
      first = millis;
      last = millis;
      isEmpty = false;
    }
    note(epochNanos);
    while ((last >> shift) - (first >> shift) >= SPANS) {
      shift++;
    }
    long used = (last >> shift) - (first >> shift) + 1;
    base = (first >> shift) - (earlier ? (SPANS - used) / 2 : 0);
    return new Fold(oldBase, oldShift, base, shift);
  }

  /** The grid that covers what all of some grids cover. */
  static TimeGrid covering(List<TimeGrid> grids) {
    TimeGrid all = new TimeGrid();
    List<TimeGrid> used = grids.stream().filter(grid -> !grid.isEmpty).toList();
    used.stream().mapToLong(grid -> grid.first).min().ifPresent(all::includeMillis);
    used.stream().mapToLong(grid -> grid.last).max().ifPresent(all::includeMillis);
    return all;
  }

  private void includeMillis(long millis) {
    include(millis * NANOS_PER_MILLI);
  }

  /** How counts of this grid change to those of another that covers it. */
  Fold to(TimeGrid wider) {
    return new Fold(base, shift, wider.base, wider.shift);
  }

  /** The length of a span in nanoseconds. */
  public long spanNanos() {
    return (1L << shift) * NANOS_PER_MILLI;
  }

  /** When a span begins, in nanoseconds since 1970. */
  public long spanStart(int span) {
    return ((base + span) << shift) * NANOS_PER_MILLI;
  }

  /** The first span that holds a time, and the one after the last. */
  public int firstSpan() {
    return (int) ((first >> shift) - base);
  }

  public int endSpan() {
    return (int) ((last >> shift) - base) + 1;
  }

  /** The part of a span that lies between the first time and the last, from 0 to 1. */
  public double coverage(int span) {
    double start = Math.scalb((double) first, -shift) - base;
    double end = Math.scalb((double) last + 1, -shift) - base;
    return Math.clamp(Math.min(end, span + 1.0) - Math.max(start, span), 0, 1);
  }

  /** Remembers the earliest and the latest time. */
  void note(long epochNanos) {
    long millis = Math.floorDiv(epochNanos, NANOS_PER_MILLI);
    first = Math.min(first, millis);
    last = Math.max(last, millis);
  }

  /** The span of a time that is included. */
  int span(long epochNanos) {
    return (int) ((Math.floorDiv(epochNanos, NANOS_PER_MILLI) >> shift) - base);
  }

  /** Counts per span as rates in {@code cells} equal parts of the time between first and last. */
  public double[] cells(int[] counts, int cells) {
    double[] rates = new double[cells];
    double start = Math.scalb((double) first, -shift) - base;
    double length = Math.max(Math.scalb((double) (last - first), -shift), 1e-9);
    for (int i = 0; i < SPANS; i++) {
      if (counts[i] > 0) {
        spread(counts[i], (i - start) * cells / length, (i + 1 - start) * cells / length, rates);
      }
    }
    return rates;
  }

  /** Adds a count to the cells between two positions, to each by the part of it that is covered. */
  private static void spread(int count, double from, double to, double[] rates) {
    double begin = Math.clamp(from, 0, rates.length);
    double end = Math.clamp(to, begin, rates.length);
    if (end - begin < 1e-9) {
      rates[Math.min((int) begin, rates.length - 1)] += count;
      return;
    }
    for (int cell = (int) begin; cell < end; cell++) {
      double covered = Math.min(end, cell + 1.0) - Math.max(begin, cell);
      rates[cell] += count * covered / (end - begin);
    }
  }

  /** Whether there is a time to divide. */
  public boolean isDivisible() {
    return !isEmpty && last > first;
  }
}
