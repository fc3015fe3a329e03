package dev.winnow.core.detection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the intervals in which a series behaves unlike the rest of itself. */
final class SeriesScan {
  /*
   * Every interval of 1, 5 and 15 windows, and every beginning and end of the timeline, is judged
   * against the windows outside it. The most surprising is widened or narrowed to the segment
   * that gains most likelihood, and set aside; then the search is repeated, so that up to
   * MOST_INTERVALS anomalies do not hide each other. In the end each is judged with the others
   * set aside. More exceptions than that are how the template is.
   *
   * Cost: O(windows) for a series, as an interval is judged in constant time, and exact tails
   * are computed for the few that are set aside only.
   */
  private static final int MOST_INTERVALS = 3;

  /** An absence as improbable as this, in nats, is what matters about a series. */
  private static final double CLEAR = 12;

  private final SeriesSums sums;

  SeriesScan(SeriesSums sums) {
    this.sums = sums;
  }

  /** How many intervals of a timeline compete: any may come out of moving the ends. */
  static double tests(int windows) {
    return windows * (windows + 1) / 2.0;
  }

  /** The intervals of the loaded series that stand out, those that are set aside already. */
  List<Interval> intervals() {
    List<Interval> found = new ArrayList<>();
    while (found.size() < MOST_INTERVALS) {
      Interval next = mostSurprising();
      if (next == null) {
        break;
      }
      found.add(next);
      sums.setAside(next, true);
    }
    if (found.size() > 1) {
      found.replaceAll(this::judgedAgain);
    }
    return found;
  }

  private Interval judgedAgain(Interval interval) {
    sums.setAside(interval, false);
    Interval again = sums.interval(interval.from(), interval.to());
    sums.setAside(interval, true);
    return again;
  }

  private @Nullable Interval mostSurprising() {
    Best best = new Best();
    int windows = sums.windows();
    best.consider(0, sums.firstPresent());
    best.consider(sums.lastPresent() + 1, windows);
    if (best.deviance >= CLEAR) {
      return sums.interval(best.from, best.to);
    }
    for (int scale : SeriesSums.SCALES) {
      for (int from = 0; from + scale <= windows; from++) {
        best.consider(from, from + scale);
      }
    }
    for (int cut = 1; cut < windows; cut++) {
      best.consider(0, cut);
      best.consider(cut, windows);
    }
    if (best.deviance <= 0) {
      return null;
    }
    best.fit();
    return sums.interval(best.from, best.to);
  }

  /** The most surprising interval so far. */
  private final class Best {
    private double deviance;
    private int from;
    private int to;

    void consider(int otherFrom, int otherTo) {
      double other = sums.deviance(otherFrom, otherTo);
      if (other > deviance) {
        deviance = other;
        from = otherFrom;
        to = otherTo;
      }
    }

    /** Moves the inner ends to where they gain most likelihood, if that is more surprising. */
    void fit() {
      double inside = (sums.count(from, to) + .5) / sums.shape(from, to);
      Segment segment = new Segment(from, to, inside);
      boolean begins = from == 0;
      boolean ends = to == sums.windows();
      consider(begins ? 0 : segment.first, ends ? to : segment.last + 1);
      if (sums.excess(from, to, from, to) > 0) {
        concentrate();
      }
    }

    /**
     * Narrows a long rise to its peak, if a quarter of its windows hold a third of what is more.
     */
    private void concentrate() {
      double inside = 0;
      for (int window = from; window < to; window++) {
        if (sums.shape(window) > 0) {
          inside = Math.max(inside, sums.count(window) / sums.shape(window));
        }
      }
      Segment peak = new Segment(from, to, inside);
      int end = peak.last + 1;
      if (4 * (end - peak.first) <= to - from
          && 3 * sums.excess(peak.first, end, from, to) >= sums.excess(from, to, from, to)) {
        deviance = sums.deviance(peak.first, end);
        from = peak.first;
        to = end;
      }
    }
  }

  /**
   * The windows around the clearest one of an interval that are likelier at a rate than outside.
   */
  private final class Segment {
    private final double perRecord;
    private final double perShape;
    private final int first;
    private final int last;

    Segment(int from, int to, double inside) {
      double outside = (sums.outside(from, to) + .5) / sums.shapeOutside(from, to);
      perRecord = Math.log(inside / outside);
      perShape = outside - inside;
      int clearest = from;
      for (int window = from; window < to; window++) {
        if (gain(window) > gain(clearest)) {
          clearest = window;
        }
      }
      first = end(clearest, -1);
      last = end(clearest, 1);
    }

    private double gain(int window) {
      return perRecord * sums.count(window) + perShape * sums.shape(window);
    }

    private int end(int clearest, int step) {
      double gained = 0;
      double most = 0;
      int end = clearest;
      for (int window = clearest + step;
          window >= 0 && window < sums.windows() && !sums.isAside(window);
          window += step) {
        gained += gain(window);
        if (gained > most) {
          most = gained;
          end = window;
        }
      }
      return end;
    }
  }
}
