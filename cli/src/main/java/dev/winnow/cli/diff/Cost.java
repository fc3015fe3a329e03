package dev.winnow.cli.diff;

import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.core.detection.RateRatio;
import dev.winnow.core.detection.SizeRatio;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The bytes of two logs.
 *
 * @param ratio how many times the bytes the candidate has at equal size
 * @param growths the templates that changed the bytes most, the greatest change first
 */
record Cost(long base, long candidate, RateRatio ratio, List<Growth> growths) {
  /** A change of the bytes that is less than this share of the base is not told. */
  private static final double LEAST_SHARE = .05;

  /**
   * What a template adds to the bytes of the candidate, or takes from them, beside what the base
   * foretells.
   */
  record Growth(TemplateDifference template, double bytes) {}

  static Cost of(List<TemplateDifference> templates, SizeRatio sizes) {
    Collection<TemplateFindings> inBase =
        templates.stream().map(TemplateDifference::base).filter(one -> one != null).toList();
    Collection<TemplateFindings> inCandidate =
        templates.stream().map(TemplateDifference::candidate).filter(one -> one != null).toList();
    long base = bytes(inBase);
    long candidate = bytes(inCandidate);
    // Records come independently, but bytes in records: that many of them say no more than one.
    double perRecord = Math.max(bytesPerByte(inBase), bytesPerByte(inCandidate));
    RateRatio ratio = RateRatio.of(base, 1, candidate, sizes.ratio(), perRecord);
    double least = LEAST_SHARE * base * sizes.ratio();
    List<Growth> growths =
        templates.stream()
            .map(template -> new Growth(template, growth(template, sizes)))
            .filter(growth -> Math.abs(growth.bytes) >= least)
            .sorted(Comparator.comparingDouble((Growth growth) -> -Math.abs(growth.bytes)))
            .toList();
    return new Cost(base, candidate, ratio, growths);
  }

  private static long bytes(Collection<TemplateFindings> templates) {
    return templates.stream().mapToLong(template -> template.statistics().bytes()).sum();
  }

  /** The length of the record that a byte is in, on average over the bytes; at least 1. */
  private static double bytesPerByte(Collection<TemplateFindings> templates) {
    double squares = 0;
    for (TemplateFindings template : templates) {
      double bytes = template.statistics().bytes();
      squares += bytes * bytes / template.count();
    }
    return Math.max(1, squares / Math.max(1, bytes(templates)));
  }

  private static double growth(TemplateDifference template, SizeRatio sizes) {
    TemplateFindings base = template.base();
    TemplateFindings candidate = template.candidate();
    double before = base == null ? 0 : base.statistics().bytes() * sizes.ratio();
    return (candidate == null ? 0 : candidate.statistics().bytes()) - before;
  }

  boolean hasGrown() {
    return Differences.isMore(ratio);
  }

  boolean hasShrunk() {
    return Differences.isLess(ratio);
  }
}
