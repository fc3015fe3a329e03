package dev.winnow.server.overview;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The records of each service, the one with the most first.
 *
 * @param services the services; the one without a name is of the records that name none
 */
public record ServiceStatistics(
    Instant startTime, Instant endTime, long total, List<ServiceEntry> services) {
  /**
   * The records of a service.
   *
   * @param errors those of ERROR or worse
   * @param warnings those of a WARN
   * @param errorRate errors as a share of all
   * @param meanBytes the mean size of a record
   */
  @Schema(name = "ServiceTotal")
  public record ServiceEntry(
      String service, long total, long errors, long warnings, double errorRate, double meanBytes) {
    static ServiceEntry of(String service, LevelTally tally) {
      return new ServiceEntry(
          service,
          tally.total(),
          tally.errors(),
          tally.warnings(),
          tally.errorRate(),
          tally.meanBytes());
    }
  }
}
