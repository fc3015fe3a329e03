package dev.winnow.core.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what changed within one log, template by template.
 *
 * <p>A template is compared with itself: with its own counts in the other windows, spread over time
 * as the clock and the volume of the whole log foretell, whichever suits it. So traffic that
 * doubles at noon makes no change of any template, and a gap in the log silences none; both are
 * changes of the log, which {@link #detectVolume} finds.
 *
 * <p>Where a log is steady, at most one in a hundred reported changes is expected to be chance
 * (Benjamini and Hochberg, over all templates with enough records); where its volume swings and it
 * has a dozen templates, it may be more. None is reported that moved fewer than five records or
 * less than doubled or halved a count.
 */
public final class ChangeDetector {
  private static final double MOST_FALSE = .01;

  /** The share of all records that a template has at most in the traffic others are held to. */
  private static final double HEAVY = .1;

  /** A template of a larger share of the traffic is held to the rest of it. */
  private static final double NOTICEABLE = .05;

  private static final int LEAST_WINDOWS = 8;
  private static final Comparator<Change> RANKED =
      Comparator.comparingDouble(Change::score)
          .reversed()
          .thenComparingLong(Change::templateId)
          .thenComparingInt(Change::from);

  private final Timeline timeline;
  private final double heaviest;
  private final double[] traffic;
  private double trafficTotal;
  private final SeriesSums sums;
  private final double[] counts;

  private ChangeDetector(Timeline timeline) {
    this.timeline = timeline;
    heaviest = HEAVY * Volume.sum(timeline.totals());
    traffic = timeline.totals().clone();
    sums = new SeriesSums(timeline.windows());
    counts = new double[timeline.windows()];
  }

  /** The changes of templates, those first that matter most. */
  public static List<Change> detect(Timeline timeline, List<CountSeries> templates) {
    if (timeline.activeWindows() < LEAST_WINDOWS) {
      return List.of();
    }
    List<CountSeries> frequent =
        templates.stream()
            .filter(series -> series.total() >= SeriesSums.LEAST_RECORDS)
            .sorted(Comparator.comparingLong(CountSeries::templateId))
            .toList();
    return new ChangeDetector(timeline).changes(frequent);
  }

  /** The changes of the log as a whole, its gaps among them. */
  public static List<Change> detectVolume(Timeline timeline) {
    if (timeline.activeWindows() < LEAST_WINDOWS) {
      return List.of();
    }
    ChangeDetector detector = new ChangeDetector(timeline);
    List<Change> found = new ArrayList<>();
    detector.sums.load(timeline.totals(), timeline.covered(), Dispersion.USUAL);
    detector.scan(Change.WHOLE_LOG, found);
    return confirmed(found, 1);
  }

  private List<Change> changes(List<CountSeries> templates) {
    for (CountSeries series : templates) {
      if (series.total() > heaviest) {
        lighten(series);
      }
    }
    trafficTotal = Volume.sum(traffic);
    Volume volume = new Volume(timeline.active(), traffic);
    Dispersion.Common common = new Dispersion.Common();
    for (CountSeries series : templates) {
      load(series, volume, Dispersion.USUAL);
      sums.addTo(common);
    }
    List<Change> found = new ArrayList<>();
    for (CountSeries series : templates) {
      load(series, volume, common.value());
      scan(series.templateId(), found);
    }
    return confirmed(found, templates.size());
  }

  /** Leaves of a template no more in the traffic than the heaviest may have. */
  private void lighten(CountSeries series) {
    double surplus = 1 - heaviest / series.total();
    for (int window = 0; window < traffic.length; window++) {
      traffic[window] -= surplus * series.count(window);
    }
  }

  private void load(CountSeries series, Volume volume, double usual) {
    for (int window = 0; window < counts.length; window++) {
      counts[window] = series.count(window);
    }
    boolean matters = Math.min((double) series.total(), heaviest) > NOTICEABLE * trafficTotal;
    Volume around = matters ? without(series) : volume;
    sums.load(counts, around.shape(counts), usual);
  }

  private Volume without(CountSeries series) {
    double part = Math.min(1, heaviest / series.total());
    double[] rest = new double[traffic.length];
    for (int window = 0; window < rest.length; window++) {
      rest[window] = Math.max(0, traffic[window] - part * series.count(window));
    }
    return new Volume(timeline.active(), rest);
  }

  private void scan(long templateId, List<Change> found) {
    double logTests = Math.log(SeriesScan.tests(sums.windows()));
    for (Interval interval : new SeriesScan(sums).intervals()) {
      double surprise = -interval.logPValue() - logTests;
      if (surprise > 0) {
        found.add(new Interpretation(sums, interval).change(templateId, surprise));
      }
    }
  }

  private static List<Change> confirmed(List<Change> found, int tests) {
    double[] logPValues = found.stream().mapToDouble(change -> -change.surprise()).toArray();
    double[] q = FalseDiscoveryRate.qValues(logPValues, Math.max(tests, found.size()));
    List<Change> confirmed = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      if (q[i] <= MOST_FALSE) {
        confirmed.add(found.get(i).withQValue(q[i]));
      }
    }
    confirmed.sort(RANKED);
    return List.copyOf(confirmed);
  }
}
