package dev.winnow.server.http;

import dev.winnow.server.records.Facets;
import dev.winnow.server.records.FacetsAnswer;
import dev.winnow.server.records.Histogram;
import dev.winnow.server.records.Histograms;
import dev.winnow.server.records.PagePlace;
import dev.winnow.server.records.PageRequest;
import dev.winnow.server.records.RecordAnswer;
import dev.winnow.server.records.RecordContext;
import dev.winnow.server.records.RecordPage;
import dev.winnow.server.request.Parameter;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.RecordQuery.Order;
import dev.winnow.storage.Selection;
import dev.winnow.storage.control.QueryUsage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/logs}: records. */
@Path("/api/logs")
@Tag(name = "Records")
@RunOnVirtualThread
public final class LogsResource {
  private static final Map<String, Order> ORDERS =
      Map.of("", Order.NEWEST_FIRST, "newest", Order.NEWEST_FIRST, "oldest", Order.OLDEST_FIRST);

  private static final int DEFAULT_CONTEXT = 20;
  private static final String ID = "The id of a record, as an answer gave it.";

  private final Parts parts;
  private final Caller caller;

  @Inject
  LogsResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Find records",
      description =
          "A page of the records that meet all parameters. total is exact, and null where counting"
              + " would need reading, unless count=true.")
  public RecordPage page(
      @BeanParam SelectionParameters selection,
      @Schema(
              description = "Which records come first.",
              enumeration = {"newest", "oldest"},
              defaultValue = "newest")
          @QueryParam("order")
          @Nullable String order,
      @Schema(
              description = "The most records of a page.",
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + RecordQuery.MAX_LIMIT,
              defaultValue = "" + PageRequest.DEFAULT_LIMIT)
          @QueryParam("limit")
          @Nullable String limit,
      @Schema(description = "The next_cursor of the page before; without it, the first page.")
          @QueryParam("cursor")
          @Nullable String cursor,
      @Schema(
              description = "Whether records may be read only to count them all.",
              type = SchemaType.BOOLEAN,
              defaultValue = "false")
          @QueryParam("count")
          @Nullable String count,
      @BeanParam ExtentParameters extent) {
    return parts
        .questions()
        .records()
        .page(
            new PageRequest(
                all(selection),
                order(new Parameter("order", order)),
                PagePlace.parse(cursor),
                new Parameter("limit", limit)
                    .integer(1, RecordQuery.MAX_LIMIT, PageRequest.DEFAULT_LIMIT),
                new Parameter("count", count).flag(),
                extent.extent()));
  }

  private static Order order(Parameter parameter) {
    Order order = ORDERS.get(parameter.textOrEmpty());
    if (order == null) {
      throw parameter.refused("newest or oldest");
    }
    return order;
  }

  @GET
  @Path("/facets")
  @Operation(
      summary = "Count the values of fields",
      description = "The most frequent values of each field, with the number of their records.")
  public FacetsAnswer facets(
      @BeanParam SelectionParameters selection,
      @Schema(
              description =
                  "A field whose values are counted, such as attributes.http.response.status_code,"
                      + " or several, if given more than once; level and service, if not given.",
              type = SchemaType.ARRAY,
              implementation = String.class)
          @QueryParam("field")
          List<String> fields,
      @Schema(
              description = "The most values of each field.",
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + FacetQuery.MAX_LIMIT,
              defaultValue = "" + Facets.DEFAULT_LIMIT)
          @QueryParam("limit")
          @Nullable String limit) {
    int values =
        new Parameter("limit", limit).integer(1, FacetQuery.MAX_LIMIT, Facets.DEFAULT_LIMIT);
    FacetsAnswer answer = parts.questions().facets().facets(all(selection), fields, values);
    parts.uses().note(tenantId(), QueryUsage.Subject.FIELD, fields);
    return answer;
  }

  @GET
  @Path("/histogram")
  @Operation(
      summary = "Count records over time",
      description =
          "The last 24 hours unless start_time is given. Intervals without records are listed.")
  public Histogram histogram(
      @BeanParam SelectionParameters selection,
      @Schema(
              description =
                  "How long each interval is, such as 30s, 5m or 1h; by default a round length that"
                      + " gives about 60.",
              examples = "5m")
          @QueryParam("interval")
          @Nullable String interval,
      @Schema(
              description = "What the records of an interval are told apart by, if anything.",
              enumeration = {"severity", "service", "template"})
          @QueryParam("by")
          @Nullable String by) {
    Selection recent = reader(selection).recent(Histograms.DEFAULT_SPAN);
    parts.uses().note(recent);
    Parameter dimension = new Parameter("by", by);
    return parts
        .questions()
        .histograms()
        .histogram(
            recent,
            Histograms.buckets(recent.time(), new Parameter("interval", interval)),
            dimension.isGiven() ? dimension.choice(Histograms.By.class) : null);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Get a record")
  public RecordAnswer record(@Schema(description = ID) @PathParam("id") String id) {
    return parts.questions().records().record(tenantId(), RecordId.parse(id));
  }

  @GET
  @Path("/{id}/context")
  @Operation(
      summary = "Get what happened around a record",
      description = "Records of the same service and resource, up to before and after of them.")
  public RecordContext context(
      @Schema(description = ID) @PathParam("id") String id,
      @Schema(
              description = "The most records before it.",
              type = SchemaType.INTEGER,
              minimum = "0",
              maximum = "" + ContextQuery.MAX_LIMIT,
              defaultValue = "" + DEFAULT_CONTEXT)
          @QueryParam("before")
          @Nullable String before,
      @Schema(
              description = "The most records after it.",
              type = SchemaType.INTEGER,
              minimum = "0",
              maximum = "" + ContextQuery.MAX_LIMIT,
              defaultValue = "" + DEFAULT_CONTEXT)
          @QueryParam("after")
          @Nullable String after,
      @BeanParam ExtentParameters extent) {
    int most = ContextQuery.MAX_LIMIT;
    return parts
        .questions()
        .records()
        .context(
            new ContextQuery(
                tenantId(),
                RecordId.parse(id),
                new Parameter("before", before).integer(0, most, DEFAULT_CONTEXT),
                new Parameter("after", after).integer(0, most, DEFAULT_CONTEXT)),
            extent.extent());
  }

  private String tenantId() {
    return caller.principal().tenantId();
  }

  private SelectionReader reader(SelectionParameters selection) {
    return selection.reader(tenantId(), parts.clock().instant());
  }

  private Selection all(SelectionParameters selection) {
    Selection all = reader(selection).selection();
    parts.uses().note(all);
    return all;
  }
}
