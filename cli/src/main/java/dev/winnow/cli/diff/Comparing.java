package dev.winnow.cli.diff;

import dev.winnow.cli.analysis.CommonTemplates;
import dev.winnow.cli.analysis.Durations;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.analysis.ThrownFindings;
import dev.winnow.core.detection.ClumpedCount;
import dev.winnow.core.detection.Comparison;
import dev.winnow.core.detection.CountPair;
import dev.winnow.core.detection.RateRatio;
import dev.winnow.core.detection.SizeRatio;
import dev.winnow.core.detection.SpreadDifference;
import dev.winnow.core.sketch.QuantileSketch;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.redaction.SecretKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two logs that have records. */
final class Comparing {
  /** Fewer records have no usual severity. */
  private static final long LEAST_RECORDS = 5;

  private final Findings base;
  private final Findings candidate;
  private final Map<Long, TemplateFindings> inBase;
  private final Map<Long, TemplateFindings> inCandidate;
  private final List<CountPair> pairs;
  private final SizeRatio sizes;

  private Comparing(Findings base, Findings candidate) {
    this.base = base;
    this.candidate = candidate;
    CommonTemplates common = new CommonTemplates(base, candidate);
    inBase = common.of(base);
    inCandidate = common.of(candidate);
    Set<Long> ids = new HashSet<>(inBase.keySet());
    ids.addAll(inCandidate.keySet());
    pairs = ids.stream().sorted().map(this::pair).toList();
    sizes = SizeRatio.of(pairs, base.records(), candidate.records());
  }

  static Differences of(Findings base, Findings candidate) {
    return new Comparing(base, candidate).differences();
  }

  private Differences differences() {
    List<TemplateDifference> templates = templates();
    RateRatio errorShare =
        RateRatio.of(
            base.levels().errors(),
            (double) base.records(),
            candidate.levels().errors(),
            (double) candidate.records(),
            errorClumps());
    return new Differences(
        base,
        candidate,
        sizes,
        templates,
        templates.stream().filter(Comparing::hasOtherLevel).toList(),
        traces(),
        errorShare,
        latency(templates),
        Cost.of(templates, sizes),
        secrets());
  }

  private List<TemplateDifference> templates() {
    return Comparison.compare(pairs, 1, sizes.ratio()).stream()
        .map(difference ->
            new TemplateDifference(
                difference,
                inBase.get(difference.templateId()),
                inCandidate.get(difference.templateId())))
        .toList();
  }

  private CountPair pair(long id) {
    TemplateFindings ofBase = inBase.get(id);
    TemplateFindings ofCandidate = inCandidate.get(id);
    return CountPair.of(
        id,
        clumped(base, ofBase),
        clumped(candidate, ofCandidate),
        hasErrors(ofBase) || hasErrors(ofCandidate));
  }

  private static boolean hasErrors(@Nullable TemplateFindings template) {
    return template != null && template.statistics().errors() > 0;
  }

  private static ClumpedCount clumped(Findings log, @Nullable TemplateFindings template) {
    return template == null
        ? ClumpedCount.NONE
        : new ClumpedCount(
            template.count(),
            Comparison.designEffect(
                template.statistics().trend(log.grid()), log.volume().records()));
  }

  private double errorClumps() {
    ClumpedCount ofBase = clumpedErrors(base);
    ClumpedCount ofCandidate = clumpedErrors(candidate);
    return ofBase.records() == 0 || ofCandidate.records() == 0 ? 1 : ofBase.pooled(ofCandidate);
  }

  private static ClumpedCount clumpedErrors(Findings log) {
    return new ClumpedCount(
        log.levels().errors(),
        Comparison.designEffect(log.volume().errors(), log.volume().records()));
  }

  private static boolean hasOtherLevel(TemplateDifference template) {
    TemplateFindings base = template.base();
    TemplateFindings candidate = template.candidate();
    return base != null
        && candidate != null
        && base.count() >= LEAST_RECORDS
        && candidate.count() >= LEAST_RECORDS
        && range(base) != range(candidate);
  }

  private static SeverityNumber range(TemplateFindings template) {
    return template.statistics().usualSeverity();
  }

  private List<TraceDifference> traces() {
    Map<Long, ThrownFindings> ofBase = byFingerprint(base);
    Map<Long, ThrownFindings> ofCandidate = byFingerprint(candidate);
    Map<Long, ThrownFindings> all = new HashMap<>(ofBase);
    all.putAll(ofCandidate);
    List<CountPair> pairs =
        all.keySet().stream()
            .sorted()
            .map(print -> new CountPair(print, records(ofBase, print), records(ofCandidate, print)))
            .toList();
    return Comparison.compare(pairs, 1, sizes.ratio()).stream()
        .filter(difference -> difference.base() == 0 || difference.candidate() == 0)
        .map(difference ->
            new TraceDifference(
                difference, Objects.requireNonNull(all.get(difference.templateId()))))
        .toList();
  }

  private static Map<Long, ThrownFindings> byFingerprint(Findings log) {
    return log.exceptions().stream()
        .collect(Collectors.toMap(found -> found.trace().fingerprint(), found -> found));
  }

  private static long records(Map<Long, ThrownFindings> thrown, long fingerprint) {
    ThrownFindings found = thrown.get(fingerprint);
    return found == null ? 0 : found.records();
  }

  /** The durations that differ, although each of those compared had its chance to do so. */
  private static List<LatencyDifference> latency(List<TemplateDifference> templates) {
    List<LatencyDifference> compared = new ArrayList<>();
    for (TemplateDifference template : templates) {
      TemplateFindings base = template.base();
      TemplateFindings candidate = template.candidate();
      if (base != null && candidate != null) {
        Durations before = base.statistics().durations();
        Durations after = candidate.statistics().durations();
        int places = Math.min(before.places(), after.places());
        for (int place = 0; place < places; place++) {
          addIfVaried(compared, template, before.at(place), after.at(place));
        }
      }
    }
    double mostChance = Differences.MOST_CHANCE / Math.max(1, compared.size());
    return compared.stream()
        .filter(latency -> latency.spread().pValue() <= mostChance)
        .filter(latency -> latency.isSlower() || latency.isFaster())
        .sorted(Comparator.comparingDouble((LatencyDifference latency) -> -latency.addedNanos()))
        .toList();
  }

  /** A place that always holds the same is a setting, such as a limit. */
  private static void addIfVaried(
      List<LatencyDifference> compared,
      TemplateDifference template,
      @Nullable QuantileSketch base,
      @Nullable QuantileSketch candidate) {
    if (base != null
        && candidate != null
        && Math.min(base.count(), candidate.count()) >= LatencyDifference.LEAST_VALUES
        && (base.max() > base.min() || candidate.max() > candidate.min())) {
      compared.add(
          new LatencyDifference(template, base, candidate, SpreadDifference.of(base, candidate)));
    }
  }

  private Map<SecretKind, Long> secrets() {
    Map<SecretKind, Long> secrets = new EnumMap<>(SecretKind.class);
    secrets.putAll(candidate.secrets());
    secrets.keySet().removeAll(base.secrets().keySet());
    return secrets;
  }
}
