package dev.winnow.server.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/slow_queries}: what took long to answer. */
@Path("/api/v1/slow_queries")
@Tag(name = "Statistics")
@Produces(MediaType.APPLICATION_JSON)
public final class SlowQueriesResource {
  private final SlowQueries slow;
  private final Caller caller;

  @Inject
  SlowQueriesResource(SlowQueries slow, Caller caller) {
    this.slow = slow;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "List slow queries, the newest first",
      description = "The last 100 that took half a second or more since the server started.")
  public SlowQueries.Listing list() {
    return slow.latest(caller.principal().tenantId());
  }
}
