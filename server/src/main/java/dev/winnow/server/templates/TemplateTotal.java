package dev.winnow.server.templates;

import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.Selection;
import java.util.List;

/** The selected records of one template, and their size. */
record TemplateTotal(long templateId, long records, long bytes) {
  /** One for each template that has selected records. */
  static List<TemplateTotal> of(LogReader reader, Selection selection) {
    return reader.counts(CountQuery.by(selection, Dimension.TEMPLATE)).stream()
        .map(TemplateTotal::of)
        .toList();
  }

  private static TemplateTotal of(Count count) {
    return new TemplateTotal(count.templateId(), count.records(), count.bytes());
  }
}
