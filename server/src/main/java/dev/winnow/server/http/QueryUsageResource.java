package dev.winnow.server.http;

import dev.winnow.server.request.Parameter;
import dev.winnow.server.usage.QueryUsageAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/query_usage}: what queries touch. */
@Path("/api/v1/query_usage")
@Tag(name = "Statistics")
@RunOnVirtualThread
public final class QueryUsageResource {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  private final Parts parts;
  private final Caller caller;

  @Inject
  QueryUsageResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Get what queries touched",
      description =
          "The fields and templates that queries named most often; what was asked in the last minute"
              + " may be missing.")
  public QueryUsageAnswer mostUsed(
      @Schema(
              description = "The most fields, and the most templates.",
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + MAX_LIMIT,
              defaultValue = "" + DEFAULT_LIMIT)
          @QueryParam("limit")
          @Nullable String limit) {
    int most = new Parameter("limit", limit).integer(1, MAX_LIMIT, DEFAULT_LIMIT);
    return parts.uses().mostUsed(caller.principal().tenantId(), most);
  }
}
