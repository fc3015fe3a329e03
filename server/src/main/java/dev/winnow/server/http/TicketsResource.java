package dev.winnow.server.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/tickets}: for web pages, which cannot send a token with all that they open. */
@Path("/api/v1/tickets")
@Tag(name = "Live")
public final class TicketsResource {
  private final Parts parts;
  private final Caller caller;

  @Inject
  TicketsResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  /** Makes a ticket for whoever asks. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Make a ticket to open a live tail",
      description =
          "For web pages, which cannot send a token with a WebSocket or an EventSource. It is good"
              + " for one of them, within half a minute, for whoever may read.")
  @APIResponse(
      responseCode = "201",
      description = "The ticket.",
      content = @Content(schema = @Schema(implementation = TicketAnswer.class)))
  public Response create() {
    TicketAnswer answer =
        TicketAnswer.of(
            parts.tickets().issue(caller.principal().tenantId(), caller.authorization()));
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }
}
