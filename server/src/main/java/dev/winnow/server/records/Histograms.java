package dev.winnow.server.records;

import dev.winnow.server.request.Parameter;
import dev.winnow.server.request.TimeBuckets;
import dev.winnow.server.request.Timestamps;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TimeSpan;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts records over time. */
public final class Histograms {
  /** What records may be told apart by in a histogram. */
  public enum By {
    SEVERITY(Dimension.SEVERITY),
    SERVICE(Dimension.SERVICE),
    TEMPLATE(Dimension.TEMPLATE);

    private final Dimension dimension;

    By(Dimension dimension) {
      this.dimension = dimension;
    }

    private String group(Count count) {
      return switch (this) {
        case SEVERITY -> count.severityNumber().range().name();
        case SERVICE -> count.serviceName();
        case TEMPLATE -> HexFormat.of().toHexDigits(count.templateId());
      };
    }
  }

  /** How far back a histogram reaches that was given no start. */
  public static final Duration DEFAULT_SPAN = Duration.ofDays(1);

  public static final int MAX_BUCKETS = 2_000;

  /** The number of groups that are told apart; the most frequent ones. */
  public static final int MAX_GROUPS = 20;

  private static final int USUAL_BUCKETS = 60;

  private final LogReader reader;

  public Histograms(LogReader reader) {
    this.reader = reader;
  }

  /**
   * Buckets over a span.
   *
   * @param interval how long each is; if it is not given, there are about 60 of a round length
   */
  public static TimeBuckets buckets(TimeSpan span, Parameter interval) {
    if (!interval.isGiven()) {
      return TimeBuckets.atMost(span, USUAL_BUCKETS, Duration.ofSeconds(1));
    }
    Duration step = interval.length();
    if (TimeBuckets.count(span, step.toNanos()) > MAX_BUCKETS) {
      Duration least = TimeBuckets.atMost(span, MAX_BUCKETS, Duration.ofSeconds(1)).step();
      throw interval.refused(
          "at most %d intervals in that time, as %ds would give,"
              .formatted(MAX_BUCKETS, least.toSeconds()));
    }
    return TimeBuckets.of(span, step);
  }

  /** A histogram of a selection, in buckets of its time span. */
  public Histogram histogram(Selection selection, TimeBuckets buckets, @Nullable By by) {
    Set<Dimension> dimensions =
        by == null ? Set.of(Dimension.TIME) : Set.of(Dimension.TIME, by.dimension);
    List<Count> counts = reader.counts(new CountQuery(selection, dimensions, buckets.step()));
    List<Histogram.Group> groups = by == null ? List.of() : groups(counts, by);
    long total = counts.stream().mapToLong(Count::records).sum();
    long told = groups.stream().mapToLong(Histogram.Group::count).sum();
    return new Histogram(
        Timestamps.of(selection.time().from()),
        Timestamps.of(selection.time().to()),
        buckets.step().toSeconds(),
        by == null ? null : Parameter.label(by),
        total,
        groups,
        by == null ? 0 : total - told,
        filled(counts, buckets, groups, by));
  }

  private static List<Histogram.Group> groups(List<Count> counts, By by) {
    Map<String, Long> records = new HashMap<>();
    counts.forEach(count -> records.merge(by.group(count), count.records(), Long::sum));
    return records.entrySet().stream()
        .map(entry -> new Histogram.Group(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(Histogram.Group::count)
                .reversed()
                .thenComparing(Histogram.Group::name))
        .limit(MAX_GROUPS)
        .toList();
  }

  private static List<Histogram.Bucket> filled(
      List<Count> counts, TimeBuckets buckets, List<Histogram.Group> groups, @Nullable By by) {
    long[] all = new long[buckets.count()];
    Map<String, long[]> perGroup = new LinkedHashMap<>();
    groups.forEach(group -> perGroup.put(group.name(), new long[buckets.count()]));
    for (Count count : counts) {
      int bucket = buckets.index(count.time());
      all[bucket] += count.records();
      long[] group = by == null ? null : perGroup.get(by.group(count));
      if (group != null) {
        group[bucket] += count.records();
      }
    }
    return IntStream.range(0, all.length)
        .mapToObj(
            i -> new Histogram.Bucket(Timestamps.of(buckets.start(i)), all[i], at(i, perGroup)))
        .toList();
  }

  private static Map<String, Long> at(int bucket, Map<String, long[]> perGroup) {
    Map<String, Long> counts = new LinkedHashMap<>();
    perGroup.forEach((group, records) -> {
      if (records[bucket] > 0) {
        counts.put(group, records[bucket]);
      }
    });
    return counts;
  }
}
