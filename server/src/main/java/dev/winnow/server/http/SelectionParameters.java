package dev.winnow.server.http;

import dev.winnow.server.request.SelectionReader;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters by which questions select records; a record must meet all that are given. */
public final class SelectionParameters {
  @QueryParam("query")
  @Parameter(
      description = "A condition in the readable form of predicates, or as JSON.",
      example = "level >= warn and attributes.http.response.status_code = 503")
  @Nullable String query;

  @QueryParam("service")
  @Parameter(description = "The name of a service; any of them, if given more than once.")
  List<String> service = List.of();

  @QueryParam("level")
  @Parameter(
      description =
          "Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given"
              + " more than once.",
      example = "error")
  List<String> level = List.of();

  @QueryParam("search")
  @Parameter(
      description = "A text that the body contains, in upper or lower case.",
      schema = @Schema(type = SchemaType.STRING, maxLength = 1024))
  @Nullable String search;

  @QueryParam("trace_id")
  @Parameter(description = "A trace, 32 hexadecimal digits.")
  @Nullable String traceId;

  @QueryParam("template_id")
  @Parameter(description = "A template, by an id that it has or had; 16 hexadecimal digits.")
  @Nullable String templateId;

  @QueryParam("start_time")
  @Parameter(
      description =
          "The first moment: RFC 3339, a number since 1970 in s, ms, us or ns, or a time ago such"
              + " as 15m, 2h or 7d.",
      example = "2h")
  @Nullable String startTime;

  @QueryParam("end_time")
  @Parameter(
      description = "The first moment that does not belong to it any more.",
      example = "2026-11-21T10:00:00Z")
  @Nullable String endTime;

  SelectionReader reader(String tenantId, Instant now) {
    return new SelectionReader(tenantId, now)
        .query(query)
        .services(service)
        .levels(level)
        .search(search)
        .traceId(traceId)
        .templateId(templateId)
        .startTime(startTime)
        .endTime(endTime);
  }
}
