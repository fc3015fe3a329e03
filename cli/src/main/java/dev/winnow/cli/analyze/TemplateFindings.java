package dev.winnow.cli.analyze;

import dev.winnow.core.miner.Template;

/** A template, the number of its records, and what else is known of them. */
record TemplateFindings(Template template, long count, TemplateStatistics statistics) {}
