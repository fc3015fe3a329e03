package dev.winnow.server.http;

import dev.winnow.server.request.Parameter;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.server.request.Timestamps;
import dev.winnow.server.templates.Exemplars;
import dev.winnow.server.templates.ExemplarsAnswer;
import dev.winnow.server.templates.TemplateComparison;
import dev.winnow.server.templates.TemplateDiff;
import dev.winnow.server.templates.TemplateHistory;
import dev.winnow.server.templates.TemplateList;
import dev.winnow.server.templates.TemplateListing;
import dev.winnow.server.templates.Templates;
import dev.winnow.server.templates.Variables;
import dev.winnow.server.templates.VariablesAnswer;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.control.QueryUsage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/patterns}: templates. */
@Path("/api/patterns")
@Tag(name = "Templates")
@RunOnVirtualThread
public final class PatternsResource {
  /** How long a compared window is that was given no start. */
  private static final Duration DEFAULT_WINDOW = Duration.ofHours(1);

  private static final String ID =
      "A template, by an id that it has or had; 16 hexadecimal digits.";

  private final Parts parts;
  private final Caller caller;

  @Inject
  PatternsResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "List templates",
      description =
          "Those of the last 24 hours unless start_time is given. Every record is in exactly one, so"
              + " that the counts listed and other_records add up to total_records.")
  public TemplateList list(
      @BeanParam SelectionParameters selection,
      @Schema(
              description = "The fewest records of a template that is listed.",
              type = SchemaType.INTEGER,
              minimum = "0",
              defaultValue = "0")
          @QueryParam("min_count")
          @Nullable String minCount,
      @Schema(
              description = "The most records of a template that is listed; any number, if absent.",
              type = SchemaType.INTEGER,
              minimum = "0")
          @QueryParam("max_count")
          @Nullable String maxCount,
      @Schema(
              description =
                  "Which come first: the most frequent, the largest, the newest, or the rarest.",
              enumeration = {"count", "bytes", "first_seen", "rarest"},
              defaultValue = "count")
          @QueryParam("sort")
          @Nullable String sort,
      @Schema(
              description = "The most templates of an answer.",
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + TemplateListing.MAX_LIMIT,
              defaultValue = "" + TemplateListing.DEFAULT_LIMIT)
          @QueryParam("limit")
          @Nullable String limit) {
    return parts
        .questions()
        .templates()
        .list(
            new TemplateListing(
                recent(selection),
                new Parameter("min_count", minCount).count(0),
                new Parameter("max_count", maxCount).count(Long.MAX_VALUE),
                new Parameter("sort", sort)
                    .choice(TemplateListing.Sort.class, TemplateListing.Sort.COUNT),
                new Parameter("limit", limit)
                    .integer(1, TemplateListing.MAX_LIMIT, TemplateListing.DEFAULT_LIMIT)));
  }

  @GET
  @Path("/diff")
  @Operation(
      summary = "Compare two stretches of time",
      description =
          "Those that are new in the window, gone from it, or more or less frequent than in the"
              + " base.")
  public TemplateDiff diff(
      @Schema(
              description = "When the base begins; by default it is as long as the window.",
              examples = "1d")
          @QueryParam("base_start")
          @Nullable String baseStart,
      @Schema(
              description = "When the base ends; by default where the window begins.",
              examples = "2h")
          @QueryParam("base_end")
          @Nullable String baseEnd,
      @Schema(
              description =
                  "When the window begins, in a form that /api/logs takes; by default an hour"
                      + " before its end.",
              examples = "2h")
          @QueryParam("start_time")
          @Nullable String startTime,
      @Schema(
              description = "When the window ends; by default now.",
              examples = "2026-11-21T10:00:00Z")
          @QueryParam("end_time")
          @Nullable String endTime,
      @Schema(
              description = "The most templates of each kind.",
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + TemplateComparison.MAX_LIMIT,
              defaultValue = "" + TemplateComparison.DEFAULT_LIMIT)
          @QueryParam("limit")
          @Nullable String limit) {
    Instant now = parts.clock().instant();
    Selection window =
        new SelectionReader(tenantId(), now)
            .startTime(startTime)
            .endTime(endTime)
            .recent(DEFAULT_WINDOW);
    Duration length = Duration.ofNanos(window.time().to() - window.time().from());
    boolean endsAtWindow = baseEnd == null || baseEnd.isEmpty();
    String end = endsAtWindow ? Timestamps.of(window.time().from()).toString() : baseEnd;
    Selection base =
        new SelectionReader(tenantId(), now)
            .start(new Parameter("base_start", baseStart))
            .end(new Parameter("base_end", end))
            .recent(length);
    int most =
        new Parameter("limit", limit)
            .integer(1, TemplateComparison.MAX_LIMIT, TemplateComparison.DEFAULT_LIMIT);
    return parts.questions().comparison().compare(base, window, most);
  }

  @GET
  @Path("/{template_id}")
  @Operation(
      summary = "Get a template",
      description = "With the templates that have merged into it.")
  public TemplateHistory history(
      @Schema(description = ID) @PathParam("template_id") String templateId,
      @BeanParam SelectionParameters selection) {
    return parts.questions().templates().history(recent(selection), id(templateId));
  }

  @GET
  @Path("/{template_id}/exemplars")
  @Operation(
      summary = "Get records that stand for a template",
      description = "They are spread over the selected time.")
  public ExemplarsAnswer exemplars(
      @Schema(description = ID) @PathParam("template_id") String templateId,
      @BeanParam SelectionParameters selection,
      @Schema(
              description = "The most records of an answer.",
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + Exemplars.MAX_LIMIT,
              defaultValue = "" + Exemplars.DEFAULT_LIMIT)
          @QueryParam("limit")
          @Nullable String limit,
      @BeanParam ExtentParameters extent) {
    int most =
        new Parameter("limit", limit).integer(1, Exemplars.MAX_LIMIT, Exemplars.DEFAULT_LIMIT);
    return parts
        .questions()
        .exemplars()
        .exemplars(recent(selection), id(templateId), most, extent.extent());
  }

  @GET
  @Path("/{template_id}/variables")
  @Operation(
      summary = "Get what varies in a template",
      description = "How the values are spread in the newest records.")
  public VariablesAnswer variables(
      @Schema(description = ID) @PathParam("template_id") String templateId,
      @BeanParam SelectionParameters selection,
      @Schema(
              description = "The most records whose values are looked at, the newest first.",
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + RecordQuery.MAX_LIMIT,
              defaultValue = "" + Variables.DEFAULT_SAMPLE)
          @QueryParam("sample")
          @Nullable String sample) {
    int most =
        new Parameter("sample", sample).integer(1, RecordQuery.MAX_LIMIT, Variables.DEFAULT_SAMPLE);
    return parts.questions().variables().variables(recent(selection), id(templateId), most);
  }

  private long id(String digits) {
    long id = new Parameter("template_id", digits).templateId();
    List<String> named = List.of(HexFormat.of().toHexDigits(id));
    parts.uses().note(tenantId(), QueryUsage.Subject.TEMPLATE, named);
    return id;
  }

  private String tenantId() {
    return caller.principal().tenantId();
  }

  private Selection recent(SelectionParameters selection) {
    Selection recent =
        selection.reader(tenantId(), parts.clock().instant()).recent(Templates.DEFAULT_SPAN);
    parts.uses().note(recent);
    return recent;
  }
}
