package dev.winnow.server.http;

import dev.winnow.server.overview.ErrorTrend;
import dev.winnow.server.overview.Statistics;
import dev.winnow.server.request.Parameter;
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

/** {@code /api/logs/trends/errors}: errors over time. */
@Path("/api/logs/trends/errors")
@Tag(name = "Statistics")
@RunOnVirtualThread
public final class ErrorTrendResource {
  private final Parts parts;
  private final Caller caller;

  @Inject
  ErrorTrendResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Count errors per hour and service",
      description = "Of the last hours, 1 to 168, 24 by default.")
  public ErrorTrend errors(
      @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + Statistics.MAX_HOURS,
              defaultValue = "" + Statistics.DEFAULT_HOURS)
          @QueryParam("hours")
          @Nullable String hours) {
    return parts
        .questions()
        .statistics()
        .errors(
            Statistics.last(
                caller.principal().tenantId(),
                parts.clock().instant(),
                new Parameter("hours", hours),
                List.of()));
  }
}
