package dev.winnow.server.http.deletion;

import dev.winnow.server.access.Principal;
import dev.winnow.server.deletion.Deletions;
import dev.winnow.server.http.Caller;
import dev.winnow.server.http.Parts;
import dev.winnow.server.settings.Administration;
import dev.winnow.storage.Selection;
import dev.winnow.storage.control.Deletion;
import dev.winnow.storage.control.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/deletions}: records that are deleted for good. For administrators; those of the
 * default tenant may name another tenant.
 */
@Path("/api/v1/deletions")
@Tag(name = "Deletions", description = "Records that are deleted for good. For the role admin.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class DeletionsResource {
  private static final String PATH = "/api/v1/deletions/";
  private static final String TENANT =
      "The tenant whose deletions are meant; another than your own only for the tenant default.";

  private final Administration administration;
  private final Deletions deletions;
  private final InstantSource clock;
  private final Caller caller;

  @Inject
  DeletionsResource(Parts parts, Caller caller) {
    administration = parts.administration();
    deletions = parts.deletions();
    clock = parts.clock();
    this.caller = caller;
  }

  /** Deletes records, or tells which would go. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Delete records for good, or tell which would go",
      description =
          "Records that are stored when the request comes, and no later ones. The answer comes at"
              + " once; the deletion goes on, also after a restart. It is done when nothing of the"
              + " records is in a file of the store any more. The audit log tells who had how many"
              + " deleted and why, but not the condition, which is forgotten at the end.")
  @APIResponse(
      responseCode = "200",
      description = "What would be deleted, as dry_run asks.",
      content = @Content(schema = @Schema(implementation = DeletionPreview.class)))
  @APIResponse(
      responseCode = "202",
      description = "The deletion, which has yet to be done.",
      content = @Content(schema = @Schema(implementation = DeletionAnswer.class)))
  public Response delete(
      @RequestBody(content = @Content(schema = @Schema(implementation = DeletionRequest.class)))
          byte[] body) {
    Principal sender = administrator();
    DeletionRequest wish = DeletionRequest.parse(body, clock.instant());
    Selection selection = wish.selection(sender.tenant(wish.tenantId()));
    if (wish.dryRun()) {
      return Response.ok(DeletionPreview.of(deletions.preview(selection))).build();
    }
    Deletion deletion = deletions.request(administration.actor(sender), selection, wish.reason());
    return Response.accepted(DeletionAnswer.of(deletion))
        .location(URI.create(PATH + deletion.id()))
        .build();
  }

  /** All deletions of a tenant. */
  @GET
  @Operation(summary = "List deletions, those that were asked for last first")
  public DeletionAnswer.Listing list(
      @Parameter(description = TENANT) @QueryParam("tenant_id") @Nullable String tenantId) {
    String tenant = administrator().tenant(tenantId);
    return new DeletionAnswer.Listing(
        deletions.list(tenant).stream().map(DeletionAnswer::of).toList());
  }

  /** One deletion. */
  @GET
  @Path("/{id}")
  @Operation(summary = "Tell how far a deletion is")
  public DeletionAnswer find(
      @Parameter(description = "The id of a deletion.") @PathParam("id") String id,
      @Parameter(description = TENANT) @QueryParam("tenant_id") @Nullable String tenantId) {
    return DeletionAnswer.of(deletions.find(administrator().tenant(tenantId), id));
  }

  private Principal administrator() {
    Principal sender = caller.principal();
    sender.require(Role.ADMIN);
    return sender;
  }
}
