package dev.winnow.server.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code /health}: how the server is. Nobody needs a token to ask. */
@Path("/health")
public final class HealthResource {
  /**
   * How the server is.
   *
   * @param status {@code healthy}, or {@code degraded} if something that it depends on does not
   *     work
   * @param dependencies {@code healthy}, or why not, by name
   */
  public record Health(
      String status,
      String service,
      String version,
      SortedMap<String, String> dependencies,
      long uptimeSeconds,
      Counts metrics) {}

  /** What was asked and not answered well since the start. */
  public record Counts(long requestsTotal, long errorsTotal) {}

  /** Whether the server takes requests, and why not. */
  public record Ready(String status, List<String> reasons) {}

  private static final String HEALTHY = "healthy";

  private final Parts parts;

  @Inject
  HealthResource(Parts parts) {
    this.parts = parts;
  }

  /** How the server is. */
  @GET
  public Health health() {
    SortedMap<String, String> dependencies = new TreeMap<>();
    List<Readiness.Check> checks = new ArrayList<>(parts.readiness().checks());
    checks.add(parts.readiness().losses());
    for (Readiness.Check check : checks) {
      dependencies.put(check.name(), check.reason().get().orElse(HEALTHY));
    }
    boolean isHealthy = dependencies.values().stream().allMatch(HEALTHY::equals);
    return new Health(
        isHealthy ? HEALTHY : "degraded",
        "winnow",
        String.valueOf(HealthResource.class.getPackage().getImplementationVersion()),
        dependencies,
        Duration.between(parts.startedAt(), parts.clock().instant()).toSeconds(),
        new Counts(parts.traffic().requests(), parts.traffic().errors()));
  }

  /** Whether the process lives: if it answers, it does. */
  @GET
  @Path("/live")
  public Ready live() {
    return new Ready("live", List.of());
  }

  /** Whether the server takes requests. */
  @GET
  @Path("/ready")
  public Response ready() {
    List<String> reasons = parts.readiness().reasons();
    return reasons.isEmpty()
        ? Response.ok(new Ready("ready", reasons)).build()
        : Response.status(Response.Status.SERVICE_UNAVAILABLE)
            .entity(new Ready("not_ready", reasons))
            .build();
  }
}
