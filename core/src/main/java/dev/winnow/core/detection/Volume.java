package dev.winnow.core.detection;

/** What a template's windows should look like, given how the rest of the log rises and falls. */
final class Volume {
  /*
   * A heartbeat keeps to the clock, a request line to the traffic, many lines to something between.
   * So the expected shape is exposure · level^b, level being the log's records per exposure relative
   * to its mean, and b is the one of FOLLOWING under which the template's own counts are likeliest
   * (Poisson, rate free): b·Σk·ln(level) - N·ln(Σ shape). A template that doubles with
   * the traffic is then no anomaly, and a heartbeat does not seem rarer at noon.
   *
   * A few records are added to each window's volume, so that a log of few records has a flat level.
   */
  private static final double[] FOLLOWING = {0, .25, .5, .75, 1, 1.25, 1.5};
  private static final double PRIOR_RECORDS = 10;

  /** A spike is cut to so many times the mean, as it says nothing of what a template follows. */
  private static final double PEAK = 3;

  /** The likelihood, in nats, that the volume must gain over the clock. */
  private static final double CLEARLY = 3;

  private final double[] logLevel;
  private final double[][] shapes;
  private final double[] logSums;

  Volume(double[] exposure, double[] records) {
    int windows = exposure.length;
    logLevel = new double[windows];
    shapes = new double[FOLLOWING.length][windows];
    logSums = new double[FOLLOWING.length];
    double rate = sum(records) / sum(exposure);
    for (int window = 0; window < windows; window++) {
      double usual = rate * exposure[window];
      logLevel[window] = Math.log((records[window] + PRIOR_RECORDS) / (usual + PRIOR_RECORDS));
    }
    for (int i = 0; i < FOLLOWING.length; i++) {
      for (int window = 0; window < windows; window++) {
        shapes[i][window] = exposure[window] * Math.exp(FOLLOWING[i] * logLevel[window]);
      }
      logSums[i] = Math.log(sum(shapes[i]));
    }
  }

  /** The shape that suits some counts best; not to be changed. */
  double[] shape(double[] counts) {
    double most = PEAK * (sum(counts) / counts.length + 1);
    double total = 0;
    double leaning = 0;
    for (int window = 0; window < counts.length; window++) {
      double count = Math.min(most, counts[window]);
      total += count;
      leaning += count * logLevel[window];
    }
    int best = 0;
    double likelihood = CLEARLY - total * logSums[0];
    for (int i = 1; i < FOLLOWING.length; i++) {
      double other = FOLLOWING[i] * leaning - total * logSums[i];
      if (other > likelihood) {
        likelihood = other;
        best = i;
      }
    }
    return shapes[best];
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
