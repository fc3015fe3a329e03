package dev.winnow.server.http.settings;

import dev.winnow.server.access.Principal;
import dev.winnow.server.http.Caller;
import dev.winnow.server.http.Parts;
import dev.winnow.server.settings.Administration;
import dev.winnow.server.settings.Retention;
import dev.winnow.storage.control.RetentionClass;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /api/v1/retention_classes}: how long records are kept. Classes are shared by all tenants,
 * so they are for administrators of the default tenant.
 */
@Path("/api/v1/retention_classes")
@Tag(
    name = "Retention",
    description =
        "How long records are kept, of all tenants together. For the role admin of the tenant"
            + " default.")
@Produces(MediaType.APPLICATION_JSON)
public final class RetentionClassesResource {
  private static final String NAME =
      "The name of a class: 1 to 32 lower-case letters, digits, hyphens and underscores.";

  private final Administration administration;
  private final Retention retention;
  private final Caller caller;

  @Inject
  RetentionClassesResource(Parts parts, Caller caller) {
    administration = parts.administration();
    retention = administration.retention();
    this.caller = caller;
  }

  /** All classes. */
  @GET
  @Operation(summary = "List retention classes in the order in which they are asked")
  public RetentionClassAnswer.Listing list() {
    operator();
    return RetentionClassAnswer.Listing.of(retention.classes());
  }

  /** Adds a class, or puts it in the place of the one with its name. */
  @PUT
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add or replace a retention class")
  @APIResponse(
      responseCode = "200",
      description = "The class, which was replaced.",
      content = @Content(schema = @Schema(implementation = RetentionClassAnswer.class)))
  @APIResponse(
      responseCode = "201",
      description = "The class, which is new.",
      content = @Content(schema = @Schema(implementation = RetentionClassAnswer.class)))
  public Response put(
      @Schema(description = NAME) @PathParam("name") String name,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = RetentionClassAnswer.class)))
          byte[] body) {
    Principal sender = operator();
    RetentionClass wish = RetentionClassRequest.parse(name, body);
    boolean isNew =
        retention.classes().inOrder().stream().noneMatch(known -> known.name().equals(name));
    retention.put(administration.actor(sender), wish);
    return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
        .entity(RetentionClassAnswer.of(wish))
        .build();
  }

  /** Removes a class. */
  @DELETE
  @Path("/{name}")
  @Operation(summary = "Remove a retention class other than default")
  public void remove(@Schema(description = NAME) @PathParam("name") String name) {
    Principal sender = operator();
    retention.remove(administration.actor(sender), name);
  }

  private Principal operator() {
    Principal sender = caller.principal();
    sender.requireOperator();
    return sender;
  }
}
