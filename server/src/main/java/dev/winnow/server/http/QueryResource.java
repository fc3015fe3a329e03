package dev.winnow.server.http;

import dev.winnow.server.request.SelectionReader;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/logs/query}: queries as such, which are not asked here. */
@Path("/api/logs/query")
@Tag(name = "Records")
public final class QueryResource {
  private final Parts parts;
  private final Caller caller;

  @Inject
  QueryResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Read a query",
      description =
          "Gives both of its forms, of the whole and of each condition that a record must meet. The"
              + " refusal of one that is wrong tells where, by offset and length.")
  public QueryAnswer read(
      @Schema(
              description = "A condition in the readable form of predicates, or as JSON.",
              examples = "level >= warn and service = checkout")
          @QueryParam("query")
          @Nullable String query) {
    return QueryAnswer.of(
        new SelectionReader(caller.principal().tenantId(), parts.clock().instant())
            .query(query)
            .selection()
            .where());
  }
}
