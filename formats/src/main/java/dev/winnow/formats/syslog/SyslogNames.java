package dev.winnow.formats.syslog;

import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.severity.NumberScale;
import dev.winnow.kernel.severity.Severity;

/** What the numbers of syslog are called, which journals use as well (RFC 5424, section 6.2.1). */
public final class SyslogNames {
  /** How many severities there are, from 0. */
  public static final int SEVERITIES = 8;

  private static final String[] SEVERITY = {
    "emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"
  };
  private static final String[] FACILITY = {
    "kern",
    "user",
    "mail",
    "daemon",
    "auth",
    "syslog",
    "lpr",
    "news",
    "uucp",
    "cron",
    "authpriv",
    "ftp",
    "ntp",
    "audit",
    "alert",
    "clock",
    "local0",
    "local1",
    "local2",
    "local3",
    "local4",
    "local5",
    "local6",
    "local7"
  };

  private SyslogNames() {}

  /** Gives a record a severity from 0, the worst, to 7. */
  public static void putSeverity(int severity, LogRecord.Builder record) {
    record.severityNumber(Severity.ofNumber(NumberScale.SYSLOG, severity).number());
    record.severityText(SEVERITY[severity]);
  }

  /** The name of a facility; its number where there is none of that number. */
  public static String facility(int facility) {
    return facility >= 0 && facility < FACILITY.length
        ? FACILITY[facility]
        : Integer.toString(facility);
  }
}
