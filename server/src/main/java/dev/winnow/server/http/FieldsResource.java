package dev.winnow.server.http;

import dev.winnow.server.records.Fields;
import dev.winnow.server.records.FieldsAnswer;
import dev.winnow.server.request.Parameter;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/logs/fields}: what can be asked about. */
@Path("/api/logs/fields")
@Tag(name = "Records")
@RunOnVirtualThread
public final class FieldsResource {
  private final Parts parts;
  private final Caller caller;

  @Inject
  FieldsResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "List the fields of records",
      description =
          "Those that the newest of the selected records have, with what they hold and how many have"
              + " them. For the values of a field see /api/logs/facets.")
  public FieldsAnswer fields(
      @BeanParam SelectionParameters selection,
      @Schema(
              description = "The most records that are looked at, the newest first.",
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + RecordQuery.MAX_LIMIT,
              defaultValue = "" + Fields.DEFAULT_SAMPLE)
          @QueryParam("sample")
          @Nullable String sample,
      @Schema(
              description = "The most fields of an answer, those first that most records have.",
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + Fields.MAX_LIMIT,
              defaultValue = "" + Fields.DEFAULT_LIMIT)
          @QueryParam("limit")
          @Nullable String limit) {
    Selection all =
        selection.reader(caller.principal().tenantId(), parts.clock().instant()).selection();
    return parts
        .questions()
        .fields()
        .fields(
            all,
            new Parameter("sample", sample)
                .integer(1, RecordQuery.MAX_LIMIT, Fields.DEFAULT_SAMPLE),
            new Parameter("limit", limit).integer(1, Fields.MAX_LIMIT, Fields.DEFAULT_LIMIT));
  }
}
