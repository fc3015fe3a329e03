package dev.winnow.core.miner;

import java.util.List;
import java.util.Map;

/**
 * What a miner has learned since it was last asked.
 *
 * @param learned templates that are new or whose text has become more general
 * @param merged ids that stand for another template by now, each with the id that it went into;
 *     some may have been told before
 */
public record TemplateNews(List<Template> learned, Map<Long, Long> merged) {
  /** Nothing was learned. */
  static final TemplateNews NONE = new TemplateNews(List.of(), Map.of());

  public TemplateNews {
    learned = List.copyOf(learned);
    merged = Map.copyOf(merged);
  }
}
