package dev.winnow.server.usage;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What queries touched, the most often used first. */
@Schema(name = "QueryUsage")
public record QueryUsageAnswer(List<Entry> fields, List<Entry> templates) {
  /**
   * A field or template that queries touched.
   *
   * @param name the field's name, or the template's id
   * @param count how many queries named it
   */
  @Schema(name = "QueryUse")
  public record Entry(String name, long count, Instant lastUsed) {}
}
