package dev.winnow.server.http.deletion;

import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.server.request.JsonBody;
import dev.winnow.server.request.Parameter;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TimeSpan;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Records that somebody wants deleted. Condition and span must be said, so that nobody deletes all
 * records by leaving something out.
 *
 * @param tenantId whose records; null for the tenant of whoever asks
 */
@Schema(requiredProperties = {"where", "from", "to", "reason"})
record DeletionRequest(
    @Schema(
            implementation = String.class,
            description = "A condition in its readable form; it is also understood as JSON.")
        Predicate where,
    @Schema(
            implementation = String.class,
            description = "Records from this time on, written as start_time of /api/logs is.")
        long from,
    @Schema(implementation = String.class, description = "Records before this time.") long to,
    @Schema(
            maxLength = 256,
            description = "Why. The audit log keeps it, so it must not repeat a secret.")
        String reason,
    @Schema(description = "Whether only to tell what would go.") boolean dryRun,
    @Schema(description = "Whose records; those of your own tenant if it is not given.")
        @Nullable String tenantId) {
  /**
   * Reads a request.
   *
   * @param now what lengths of time are before
   */
  static DeletionRequest parse(byte[] json, Instant now) {
    JsonBody body = JsonBody.parse(json);
    Predicate where = body.optionalPredicate("where");
    if (where == null || where.equals(Selection.ANYTHING)) {
      throw body.refused("where", "is missing");
    }
    SelectionReader times = new SelectionReader("", now);
    TimeSpan span = times.start(time(body, "from")).end(time(body, "to")).selection().time();
    DeletionRequest request =
        new DeletionRequest(
            where,
            span.from(),
            span.to(),
            body.text("reason"),
            body.flag("dry_run"),
            body.optionalText("tenant_id"));
    body.end();
    return request;
  }

  private static Parameter time(JsonBody body, String name) {
    Parameter time = new Parameter(name, body.text(name));
    if (!time.isGiven()) {
      throw body.refused(name, "is missing");
    }
    return time;
  }

  /** The records that are meant. */
  Selection selection(String ofTenant) {
    return new Selection(ofTenant, new TimeSpan(from, to), where, "");
  }
}
