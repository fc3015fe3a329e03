package dev.winnow.server.templates;

import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.Selection;
import java.util.List;

/**
 * The selected records of one template.
 *
 * @param bytes the sum of their sizes
 * @param earliest when the minute of the first of them begins, in nanoseconds since 1970; the
 *     largest number without any
 * @param latest when the minute of the last of them begins, likewise; 0 without any
 */
record TemplateTotal(long templateId, long records, long bytes, long earliest, long latest) {
  static TemplateTotal none(long templateId) {
    return new TemplateTotal(templateId, 0, 0, Long.MAX_VALUE, 0);
  }

  /** One for each template that has selected records. */
  static List<TemplateTotal> of(LogReader reader, Selection selection) {
    return reader.counts(CountQuery.by(selection, Dimension.TEMPLATE)).stream()
        .map(TemplateTotal::of)
        .toList();
  }

  private static TemplateTotal of(Count count) {
    return new TemplateTotal(
        count.templateId(), count.records(), count.bytes(), count.earliest(), count.latest());
  }
}
