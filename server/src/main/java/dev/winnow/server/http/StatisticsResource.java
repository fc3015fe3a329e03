package dev.winnow.server.http;

import dev.winnow.server.overview.HourlyStatistics;
import dev.winnow.server.overview.ServiceStatistics;
import dev.winnow.storage.Selection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
  @Operation(summary = "Count records per service")
  public ServiceStatistics services(@BeanParam LastHours hours) {
    return parts.questions().statistics().services(selection(hours, List.of()));
  }

  @GET
  @Path("/hourly")
  @Operation(summary = "Count records per hour and service")
  public HourlyStatistics hourly(
      @BeanParam LastHours hours,
      @Parameter(description = "A service, or several, if given more than once; all, if not given.")
          @QueryParam("service")
          List<String> services) {
    return parts.questions().statistics().hourly(selection(hours, services));
  }

  private Selection selection(LastHours hours, List<String> services) {
    return hours.selection(caller.principal().tenantId(), parts.clock().instant(), services);
  }
}
