package dev.winnow.server.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /}: the way to what there is for people. */
@Path("/")
public final class StartResource {
  /** Leads to the documentation. */
  @GET
  @Operation(hidden = true)
  public Response start() {
    return Response.temporaryRedirect(URI.create("/docs")).build();
  }
}
