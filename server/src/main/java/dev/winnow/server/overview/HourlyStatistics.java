package dev.winnow.server.overview;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The records of each hour and service, the oldest hour first. Hours in which a service has none
 * are left out.
 */
public record HourlyStatistics(
    Instant startTime, Instant endTime, long total, List<HourEntry> hours) {
  /** The records of a service in an hour. */
  @Schema(name = "ServiceHour")
  public record HourEntry(
      Instant hour,
      String service,
      long total,
      long errors,
      long warnings,
      double errorRate,
      double meanBytes) {
    static HourEntry of(Instant hour, String service, LevelTally tally) {
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
