package dev.winnow.server.http;

import dev.winnow.server.overview.LedgerAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/ledger}: the account of all records. */
@Path("/api/v1/ledger")
@Tag(name = "Statistics")
@RunOnVirtualThread
public final class LedgerResource {
  private final Parts parts;
  private final Caller caller;

  @Inject
  LedgerResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Get the account of all records",
      description = "What became of every record that ever came, by receiver, service and reason.")
  public LedgerAnswer ledger() {
    return parts.questions().ledger().ledger(caller.principal().tenantId());
  }
}
