package dev.winnow.server.http;

import dev.winnow.server.overview.Metrics;
import dev.winnow.server.overview.MetricsAnswer;
import dev.winnow.server.request.Parameter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/metrics}: what comes in and what it takes. */
@Path("/api/metrics")
@Tag(name = "Statistics")
@RunOnVirtualThread
public final class RatesResource {
  private final Parts parts;
  private final Caller caller;

  @Inject
  RatesResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Measure what comes in and what it takes",
      description = "Rates are taken over the window.")
  public MetricsAnswer rates(
      @Schema(description = "The last so long, such as 5m or 1h, up to 7d.", defaultValue = "1m")
          @QueryParam("window")
          @Nullable String window) {
    return parts
        .questions()
        .metrics()
        .metrics(
            caller.principal().tenantId(),
            parts.clock().instant(),
            Metrics.window(new Parameter("window", window)));
  }
}
