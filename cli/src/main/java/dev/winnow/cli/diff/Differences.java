package dev.winnow.cli.diff;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.core.detection.Difference.Kind;
import dev.winnow.core.detection.RateRatio;
import dev.winnow.core.detection.SizeRatio;
import dev.winnow.kernel.redaction.SecretKind;
import java.util.List;
import java.util.Map;

/**
 * What differs between two logs, both of which have records.
 *
 * @param templates all that either log has, the surest differences first
 * @param levels templates whose records are usually of another severity
 * @param traces stack traces that only one of the logs has
 * @param errorShare the share of records that are of ERROR or worse
 * @param latency templates that tell of other durations, those first that matter most
 * @param secrets the kinds of secrets that only the candidate holds, and how many
 */
record Differences(
    Findings base,
    Findings candidate,
    SizeRatio sizes,
    List<TemplateDifference> templates,
    List<TemplateDifference> levels,
    List<TraceDifference> traces,
    RateRatio errorShare,
    List<LatencyDifference> latency,
    Cost cost,
    Map<SecretKind, Long> secrets) {
  /** Shares, durations and bytes that differ by less are the same to a person. */
  static final double LEAST_FACTOR = 1.25;

  /** The probability of a difference by chance up to which it is taken for one. */
  static final double MOST_CHANCE = .01;

  /** Whether a rate is higher in the candidate, beyond chance and by enough to matter. */
  static boolean isMore(RateRatio ratio) {
    return ratio.pValue() <= MOST_CHANCE && ratio.ratio() >= LEAST_FACTOR;
  }

  static boolean isLess(RateRatio ratio) {
    return ratio.pValue() <= MOST_CHANCE && ratio.ratio() <= 1 / LEAST_FACTOR;
  }

  List<TemplateDifference> of(Kind kind) {
    return templates.stream().filter(template -> template.kind() == kind).toList();
  }

  List<TemplateDifference> newErrors() {
    return of(Kind.NEW).stream().filter(TemplateDifference::isError).toList();
  }

  /** New templates that are no errors. */
  List<TemplateDifference> otherNew() {
    return of(Kind.NEW).stream().filter(template -> !template.isError()).toList();
  }

  List<TraceDifference> tracesOf(Kind kind) {
    return traces.stream().filter(trace -> trace.difference().kind() == kind).toList();
  }

  List<LatencyDifference> slower() {
    return latency.stream().filter(LatencyDifference::isSlower).toList();
  }

  List<LatencyDifference> faster() {
    return latency.stream().filter(LatencyDifference::isFaster).toList().reversed();
  }

  /** Templates with an error that only the candidate has, too rarely to be sure. */
  List<TemplateDifference> rareNewErrors() {
    return templates.stream().filter(TemplateDifference::isRareNewError).toList();
  }
}
