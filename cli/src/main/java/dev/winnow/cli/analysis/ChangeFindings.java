package dev.winnow.cli.analysis;

import dev.winnow.core.detection.Change;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed within the log.
 *
 * @param template what changed; null for the log as a whole
 * @param from when it began, in nanoseconds since 1970
 * @param to when it ended; the end of the log if it lasts
 */
public record ChangeFindings(
    Change change, @Nullable TemplateFindings template, long from, long to) {}
