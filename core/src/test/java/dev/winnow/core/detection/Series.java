package dev.winnow.core.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Logs of made-up counts, the same for the same seed. */
final class Series {
  static final int WINDOWS = 100;

  private final Random random;
  private final List<int[]> templates = new ArrayList<>();

  Series(long seed) {
    random = new Random(seed);
  }

  /** A template with a rate for each window and a dispersion; its id is its position from 1 on. */
  Series with(double dispersion, IntToDoubleFunction rate) {
    int[] counts = new int[WINDOWS];
    Arrays.setAll(counts, window -> draw(rate.applyAsDouble(window), dispersion));
    return with(counts);
  }

  Series with(int[] counts) {
    templates.add(counts);
    return this;
  }

  /**
   * Templates of the rates .1, .5, 2, 10, 50 and 200, dispersed or not, that only follow a volume.
   */
  Series withOrdinary(IntToDoubleFunction volume) {
    for (double rate : new double[] {.1, .5, 2, 10, 50, 200}) {
      with(0, window -> rate * volume.applyAsDouble(window));
      with(.25, window -> rate * volume.applyAsDouble(window));
    }
    return this;
  }

  static long[] flat() {
    long[] t = new long[WINDOWS];
    java.util.Arrays.fill(t, 100_000);
    return t;
  }

  Timeline timeline() {
    long[] totals = new long[templates.getFirst().length];
    for (int[] counts : templates) {
      Arrays.setAll(totals, window -> totals[window] + counts[window]);
    }
    return new Timeline(totals);
  }

  List<CountSeries> counts() {
    List<CountSeries> series = new ArrayList<>();
    for (int[] counts : templates) {
      series.add(new CountSeries(series.size() + 1, counts));
    }
    return series;
  }

  List<Change> changes() {
    return ChangeDetector.detect(timeline(), counts());
  }

  /** One draw of a negative binomial, as a Poisson draw of a gamma rate. */
  private int draw(double mean, double dispersion) {
    double rate = dispersion > 0 ? gamma(1 / dispersion) * dispersion * mean : mean;
    double limit = rate;
    int count = 0;
    double elapsed = -Math.log(1 - random.nextDouble());
    while (elapsed < limit) {
      count++;
      elapsed -= Math.log(1 - random.nextDouble());
    }
    return count;
  }

  /** Marsaglia and Tsang's method; shapes below one are raised by one and scaled back. */
  private double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1 / 3.0;
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
      double u = 1 - random.nextDouble();
      if (v > 0 && Math.log(u) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
