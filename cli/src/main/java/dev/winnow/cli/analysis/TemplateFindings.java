package dev.winnow.cli.analysis;

import dev.winnow.core.miner.Template;
import org.jspecify.annotations.Nullable;

/**
 * A template, the number of its records, and what else is known of them.
 *
 * @param first the first of them, if it was kept
 * @param firstError the first of ERROR or worse, if there is one
 */
public record TemplateFindings(
    Template template,
    long count,
    TemplateStatistics statistics,
    @Nullable Exemplar first,
    @Nullable Exemplar firstError) {
  TemplateFindings as(Template known) {
    return new TemplateFindings(known, count, statistics, first, firstError);
  }

  /** Both together, as one template. */
  TemplateFindings plus(TemplateFindings other, TimeGrid grid) {
    TemplateStatistics sum = new TemplateStatistics();
    sum.add(statistics, grid);
    sum.add(other.statistics, grid);
    return new TemplateFindings(
        template,
        count + other.count,
        sum,
        first == null ? other.first : first,
        firstError == null ? other.firstError : firstError);
  }
}
