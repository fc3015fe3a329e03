package dev.winnow.server.overview;

import dev.winnow.kernel.ledger.Outcome;
import dev.winnow.server.request.Parameter;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.Segment;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Measures what comes in and what it takes. */
public final class Metrics {
  private static final Duration DEFAULT_WINDOW = Duration.ofMinutes(1);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(7);
  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

  private final LogReader reader;
  private final LogStore store;

  /**
   * Measures a store.
   *
   * @param reader reads from it
   */
  public Metrics(LogReader reader, LogStore store) {
    this.reader = reader;
    this.store = store;
  }

  /** The time over which rates are taken, a minute unless it is given. */
  public static Duration window(Parameter window) {
    if (!window.isGiven()) {
      return DEFAULT_WINDOW;
    }
    Duration length = window.length();
    if (length.compareTo(LONGEST_WINDOW) > 0) {
      throw window.refused("a length of time up to 7d");
    }
    return length;
  }

  /** What a tenant's records of the last so long come to. */
  public MetricsAnswer metrics(String tenantId, Instant now, Duration window) {
    long nowNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    TimeSpan span = new TimeSpan(Math.max(0, nowNanos - window.toNanos()), nowNanos);
    CountQuery query =
        CountQuery.by(Selection.all(tenantId).during(span), Dimension.SERVICE, Dimension.SEVERITY);
    LevelTally tally = new LevelTally();
    Set<String> services = new HashSet<>();
    for (Count count : reader.counts(query)) {
      tally.add(count);
      services.add(count.serviceName());
    }
    long bytes = store.segmentStore().segments().stream().mapToLong(Segment::bytes).sum();
    return new MetricsAnswer(
        window.toSeconds(),
        tally.total(),
        tally.errors(),
        (double) tally.total() / window.toSeconds(),
        tally.errorRate(),
        services.size(),
        stored(tenantId),
        text(bytes),
        bytes);
  }

  private long stored(String tenantId) {
    return store.ledger().entries(tenantId).stream()
        .filter(entry -> entry.reason().outcome() == Outcome.STORED)
        .mapToLong(LedgerEntry::records)
        .sum();
  }

  /** A number of bytes as people read it, such as {@code 15.2 GB}. */
  static String text(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.95) {
      value /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }
}
