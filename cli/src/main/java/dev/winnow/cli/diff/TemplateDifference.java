package dev.winnow.cli.diff;

import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.core.detection.Difference;
import dev.winnow.core.miner.Template;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a template differs between two logs.
 *
 * @param base what the base has of it; null if nothing
 * @param candidate what the candidate has of it; null if nothing
 */
record TemplateDifference(
    Difference difference, @Nullable TemplateFindings base, @Nullable TemplateFindings candidate) {
  Difference.Kind kind() {
    return difference.kind();
  }

  /** What the log says about it that shows what it is now: the candidate, or else the base. */
  TemplateFindings shown() {
    return candidate == null ? Objects.requireNonNull(base) : candidate;
  }

  Template template() {
    return shown().template();
  }

  /** Whether records of it are of ERROR or worse. */
  boolean isError() {
    return shown().statistics().errors() > 0;
  }

  /** The usual severities in the logs that have it, the base's first. */
  String levels(String to) {
    return Stream.of(Optional.ofNullable(base), Optional.ofNullable(candidate))
        .flatMap(Optional::stream)
        .map(one -> one.statistics().usualSeverity().name())
        .collect(Collectors.joining(" " + to + " "));
  }

  /** Whether it is an error that only the candidate has, too rarely to be sure that it is new. */
  boolean isRareNewError() {
    return kind() == Difference.Kind.UNSURE && base == null && isError();
  }
}
