package dev.winnow.server.http.settings;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.IssuedToken;
import dev.winnow.server.access.Principal;
import dev.winnow.server.access.Tokens;
import dev.winnow.server.http.Caller;
import dev.winnow.server.http.Parts;
import dev.winnow.server.settings.Administration;
import dev.winnow.storage.control.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/tokens}: by what the server knows who asks. For administrators; those of the
 * default tenant may name another tenant, as it is they who make tenants.
 */
@Path("/api/v1/tokens")
@Tag(name = "Tokens", description = "By what the server knows who asks. For the role admin.")
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource {
  private static final String TENANT =
      "The tenant whose tokens are meant; another than your own only for the tenant default.";

  private final Administration administration;
  private final Tokens tokens;
  private final Caller caller;

  @Inject
  TokensResource(Parts parts, Caller caller) {
    administration = parts.administration();
    tokens = administration.tokens();
    this.caller = caller;
  }

  /** The tokens of a tenant, the newest first; also those that are not accepted any more. */
  @GET
  @Operation(summary = "List tokens, the newest first; also those that ended less than 90 days ago")
  public TokenAnswer.Listing list(
      @Parameter(description = TENANT) @QueryParam("tenant_id") @Nullable String tenantId) {
    String tenant = administrator().tenant(tenantId);
    return new TokenAnswer.Listing(tokens.list(tenant).stream().map(TokenAnswer::of).toList());
  }

  /** Makes a token. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make a token; its secret is in this answer only")
  @APIResponse(
      responseCode = "201",
      description = "The token and its secret.",
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  public Response create(
      @RequestBody(content = @Content(schema = @Schema(implementation = TokenRequest.class)))
          byte[] body) {
    Principal sender = administrator();
    TokenRequest wish = TokenRequest.parse(body);
    IssuedToken issued =
        tokens.create(
            administration.actor(sender),
            sender.tenant(wish.tenantId()),
            wish.name(),
            wish.role(),
            wish.expires());
    return Response.status(Response.Status.CREATED).entity(TokenAnswer.of(issued)).build();
  }

  /** Revokes a token. */
  @DELETE
  @Path("/{id}")
  @Operation(summary = "Revoke a token: from now on it is not accepted")
  public TokenAnswer revoke(
      @Parameter(description = "The id of a token.") @PathParam("id") String id,
      @Parameter(description = TENANT) @QueryParam("tenant_id") @Nullable String tenantId) {
    Principal sender = administrator();
    return tokens
        .revoke(administration.actor(sender), sender.tenant(tenantId), id)
        .map(TokenAnswer::of)
        .orElseThrow(() -> new WinnowException(ErrorCode.NOT_FOUND, "there is no token " + id));
  }

  private Principal administrator() {
    Principal sender = caller.principal();
    sender.require(Role.ADMIN);
    return sender;
  }
}
