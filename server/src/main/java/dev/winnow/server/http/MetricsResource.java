package dev.winnow.server.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /metrics}: what the server counts about itself, as Prometheus reads it. It names all
 * tenants and their services.
 */
@Path("/metrics")
@Tag(name = "Operation")
public final class MetricsResource {
  private final Parts parts;
  private final Caller caller;

  @Inject
  MetricsResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Get all metrics of the server",
      description = "In the text format of Prometheus. For tokens of the tenant default.")
  @Produces("text/plain; version=0.0.4; charset=utf-8")
  public String metrics() {
    caller.principal().requireOverview();
    return parts.metrics().scrape();
  }
}
