package dev.winnow.server.templates;

import dev.winnow.core.detection.Comparison;
import dev.winnow.core.detection.CountPair;
import dev.winnow.core.detection.Difference;
import dev.winnow.core.detection.Difference.Kind;
import dev.winnow.core.detection.SizeRatio;
import dev.winnow.server.request.Parameter;
import dev.winnow.server.request.Timestamps;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TemplateStore;
import dev.winnow.storage.TimeSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Says what a stretch of time has that another has not, with the statistics of {@code diff}. */
public final class TemplateComparison {
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 1_000;

  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  /** Lengths that differ by less are the same to a person. */
  private static final double LEAST_FACTOR = 1.05;

  private final LogReader reader;
  private final TemplateStore store;

  public TemplateComparison(LogReader reader, TemplateStore store) {
    this.reader = reader;
    this.store = store;
  }

  /**
   * Compares a window with a base.
   *
   * @param limit how many templates are listed of new, gone and shifted ones each
   */
  public TemplateDiff compare(Selection base, Selection window, int limit) {
    WindowCounts before = WindowCounts.of(reader, base);
    WindowCounts after = WindowCounts.of(reader, window);
    boolean isComparable = before.total() > 0 && after.total() > 0;
    List<CountPair> pairs = isComparable ? pairs(before, after) : List.of();
    SizeRatio sizes =
        isComparable ? SizeRatio.of(pairs, before.total(), after.total()) : new SizeRatio(0, 0);
    List<Difference> differences =
        isComparable ? Comparison.compare(pairs, 1, sizes.ratio()) : List.of();
    KnownTemplates known = KnownTemplates.of(store, window.tenantId());
    Changes changes = new Changes(differences, sizes, after, before, known, limit);
    return new TemplateDiff(
        window(base, before),
        window(window, after),
        sizes.ratio(),
        sizes.templates() > 0 ? "templates" : "records",
        remarks(base.time(), before, window.time(), after),
        changes.of(Set.of(Kind.NEW)),
        changes.of(Set.of(Kind.GONE)),
        changes.of(Set.of(Kind.MORE, Kind.LESS)),
        changes.counts());
  }

  private static List<CountPair> pairs(WindowCounts before, WindowCounts after) {
    Set<Long> ids = new HashSet<>(before.templateIds());
    ids.addAll(after.templateIds());
    return ids.stream()
        .sorted()
        .map(id ->
            CountPair.of(
                id, before.of(id), after.of(id), before.hasErrors(id) || after.hasErrors(id)))
        .toList();
  }

  private static TemplateDiff.Window window(Selection selection, WindowCounts counts) {
    return new TemplateDiff.Window(
        Timestamps.of(selection.time().from()),
        Timestamps.of(selection.time().to()),
        seconds(selection.time()),
        counts.total());
  }

  private static double seconds(TimeSpan span) {
    return (span.to() - span.from()) / NANOS_PER_SECOND;
  }

  private static List<String> remarks(
      TimeSpan base, WindowCounts before, TimeSpan window, WindowCounts after) {
    List<String> remarks = new ArrayList<>();
    if (before.total() == 0 || after.total() == 0) {
      String which = before.total() == 0 ? "base" : "window";
      remarks.add("the " + which + " has no records, so nothing can be compared");
    }
    double factor = seconds(base) / Math.max(1 / NANOS_PER_SECOND, seconds(window));
    if (Math.max(factor, 1 / factor) > LEAST_FACTOR) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "the base is %.3g times as long as the window; counts are compared by size_ratio,"
                  + " and what is rare may be missing from the shorter one by chance",
              factor));
    }
    if (base.from() < window.to() && window.from() < base.to()) {
      remarks.add("base and window overlap; records in both are counted in both");
    }
    return remarks;
  }

  /** The differences, put into words. */
  private record Changes(
      List<Difference> differences,
      SizeRatio sizes,
      WindowCounts after,
      WindowCounts before,
      KnownTemplates known,
      int limit) {
    private List<TemplateDiff.Change> of(Set<Kind> kinds) {
      return differences.stream()
          .filter(difference -> kinds.contains(difference.kind()))
          .limit(limit)
          .map(this::change)
          .toList();
    }

    private TemplateDiff.Change change(Difference difference) {
      long id = difference.templateId();
      double high = difference.ratio().high();
      return new TemplateDiff.Change(
          HexFormat.of().toHexDigits(id),
          known.text(id),
          Parameter.label(difference.kind()),
          before.hasErrors(id) || after.hasErrors(id),
          difference.base(),
          difference.candidate(),
          difference.base() * sizes.ratio(),
          difference.ratio().ratio(),
          difference.ratio().low(),
          Double.isInfinite(high) ? null : high,
          difference.qValue());
    }

    private Map<String, Long> counts() {
      Map<String, Long> counts = new LinkedHashMap<>();
      for (Kind kind : Kind.values()) {
        counts.put(
            Parameter.label(kind),
            differences.stream().filter(difference -> difference.kind() == kind).count());
      }
      return counts;
    }
  }
}
