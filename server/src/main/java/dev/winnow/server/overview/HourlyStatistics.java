package dev.winnow.server.overview;

import java.util.List;

/**
 * The records of each hour and service, the oldest hour first. Hours in which a service has none
 * are left out.
 */
public record HourlyStatistics(
    String startTime, String endTime, long total, List<HourEntry> hours) {
  /** The records of a service in an hour. */
  public record HourEntry(
      String hour,
      String service,
      long total,
      long errors,
      long warnings,
      double errorRate,
      double meanBytes) {
    static HourEntry of(String hour, String service, LevelTally tally) {
      return new HourEntry(
          hour,
          service,
          tally.total(),
          tally.errors(),
          tally.warnings(),
          tally.errorRate(),
          tally.meanBytes());
    }
  }
}
