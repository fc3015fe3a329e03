package dev.winnow.server.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;

/** {@code /health}: whether the server is well. */
@Path("/health")
public final class HealthResource {
  /** How the server is. */
  public record Health(String status, String service, String version, long uptimeSeconds) {}

  private final Parts parts;

  @Inject
  HealthResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  public Health health() {
    String version = HealthResource.class.getPackage().getImplementationVersion();
    return new Health(
        "healthy",
        "winnow",
        version,
        Duration.between(parts.startedAt(), parts.clock().instant()).toSeconds());
  }
}
