package dev.winnow.server.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** {@code /metrics}: what the server counts about itself, as Prometheus reads it. */
@Path("/metrics")
public final class MetricsResource {
  private final Parts parts;

  @Inject
  MetricsResource(Parts parts) {
    this.parts = parts;
  }

  /** All metrics. */
  @GET
  @Produces("text/plain; version=0.0.4; charset=utf-8")
  public String metrics() {
    return parts.metrics().scrape();
  }
}
