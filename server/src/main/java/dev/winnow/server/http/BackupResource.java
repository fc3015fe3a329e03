package dev.winnow.server.http;

import dev.winnow.server.access.Principal;
import dev.winnow.server.backup.Backup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/backup}: all data of all tenants, for those who run the server. */
@Path("/api/v1/backup")
@Tag(
    name = "Backup",
    description = "All data in one file. For the role admin of the tenant default.")
@RunOnVirtualThread
public final class BackupResource {
  private static final String ARCHIVE = "application/x-tar";

  private final Parts parts;
  private final Caller caller;

  @Inject
  BackupResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  /** Begins a backup, and writes it as it is taken. */
  @GET
  @Produces(ARCHIVE)
  @Operation(
      summary = "Back all data up",
      description =
          "A tar archive of everything acknowledged before, of all tenants, for winnow restore. Its"
              + " last entry has the checksums of all others: an answer without it is not complete."
              + " One at a time; a reader that takes nothing for limits.idle_timeout is given up.")
  @APIResponse(
      responseCode = "200",
      description = "The archive.",
      content =
          @Content(
              mediaType = ARCHIVE,
              schema = @Schema(implementation = String.class, format = "binary")))
  public Response backup(@Context Request request) {
    Principal sender = caller.principal();
    sender.requireOperator();
    Response.ResponseBuilder answer =
        Response.ok()
            .type(ARCHIVE)
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"winnow-backup.tar\"");
    // Whoever asks for the head only would have a backup that nobody writes.
    return request.getMethod().equals(HttpMethod.HEAD)
        ? answer.build()
        : answer.entity(body(sender)).build();
  }

  private StreamingOutput body(Principal sender) {
    Backup backup = parts.backups().begin(parts.administration().actor(sender));
    return backup::writeTo;
  }
}
