package dev.winnow.server.http.settings;

import dev.winnow.server.access.Principal;
import dev.winnow.server.http.Caller;
import dev.winnow.server.http.Parts;
import dev.winnow.server.settings.Administration;
import dev.winnow.server.settings.SavedDocuments;
import dev.winnow.storage.control.SavedDocument;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /api/v1/saved_views}: what users of a tenant look at often. Viewers read them, editors
 * save some of their own, and administrators change all.
 */
@Path("/api/v1/saved_views")
@Tag(
    name = "Saved views",
    description = "Viewers read them; editors change their own; administrators change all.")
@Produces(MediaType.APPLICATION_JSON)
public final class SavedViewsResource {
  private static final String ID = "The id of a saved view.";
  private static final String PATH = "/api/v1/saved_views/";

  private final Administration administration;
  private final SavedDocuments views;
  private final Caller caller;

  @Inject
  SavedViewsResource(Parts parts, Caller caller) {
    administration = parts.administration();
    views = administration.savedViews();
    this.caller = caller;
  }

  /** All views of the tenant. */
  @GET
  @Operation(summary = "List saved views by name")
  public SavedViewAnswer.Listing list() {
    String tenantId = caller.principal().tenantId();
    return new SavedViewAnswer.Listing(
        views.list(tenantId).stream().map(SavedViewAnswer::of).toList());
  }

  /** One view. */
  @GET
  @Path("/{id}")
  @Operation(summary = "One saved view")
  public SavedViewAnswer find(@Schema(description = ID) @PathParam("id") String id) {
    return SavedViewAnswer.of(found(caller.principal(), id));
  }

  /** Saves a view. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Save a view")
  @APIResponse(
      responseCode = "201",
      description = "The view.",
      content = @Content(schema = @Schema(implementation = SavedViewAnswer.class)))
  public Response create(
      @RequestBody(content = @Content(schema = @Schema(implementation = SavedViewRequest.class)))
          byte[] body) {
    Principal sender = caller.principal();
    SavedViewRequest wish = SavedViewRequest.parse(body);
    SavedDocument saved =
        views.create(administration.actor(sender), sender.tenantId(), wish.name(), wish.content());
    return Response.created(URI.create(PATH + saved.id()))
        .entity(SavedViewAnswer.of(saved))
        .build();
  }

  /** Gives a view another name and content. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Replace the name and content of a saved view")
  public SavedViewAnswer replace(
      @Schema(description = ID) @PathParam("id") String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = SavedViewRequest.class)))
          byte[] body) {
    Principal sender = caller.principal();
    SavedViewRequest wish = SavedViewRequest.parse(body);
    return SavedViewAnswer.of(
        views.replace(
            administration.actor(sender),
            sender.role(),
            found(sender, id),
            wish.name(),
            wish.content()));
  }

  /** Removes a view. */
  @DELETE
  @Path("/{id}")
  @Operation(summary = "Remove a saved view")
  public void remove(@Schema(description = ID) @PathParam("id") String id) {
    Principal sender = caller.principal();
    views.remove(administration.actor(sender), sender.role(), found(sender, id));
  }

  private SavedDocument found(Principal sender, String id) {
    return views.find(sender.tenantId(), id);
  }
}
