package dev.winnow.server.templates;

import dev.winnow.server.request.Timestamps;
import dev.winnow.storage.StoredTemplate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A template and how it came to be what it is.
 *
 * @param requestedId the id that was asked for
 * @param isAlias whether that id is an earlier one, of a template that has merged into this one
 * @param totalRecords all records that are selected, of which the pattern has its share
 * @param totalBytes the size of those
 * @param absorbed the templates that have merged into it, in the order in which they did
 */
public record TemplateHistory(
    String requestedId,
    boolean isAlias,
    TemplateAnswer pattern,
    Instant startTime,
    Instant endTime,
    long totalRecords,
    long totalBytes,
    Instant trendStart,
    long trendIntervalSeconds,
    List<Absorbed> absorbed) {
  /**
   * A template that has merged into another.
   *
   * @param mergedInto the one that it merged into first, which may have merged on
   */
  @Schema(name = "AbsorbedTemplate")
  public record Absorbed(
      String templateId,
      @Nullable String template,
      Instant firstSeen,
      String mergedInto,
      Instant mergedAt) {
    private static Absorbed of(StoredTemplate template) {
      return new Absorbed(
          HexFormat.of().toHexDigits(template.templateId()),
          KnownTemplates.text(template),
          Timestamps.of(template.firstSeen()),
          HexFormat.of().toHexDigits(template.mergedInto()),
          Timestamps.of(template.mergedAt()));
    }
  }

  static TemplateHistory of(long requestedId, TemplateList counted, List<StoredTemplate> absorbed) {
    TemplateAnswer pattern = counted.patterns().getFirst();
    String requested = HexFormat.of().toHexDigits(requestedId);
    return new TemplateHistory(
        requested,
        !requested.equals(pattern.templateId()),
        pattern,
        counted.startTime(),
        counted.endTime(),
        counted.totalRecords(),
        counted.totalBytes(),
        counted.trendStart(),
        counted.trendIntervalSeconds(),
        absorbed.stream().map(Absorbed::of).toList());
  }
}
