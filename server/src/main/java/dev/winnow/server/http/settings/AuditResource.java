package dev.winnow.server.http.settings;

import dev.winnow.server.access.Principal;
import dev.winnow.server.http.Caller;
import dev.winnow.server.http.Parts;
import dev.winnow.server.request.Parameter;
import dev.winnow.storage.control.AuditLog;
import dev.winnow.storage.control.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/audit}: who changed what of a tenant, for its administrators. */
@Path("/api/v1/audit")
@Tag(name = "Audit", description = "Who changed what. For the role admin.")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
  private static final int USUAL_LIMIT = 100;

  private final AuditLog log;
  private final Caller caller;

  @Inject
  AuditResource(Parts parts, Caller caller) {
    log = parts.administration().audit();
    this.caller = caller;
  }

  /** A page of entries, the newest first. */
  @GET
  @Operation(summary = "List changes, the newest first")
  public AuditAnswer list(
      @Schema(
              description = "The most entries of a page.",
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + AuditLog.MAX_PAGE,
              defaultValue = "" + USUAL_LIMIT)
          @QueryParam("limit")
          @Nullable String limit,
      @Schema(
              description = "The next_before of the page before; without it, the newest entries.",
              type = SchemaType.INTEGER,
              minimum = "0")
          @QueryParam("before")
          @Nullable String before) {
    Principal sender = caller.principal();
    sender.require(Role.ADMIN);
    int most = new Parameter("limit", limit).integer(1, AuditLog.MAX_PAGE, USUAL_LIMIT);
    long bound = new Parameter("before", before).count(Long.MAX_VALUE);
    return AuditAnswer.of(log.newest(sender.tenantId(), bound, most), most);
  }
}
