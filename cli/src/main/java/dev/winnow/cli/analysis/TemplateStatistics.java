package dev.winnow.cli.analysis;

import dev.winnow.kernel.record.SeverityNumber;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known about the records of one template beside their number. */
public final class TemplateStatistics {
  private static final int RANGES = SeverityNumber.FATAL4.number() / SeverityNumber.RANGE + 1;
  private static final int NONE_YET = -2;
  private static final int[] NO_TREND = {};

  private final int[] levels = new int[RANGES];
  private final Times times = new Times();
  private final Times errorTimes = new Times();
  private final Durations durations = new Durations();
  private int[] trend = NO_TREND;
  private int service = NONE_YET;
  private long bytes;
  private long errors;
  private long timed;
  private @Nullable Sighting first;
  private @Nullable Sighting firstError;

  void count(SeverityNumber severity, int recordBytes) {
    levels[(severity.number() + SeverityNumber.RANGE - 1) / SeverityNumber.RANGE]++;
    bytes += recordBytes;
    errors += severity.isError() ? 1 : 0;
  }

  void countTime(long epochNanos, TimeGrid grid, boolean isError) {
    // Most templates have but one record, which needs no array.
    if (timed > 0) {
      spread(grid)[grid.span(epochNanos)]++;
    }
    timed++;
    times.add(epochNanos);
    if (isError) {
      errorTimes.add(epochNanos);
    }
  }

  private int[] spread(TimeGrid grid) {
    if (trend.length == 0) {
      trend = new int[TimeGrid.SPANS];
      trend[grid.span(times.first())]++;
    }
    return trend;
  }

  /** Notes the number of the service that wrote a record, or {@link NameCounts#UNCOUNTED}. */
  void noteService(int number) {
    service = service == NONE_YET || service == number ? number : NameCounts.UNCOUNTED;
  }

  void see(Sighting sighting, boolean isError) {
    first = first == null ? sighting : Sighting.earlier(first, sighting);
    if (isError) {
      firstError = firstError == null ? sighting : Sighting.earlier(firstError, sighting);
    }
  }

  /** Whether a record like this one is to be shown. */
  boolean wants(boolean isError) {
    return first == null || (isError && firstError == null);
  }

  void fold(TimeGrid.Fold fold) {
    trend = trend.length == 0 ? trend : fold.apply(trend);
  }

  /** Takes in what is known about a template that has become the same as this. */
  void add(TemplateStatistics other, TimeGrid grid) {
    Arrays.setAll(levels, i -> levels[i] + other.levels[i]);
    if (other.timed > 0) {
      int[] theirs = other.spread(grid);
      int[] ours = timed > 0 ? spread(grid) : new int[TimeGrid.SPANS];
      Arrays.setAll(ours, i -> ours[i] + theirs[i]);
      trend = ours;
    }
    timed += other.timed;
    times.add(other.times);
    errorTimes.add(other.errorTimes);
    durations.add(other.durations);
    bytes += other.bytes;
    errors += other.errors;
    if (other.service != NONE_YET) {
      noteService(other.service);
    }
    if (other.first != null) {
      see(other.first, false);
    }
    if (other.firstError != null) {
      see(other.firstError, true);
    }
  }

  /** Speaks of services by the numbers that another count gave them. */
  void renumber(int[] services) {
    service = service >= 0 ? services[service] : service;
  }

  /** The severity that most records have; the worse of two with as many. */
  public SeverityNumber usualSeverity() {
    int usual = 0;
    for (int i = 1; i < RANGES; i++) {
      usual = levels[i] > 0 && levels[i] >= levels[usual] ? i : usual;
    }
    return usual == 0
        ? SeverityNumber.UNSPECIFIED
        : SeverityNumber.of((usual - 1) * SeverityNumber.RANGE + 1);
  }

  /** The records of a range of severities. */
  public long of(SeverityNumber range) {
    return levels[(range.number() + SeverityNumber.RANGE - 1) / SeverityNumber.RANGE];
  }

  /** Whether all records are of one service that is known. */
  public boolean hasService() {
    return service >= 0;
  }

  public int service() {
    return service;
  }

  public Times times() {
    return times;
  }

  /** Counts per span of the time grid; empty if no record has a time. */
  public int[] trend(TimeGrid grid) {
    return timed == 0 ? NO_TREND : spread(grid);
  }

  /** The bytes of the records, with the header of each. */
  public long bytes() {
    return bytes;
  }

  /** The number of records of ERROR or worse. */
  public long errors() {
    return errors;
  }

  public Times errorTimes() {
    return errorTimes;
  }

  /** How long what the records tell of took. */
  public Durations durations() {
    return durations;
  }

  @Nullable Sighting first() {
    return first;
  }

  @Nullable Sighting firstError() {
    return firstError;
  }
}
