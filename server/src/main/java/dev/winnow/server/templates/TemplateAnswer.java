package dev.winnow.server.templates;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A template with what the selected records of it have in common.
 *
 * @param template its text, with a placeholder for what varies; null if nothing of it is known
 * @param bytes the size of its records
 * @param share its records as a share of all that are selected
 * @param firstSeen when it was first seen, whether selected or not
 * @param lastSeen when the minute begins in which a selected record of it was seen last; null if
 *     none was
 * @param severities its records per level
 * @param services its records per service, the most frequent first
 * @param trend its records per interval
 */
@Schema(name = "Template")
public record TemplateAnswer(
    String templateId,
    @Nullable String template,
    long count,
    long bytes,
    double share,
    Instant firstSeen,
    @Nullable Instant lastSeen,
    Map<String, Long> severities,
    List<ServiceCount> services,
    List<Long> trend) {
  /** The records of a service. */
  @Schema(name = "TemplateService")
  public record ServiceCount(String service, long count) {}
}
