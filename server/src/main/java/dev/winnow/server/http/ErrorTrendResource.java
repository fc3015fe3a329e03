package dev.winnow.server.http;

import dev.winnow.server.overview.ErrorTrend;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
  @Operation(summary = "Count errors per hour and service")
  public ErrorTrend errors(@BeanParam LastHours hours) {
    return parts
        .questions()
        .statistics()
        .errors(hours.selection(caller.principal().tenantId(), parts.clock().instant(), List.of()));
  }
}
