package dev.winnow.server.overview;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The errors of each hour and service, the oldest hour first. Hours in which a service has none are
 * left out.
 *
 * @param errorCount records of ERROR or worse
 */
public record ErrorTrend(
    Instant startTime, Instant endTime, long errorCount, List<ErrorEntry> trends) {
  /**
   * The errors of a service in an hour.
   *
   * @param errorRate errors as a share of all records of the service in the hour
   */
  @Schema(name = "ServiceHourErrors")
  public record ErrorEntry(Instant hour, String service, long errorCount, double errorRate) {}
}
