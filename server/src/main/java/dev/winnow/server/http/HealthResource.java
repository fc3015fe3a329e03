package dev.winnow.server.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /health}: how the server is. Nobody needs a token to ask. */
@Path("/health")
@Tag(name = "Operation")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
  /**
   * How the server is.
   *
   * @param status {@code healthy}, or {@code degraded} if something that it depends on does not
   *     work
   * @param dependencies {@code healthy}, or why not, by name
   * @param accounts {@code complete}, or {@code incomplete} if something was lost of the ledger or
   *     of the templates since the start; the metrics tell how much, to whoever may see them
   */
  public record Health(
      String status,
      String service,
      String version,
      SortedMap<String, String> dependencies,
      String accounts,
      long uptimeSeconds,
      Counts metrics) {}

  /** What was asked and not answered well since the start. */
  @Schema(name = "RequestCounts")
  public record Counts(long requestsTotal, long errorsTotal) {}

  /** Whether the server takes requests, and why not. */
  @Schema(name = "Readiness")
  public record Ready(String status, List<String> reasons) {}

  private static final String HEALTHY = "healthy";

  private final Parts parts;

  @Inject
  HealthResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation(
      summary = "Tell how the server is",
      description =
          "status is healthy, or degraded if something that it depends on does not work. accounts"
              + " is complete, or incomplete if something was lost of the ledger or of the templates"
              + " since the start.")
  public Health health() {
    SortedMap<String, String> dependencies = new TreeMap<>();
    for (Readiness.Check check : parts.readiness().checks()) {
      dependencies.put(check.name(), check.reason().get().orElse(HEALTHY));
    }
    boolean isHealthy = dependencies.values().stream().allMatch(HEALTHY::equals);
    return new Health(
        isHealthy ? HEALTHY : "degraded",
        "winnow",
        String.valueOf(HealthResource.class.getPackage().getImplementationVersion()),
        dependencies,
        parts.readiness().hasLosses().getAsBoolean() ? "incomplete" : "complete",
        Duration.between(parts.startedAt(), parts.clock().instant()).toSeconds(),
        new Counts(parts.traffic().requests(), parts.traffic().errors()));
  }

  @GET
  @Path("/live")
  @Operation(summary = "Tell whether the process lives", description = "If it answers, it does.")
  public Ready live() {
    return new Ready("live", List.of());
  }

  @GET
  @Path("/ready")
  @Operation(summary = "Tell whether the server takes requests")
  @APIResponse(
      responseCode = "200",
      description = "It does.",
      content = @Content(schema = @Schema(implementation = Ready.class)))
  @APIResponse(
      responseCode = "503",
      description = "It does not, and why.",
      content = @Content(schema = @Schema(implementation = Ready.class)))
  public Response ready() {
    List<String> reasons = parts.readiness().reasons();
    return reasons.isEmpty()
        ? Response.ok(new Ready("ready", reasons)).build()
        : Response.status(Response.Status.SERVICE_UNAVAILABLE)
            .entity(new Ready("not_ready", reasons))
            .build();
  }
}
