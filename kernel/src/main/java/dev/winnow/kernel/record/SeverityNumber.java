package dev.winnow.kernel.record;

/**
 * How serious a record is, on the scale of the OpenTelemetry logs data model: six ranges of four,
 * where the first of a range is what a logger without finer steps means.
 */
public enum SeverityNumber {
  /** No severity, or one that is not understood; see {@link LogRecord#hasUnknownSeverity()}. */
  UNSPECIFIED(0),
  TRACE(1),
  TRACE2(2),
  TRACE3(3),
  TRACE4(4),
  DEBUG(5),
  DEBUG2(6),
  DEBUG3(7),
  DEBUG4(8),
  INFO(9),
  INFO2(10),
  INFO3(11),
  INFO4(12),
  WARN(13),
  WARN2(14),
  WARN3(15),
  WARN4(16),
  ERROR(17),
  ERROR2(18),
  ERROR3(19),
  ERROR4(20),
  FATAL(21),
  FATAL2(22),
  FATAL3(23),
  FATAL4(24);

  /** How many numbers share a range, such as WARN to WARN4. */
  public static final int RANGE = 4;

  private static final SeverityNumber[] BY_NUMBER = values();

  private final int number;

  SeverityNumber(int number) {
    this.number = number;
  }

  /** The severity with a number from 0 to 24; {@link #UNSPECIFIED} for every other number. */
  public static SeverityNumber of(int number) {
    return isDefined(number) ? BY_NUMBER[number] : UNSPECIFIED;
  }

  /** Whether a number is one of the scale: 0 to 24. */
  public static boolean isDefined(long number) {
    return number >= 0 && number < BY_NUMBER.length;
  }

  /** 1 for TRACE to 24 for FATAL4, 0 for unspecified. */
  public int number() {
    return number;
  }

  /** Whether this is ERROR or worse. */
  public boolean isError() {
    return compareTo(ERROR) >= 0;
  }

  /** The first of this severity's range, such as WARN for WARN3. */
  public SeverityNumber range() {
    return this == UNSPECIFIED ? this : of((number - 1) / RANGE * RANGE + 1);
  }
}
