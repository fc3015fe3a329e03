package dev.winnow.bench;

import dev.winnow.core.detection.Change;
import dev.winnow.core.detection.ChangeDetector;
import dev.winnow.core.detection.CountBaseline;
import dev.winnow.core.detection.CountSeries;
import dev.winnow.core.detection.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * False alarms and detections on made-up counts: Poisson, negative binomial, and Poisson around a
 * log-normal rate, which no detector here assumes. Beside {@link CountBaseline}, which judges
 * window by window, and {@link ChangeDetector}, which sees all windows at once, stands what is
 * usual: an alarm at more than three standard deviations above the mean of the same history.
 *
 * <p>Arguments: how many series a row, 2 000 unless given.
 */
final class Detection {
  private static final int HISTORY = 60;
  private static final int CLEAN = 40;
  private static final int WINDOWS = HISTORY + CLEAN;
  private static final int SPIKE_FROM = 60;
  private static final int SPIKE = 3;
  private static final int TIMES = 5;
  private static final int TEMPLATES = 50_000;
  private static final int TEMPLATE_WINDOWS = 128;
  private static final double VARIATION = .5;
  private static final long SEED = 2_026;

  private final Counts counts;
  private final int series;
  private final Tally z = new Tally();
  private final Tally baseline = new Tally();
  private final Tally detector = new Tally();

  private Detection(Counts counts, int series) {
    this.counts = counts;
    this.series = series;
  }

  /** Prints one row for each kind of series, and what the batch detector costs. */
  public static void main(String[] arguments) {
    int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    System.out.println(
        "| series | z > 3 | one 5x | in 3 | `CountBaseline` | one 5x | in 3"
            + " | `ChangeDetector` | 5x for 3 |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (Counts.Kind kind : Counts.Kind.values()) {
      for (double rate : new double[] {.1, .5, 2, 10, 100}) {
        new Detection(new Counts(kind, rate, VARIATION, new Random(SEED)), series)
            .print(kind, rate);
      }
    }
    printCost();
  }

  private void print(Counts.Kind kind, double rate) {
    for (int i = 0; i < series; i++) {
      int[] clean = counts.draw(WINDOWS);
      countFalse(clean);
      int[] spiked = counts.draw(WINDOWS);
      for (int window = SPIKE_FROM; window < SPIKE_FROM + SPIKE; window++) {
        spiked[window] = counts.next(TIMES);
      }
      countFound(spiked);
    }
    double windows = (double) series * CLEAN;
    System.out.printf(
        "| %s %s | %.1f | %.0f %% | %.0f %% | %.2f | %.0f %% | %.1f %% | %.2f | %.1f %% |%n",
        kind.title(),
        rate < 1 ? Double.toString(rate).substring(1) : Integer.toString((int) rate),
        1_000 * z.alarms / windows,
        percent(z.once),
        percent(z.found),
        1_000 * baseline.alarms / windows,
        percent(baseline.once),
        percent(baseline.found),
        1_000 * detector.alarms / ((double) series * WINDOWS),
        percent(detector.found));
  }

  private double percent(int found) {
    return 100.0 * found / series;
  }

  private void countFalse(int[] clean) {
    CountBaseline watch = learned(clean);
    for (int window = HISTORY; window < WINDOWS; window++) {
      watch.observe(clean[window], 1, CountBaseline.USUAL_DISPERSION);
      baseline.alarms += watch.isAlarming() ? 1 : 0;
      z.alarms += isFar(clean, window, clean[window]) ? 1 : 0;
    }
    detector.alarms += changes(clean).size();
  }

  private void countFound(int[] spiked) {
    CountBaseline watch = learned(spiked);
    boolean found = false;
    boolean far = false;
    for (int window = SPIKE_FROM; window < SPIKE_FROM + SPIKE; window++) {
      watch.observe(spiked[window], 1, CountBaseline.USUAL_DISPERSION);
      found |= watch.isAlarming();
      far |= isFar(spiked, SPIKE_FROM, spiked[window]);
      if (window == SPIKE_FROM) {
        baseline.once += found ? 1 : 0;
        z.once += far ? 1 : 0;
      }
    }
    baseline.found += found ? 1 : 0;
    z.found += far ? 1 : 0;
    boolean changed =
        changes(spiked).stream()
            .anyMatch(c -> c.from() < SPIKE_FROM + SPIKE && c.to() > SPIKE_FROM && c.factor() > 1);
    detector.found += changed ? 1 : 0;
  }

  private static CountBaseline learned(int[] counts) {
    CountBaseline watch = new CountBaseline();
    for (int window = 0; window < HISTORY; window++) {
      watch.observe(counts[window], 1, CountBaseline.USUAL_DISPERSION);
    }
    return watch;
  }

  private static boolean isFar(int[] counts, int window, int count) {
    double mean = 0;
    for (int i = window - HISTORY; i < window; i++) {
      mean += (double) counts[i] / HISTORY;
    }
    double variance = 0;
    for (int i = window - HISTORY; i < window; i++) {
      variance += (counts[i] - mean) * (counts[i] - mean) / HISTORY;
    }
    return count > mean + 3 * Math.sqrt(variance);
  }

  /** One template in a log whose other records are many and constant. */
  private static List<Change> changes(int[] counts) {
    long[] totals = new long[counts.length];
    Arrays.setAll(totals, window -> 1_000_000 + counts[window]);
    return ChangeDetector.detect(new Timeline(totals), List.of(new CountSeries(1, counts)));
  }

  private static void printCost() {
    Random random = new Random(SEED);
    long[] totals = new long[TEMPLATE_WINDOWS];
    CountSeries[] templates = new CountSeries[TEMPLATES];
    for (int i = 0; i < TEMPLATES; i++) {
      double rate = 200.0 / (1 + i);
      Counts counts = new Counts(Counts.Kind.NEGATIVE_BINOMIAL, rate + .1, VARIATION, random);
      int[] windows = counts.draw(TEMPLATE_WINDOWS);
      Arrays.setAll(totals, window -> totals[window] + windows[window]);
      templates[i] = new CountSeries(i + 1, windows);
    }
    List<CountSeries> all = List.of(templates);
    Timeline timeline = new Timeline(totals);
    long best = Long.MAX_VALUE;
    int changes = 0;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      changes = ChangeDetector.detect(timeline, all).size();
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(
        "%n%d templates x %d windows without a change: %d ms, %d reported%n",
        TEMPLATES, TEMPLATE_WINDOWS, best / 1_000_000, changes);
  }

  /** What one detector said. */
  private static final class Tally {
    private int alarms;
    private int once;
    private int found;
  }
}
