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
    @Nullable Exemplar firstError) {}
