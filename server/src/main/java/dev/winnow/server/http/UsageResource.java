package dev.winnow.server.http;

import dev.winnow.server.usage.UsageAnswer;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/usage}: how much of its quotas a tenant has used today. */
@Path("/api/v1/usage")
@Tag(name = "Quotas")
@Produces(MediaType.APPLICATION_JSON)
public final class UsageResource {
  private final Parts parts;
  private final Caller caller;

  @Inject
  UsageResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Get how much of the quotas is used",
      description = "Of the day of UTC so far, for each quota of your tenant.")
  public UsageAnswer usage() {
    return UsageAnswer.of(caller.principal().tenantId(), parts.meters().usage());
  }
}
