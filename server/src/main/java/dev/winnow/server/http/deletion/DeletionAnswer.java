package dev.winnow.server.http.deletion;

import dev.winnow.server.request.Parameter;
import dev.winnow.server.request.Timestamps;
import dev.winnow.storage.control.Deletion;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A deletion as the API tells of it: all but its condition, which may name what is to go. */
@Schema(name = "Deletion")
record DeletionAnswer(
    String id,
    String tenantId,
    @Schema(enumeration = {"running", "done", "failed"}) String state,
    @Schema(description = "The token that was shown.") String actorId,
    @Schema(description = "What it was called at the time.") String actorName,
    Instant requested,
    String reason,
    Instant from,
    Instant to,
    @Schema(description = "What the condition is about; ten fields at most.") List<String> fields,
    @Schema(description = "How many there were when it began; null before.") @Nullable Long records,
    @Nullable Instant ended,
    @Schema(description = "The code of the error that it failed with.") @Nullable String failure) {
  /** The deletions of a tenant, those that were asked for last first. */
  @Schema(name = "DeletionList")
  record Listing(List<DeletionAnswer> deletions) {}

  static DeletionAnswer of(Deletion deletion) {
    return new DeletionAnswer(
        deletion.id(),
        deletion.tenantId(),
        Parameter.label(deletion.state()),
        deletion.actor().id(),
        deletion.actor().name(),
        deletion.requested(),
        deletion.reason(),
        Timestamps.of(deletion.span().from()),
        Timestamps.of(deletion.span().to()),
        deletion.fields(),
        deletion.records(),
        deletion.ended(),
        deletion.failure());
  }
}
