package dev.winnow.server.http;

import dev.winnow.server.overview.Statistics;
import dev.winnow.server.request.Parameter;
import dev.winnow.storage.Selection;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parameter by which statistics select the time that they count. */
public final class LastHours {
  @QueryParam("hours")
  @Schema(
      type = SchemaType.INTEGER,
      description = "How many hours up to now are counted.",
      minimum = "1",
      maximum = "" + Statistics.MAX_HOURS,
      defaultValue = "" + Statistics.DEFAULT_HOURS)
  @Nullable String hours;

  Selection selection(String tenantId, Instant now, List<String> services) {
    return Statistics.last(tenantId, now, new Parameter("hours", hours), services);
  }
}
