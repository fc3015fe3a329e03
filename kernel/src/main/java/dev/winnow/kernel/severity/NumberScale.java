package dev.winnow.kernel.severity;

import dev.winnow.kernel.record.SeverityNumber;
import java.util.StringTokenizer;

/**
 * A scale on which a logging system numbers its levels. Numbers mean nothing without their scale: 3
 * is an error to syslog, a warning to .NET and a debug message to Android.
 */
public enum NumberScale {
  /** The OpenTelemetry logs data model, 1 to 24; 0 is no severity. */
  OPENTELEMETRY(
      """
      0 UNSPECIFIED 1 TRACE 2 TRACE2 3 TRACE3 4 TRACE4 5 DEBUG 6 DEBUG2 7 DEBUG3 8 DEBUG4
      9 INFO 10 INFO2 11 INFO3 12 INFO4 13 WARN 14 WARN2 15 WARN3 16 WARN4
      17 ERROR 18 ERROR2 19 ERROR3 20 ERROR4 21 FATAL 22 FATAL2 23 FATAL3 24 FATAL4
      """,
      false),

  /** Syslog (RFC 5424), journald's {@code PRIORITY} and GELF: 0 is the worst. */
  SYSLOG("0 FATAL 1 ERROR3 2 ERROR2 3 ERROR 4 WARN 5 INFO2 6 INFO 7 DEBUG", false),

  /** Pino and Bunyan. A number between two levels counts as the lower. */
  PINO("1 TRACE 20 DEBUG 30 INFO 40 WARN 50 ERROR 60 FATAL", true),

  /** Python's {@code logging}. A number between two levels counts as the lower. */
  PYTHON("0 UNSPECIFIED 1 TRACE 10 DEBUG 20 INFO 30 WARN 40 ERROR 50 FATAL", true),

  /** {@code java.util.logging}. A number between two levels counts as the lower. */
  JAVA_UTIL_LOGGING("1 TRACE 400 DEBUG 500 DEBUG2 700 DEBUG3 800 INFO 900 WARN 1000 ERROR", true),

  /** Log4j 1 and Logback. A number between two levels counts as the lower. */
  LOG4J("1 TRACE 10000 DEBUG 20000 INFO 30000 WARN 40000 ERROR 50000 FATAL", true),

  /** {@code Microsoft.Extensions.Logging}; 6 is none. */
  DOTNET("0 TRACE 1 DEBUG 2 INFO 3 WARN 4 ERROR 5 FATAL 6 UNSPECIFIED", false),

  /** The Windows event log and ETW; 0 is always logged and no severity. */
  WINDOWS("0 UNSPECIFIED 1 FATAL 2 ERROR 3 WARN 4 INFO 5 DEBUG", false),

  /** Android's log priorities, verbose to assert. */
  ANDROID("2 TRACE 3 DEBUG 4 INFO 5 WARN 6 ERROR 7 FATAL", false),

  /** Google Cloud's {@code LogSeverity}; 0 is the default, which is none. */
  GOOGLE_CLOUD(
      """
      0 UNSPECIFIED 100 DEBUG 200 INFO 300 INFO2 400 WARN 500 ERROR
      600 FATAL 700 FATAL2 800 FATAL3
      """,
      false);

  // Arrays, so that a look-up allocates nothing; they are never written again.
  @SuppressWarnings("ImmutableEnumChecker")
  private final long[] numbers;

  @SuppressWarnings("ImmutableEnumChecker")
  private final SeverityNumber[] severities;

  private final boolean isOpen;

  NumberScale(String table, boolean isOpen) {
    StringTokenizer cells = new StringTokenizer(table);
    numbers = new long[cells.countTokens() / 2];
    severities = new SeverityNumber[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Long.parseLong(cells.nextToken());
      severities[i] = SeverityNumber.valueOf(cells.nextToken());
    }
    this.isOpen = isOpen;
  }

  /** What {@link NameTable} would hold for this number. */
  int entry(long number) {
    for (int i = numbers.length - 1; i >= 0; i--) {
      if (number == numbers[i] || (isOpen && number > numbers[i])) {
        return severities[i].number();
      }
    }
    return NameTable.UNKNOWN;
  }
}
