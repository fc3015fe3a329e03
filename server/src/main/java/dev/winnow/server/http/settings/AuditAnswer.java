package dev.winnow.server.http.settings;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditLog.Numbered;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what, the newest first.
 *
 * @param nextBefore what to give as {@code before} for the next page; null on the last
 */
@Schema(name = "AuditPage")
record AuditAnswer(List<Entry> entries, @Nullable Long nextBefore) {
  /**
   * That somebody changed something.
   *
   * @param number a later entry has a higher one
   * @param actorId the token that was shown
   * @param actorName what it was called at the time
   */
  @Schema(name = "AuditEntry")
  record Entry(
      long number,
      Instant timestamp,
      String actorId,
      String actorName,
      String action,
      String target,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String details) {
    private static Entry of(Numbered numbered) {
      AuditEntry entry = numbered.entry();
      return new Entry(
          numbered.number(),
          entry.timestamp(),
          entry.actor().id(),
          entry.actor().name(),
          entry.action(),
          entry.target(),
          entry.details());
    }
  }

  /** A page of entries, which is the last unless it is full. */
  static AuditAnswer of(List<Numbered> page, int limit) {
    return new AuditAnswer(
        page.stream().map(Entry::of).toList(),
        page.size() < limit ? null : page.getLast().number());
  }
}
