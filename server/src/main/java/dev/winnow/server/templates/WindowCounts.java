package dev.winnow.server.templates;

import dev.winnow.core.detection.ClumpedCount;
import dev.winnow.core.detection.Comparison;
import dev.winnow.server.request.TimeBuckets;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.Selection;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a stretch of time has of each template, and how it clumps. */
final class WindowCounts {
  /** How finely clumps are looked for. */
  private static final int MAX_CELLS = 30;

  private static final int LEAST_CELLS = 2;

  /** How many counts are worth reading for that. */
  private static final int MAX_COUNTS = 100_000;

  private final Map<Long, Long> records = new HashMap<>();
  private final Set<Long> withErrors = new HashSet<>();
  private final Map<Long, int[]> cells = new HashMap<>();
  private int[] allCells = {};
  private long total;

  private WindowCounts() {}

  static WindowCounts of(LogReader reader, Selection selection) {
    WindowCounts counts = new WindowCounts();
    CountQuery levels = CountQuery.by(selection, Dimension.TEMPLATE, Dimension.SEVERITY);
    reader.counts(levels).forEach(counts::add);
    int most = Math.clamp(MAX_COUNTS / Math.max(1, counts.records.size()), LEAST_CELLS, MAX_CELLS);
    TimeBuckets buckets = TimeBuckets.atMost(selection.time(), most, Duration.ofMinutes(1));
    counts.allCells = new int[buckets.count()];
    CountQuery times =
        new CountQuery(selection, Set.of(Dimension.TEMPLATE, Dimension.TIME), buckets.step());
    reader.counts(times).forEach(count -> counts.add(count, buckets));
    return counts;
  }

  private void add(Count count) {
    total += count.records();
    records.merge(count.templateId(), count.records(), Long::sum);
    if (count.severityNumber().isError()) {
      withErrors.add(count.templateId());
    }
  }

  private void add(Count count, TimeBuckets buckets) {
    int cell = buckets.index(count.time());
    int added = (int) Math.min(Integer.MAX_VALUE / 2, count.records());
    cells.computeIfAbsent(count.templateId(), id -> new int[allCells.length])[cell] += added;
    allCells[cell] = (int) Math.min(Integer.MAX_VALUE, (long) allCells[cell] + added);
  }

  long total() {
    return total;
  }

  Set<Long> templateIds() {
    return records.keySet();
  }

  boolean hasErrors(long templateId) {
    return withErrors.contains(templateId);
  }

  ClumpedCount of(long templateId) {
    int[] own = cells.get(templateId);
    return own == null
        ? new ClumpedCount(records.getOrDefault(templateId, 0L), 1)
        : new ClumpedCount(
            records.getOrDefault(templateId, 0L), Comparison.designEffect(own, allCells));
  }
}
