package dev.winnow.server.http;

import dev.winnow.server.overview.HourlyStatistics;
import dev.winnow.server.overview.ServiceStatistics;
import dev.winnow.server.overview.Statistics;
import dev.winnow.server.request.Parameter;
import dev.winnow.storage.Selection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/logs/stats}: counts of records. */
@Path("/api/logs/stats")
@Tag(name = "Statistics")
@RunOnVirtualThread
public final class StatisticsResource {
  private final Parts parts;
  private final Caller caller;

  @Inject
  StatisticsResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Path("/services")
  @Operation(
      summary = "Count records per service",
      description = "Of the last hours, 1 to 168, 24 by default.")
  public ServiceStatistics services(
      @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + Statistics.MAX_HOURS,
              defaultValue = "" + Statistics.DEFAULT_HOURS)
          @QueryParam("hours")
          @Nullable String hours) {
    return parts.questions().statistics().services(last(hours, List.of()));
  }

  @GET
  @Path("/hourly")
  @Operation(
      summary = "Count records per hour and service",
      description = "Of the last hours, 1 to 168, 24 by default; of all services or one.")
  public HourlyStatistics hourly(
      @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + Statistics.MAX_HOURS,
              defaultValue = "" + Statistics.DEFAULT_HOURS)
          @QueryParam("hours")
          @Nullable String hours,
      @QueryParam("service") List<String> services) {
    return parts.questions().statistics().hourly(last(hours, services));
  }

  private Selection last(@Nullable String hours, List<String> services) {
    return Statistics.last(
        caller.principal().tenantId(),
        parts.clock().instant(),
        new Parameter("hours", hours),
        services);
  }
}
