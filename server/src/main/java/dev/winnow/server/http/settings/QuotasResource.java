package dev.winnow.server.http.settings;

import dev.winnow.pipeline.QuotaMeters;
import dev.winnow.server.access.Principal;
import dev.winnow.server.http.Caller;
import dev.winnow.server.http.Parts;
import dev.winnow.server.settings.Administration;
import dev.winnow.server.settings.Quotas;
import dev.winnow.storage.control.Quota;
import dev.winnow.storage.control.Tenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/quotas}: how much of a day is kept. A tenant must not lift its own limit, so they
 * are for administrators of the default tenant.
 */
@Path("/api/v1/quotas")
@Tag(
    name = "Quotas",
    description =
        "How much of a day of UTC is kept of each tenant and service. What is more is counted, and"
            + " not kept; errors, exceptions and what has a severity that is not understood always"
            + " are. For the role admin of the tenant default.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class QuotasResource {
  private static final String TENANT = "Of which tenant; the tenant default, if it is not given.";
  private static final String SERVICE =
      "For which service; without it the one for all services together.";

  private final Administration administration;
  private final Quotas quotas;
  private final QuotaMeters meters;
  private final Caller caller;

  @Inject
  QuotasResource(Parts parts, Caller caller) {
    administration = parts.administration();
    quotas = administration.quotas();
    meters = parts.meters();
    this.caller = caller;
  }

  /** All quotas. */
  @GET
  @Operation(summary = "List quotas by tenant and service")
  public QuotaAnswer.Listing list() {
    operator();
    return new QuotaAnswer.Listing(quotas.all().stream().map(QuotaAnswer::of).toList());
  }

  /** Adds a quota, or puts it in the place of the one for its tenant and service. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Add or replace the quota of a tenant and service",
      description = "It counts from now on, with what was kept of the day before.")
  public QuotaAnswer put(
      @RequestBody(content = @Content(schema = @Schema(implementation = QuotaAnswer.class)))
          byte[] body) {
    Principal sender = operator();
    Quota wish = QuotaRequest.parse(body);
    quotas.put(administration.actor(sender), wish);
    meters.refresh();
    return QuotaAnswer.of(wish);
  }

  /** Removes a quota. */
  @DELETE
  @Operation(summary = "Remove the quota of a tenant and service")
  public QuotaAnswer remove(
      @Parameter(description = TENANT) @QueryParam("tenant_id") @Nullable String tenantId,
      @Parameter(description = SERVICE) @QueryParam("service") @Nullable String service) {
    Principal sender = operator();
    Quota removed =
        quotas.remove(
            administration.actor(sender),
            Objects.requireNonNullElse(tenantId, Tenant.DEFAULT_ID),
            Objects.requireNonNullElse(service, ""));
    meters.refresh();
    return QuotaAnswer.of(removed);
  }

  private Principal operator() {
    Principal sender = caller.principal();
    sender.requireOperator();
    return sender;
  }
}
