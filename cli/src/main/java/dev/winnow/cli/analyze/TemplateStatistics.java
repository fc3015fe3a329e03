package dev.winnow.cli.analyze;

import dev.winnow.kernel.record.SeverityNumber;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known about the records of one template beside their number. */
final class TemplateStatistics {
  private static final int RANGES = SeverityNumber.FATAL4.number() / SeverityNumber.RANGE + 1;

  private static final int NONE_YET = -2;

  private final int[] levels = new int[RANGES];
  private final Times times = new Times();
  private int[] trend = {};
  private int service = NONE_YET;
  private long errors;
  private final Times errorTimes = new Times();
  private @Nullable Exemplar firstError;

  void countLevel(SeverityNumber severity) {
    levels[(severity.number() + SeverityNumber.RANGE - 1) / SeverityNumber.RANGE]++;
  }

  void countTime(long epochNanos, Timeline timeline) {
    if (trend.length == 0) {
      trend = new int[Timeline.SPANS];
    }
    trend[timeline.span(epochNanos)]++;
    times.add(epochNanos);
  }

  /** Notes the number of the service that wrote a record, or {@link NameCounts#UNCOUNTED}. */
  void noteService(int number) {
    service = service == NONE_YET || service == number ? number : NameCounts.UNCOUNTED;
  }

  /** Counts a record of ERROR or worse. */
  void countError() {
    errors++;
  }

  void countErrorTime(long epochNanos) {
    errorTimes.add(epochNanos);
  }

  void keep(Exemplar exemplar) {
    firstError = exemplar;
  }

  void fold(Timeline.Fold fold) {
    trend = trend.length == 0 ? trend : fold.apply(trend);
  }

  /** Takes in what is known about a template that has become the same as this. */
  void add(TemplateStatistics other) {
    Arrays.setAll(levels, i -> levels[i] + other.levels[i]);
    times.add(other.times);
    errorTimes.add(other.errorTimes);
    errors += other.errors;
    if (other.service != NONE_YET) {
      noteService(other.service);
    }
    if (trend.length == 0) {
      trend = other.trend;
    } else if (other.trend.length > 0) {
      Arrays.setAll(trend, i -> trend[i] + other.trend[i]);
    }
    Exemplar theirs = other.firstError;
    if (firstError == null || (theirs != null && isEarlier(theirs, firstError))) {
      firstError = theirs;
    }
  }

  private static boolean isEarlier(Exemplar one, Exemplar other) {
    return one.input().equals(other.input()) && one.line() < other.line();
  }

  /** The severity that most records have; the worse of two with as many. */
  SeverityNumber usualSeverity() {
    int usual = 0;
    for (int i = 1; i < RANGES; i++) {
      usual = levels[i] > 0 && levels[i] >= levels[usual] ? i : usual;
    }
    return usual == 0
        ? SeverityNumber.UNSPECIFIED
        : SeverityNumber.of((usual - 1) * SeverityNumber.RANGE + 1);
  }

  /** Whether all records are of one service that is known. */
  boolean hasService() {
    return service >= 0;
  }

  int service() {
    return service;
  }

  Times times() {
    return times;
  }

  /** Counts per span of the timeline; empty if no record has a time. */
  int[] trend() {
    return trend;
  }

  /** The number of records of ERROR or worse. */
  long errors() {
    return errors;
  }

  Times errorTimes() {
    return errorTimes;
  }

  @Nullable Exemplar firstError() {
    return firstError;
  }
}
