package dev.winnow.core.detection;

/**
 * The normal behaviour of one series of counts, learned window by window, and the evidence that it
 * has changed. One observation is O(1), and takes no memory.
 */
public final class CountBaseline {
  /*
   * The next count is foretold by a negative binomial whose rate and dispersion are moments of
   * earlier windows, discounted so that about the last MEMORY windows speak. Evidence of a rise
   * is a running sum of ln(likelihood at MULTIPLE times the mean / likelihood at the mean), never
   * below zero [1]; of a fall, the same with 1 / MULTIPLE. exp(sum) is an e-detector [2]: with a
   * right model, a series without change passes ln(a) at most once in a windows, on average and
   * whatever its rate is. Small counts gather evidence over windows, a large one needs a
   * single window; no scale has to be chosen.
   *
   * While alarming nothing is learned: an anomaly does not become its own baseline. Evidence is
   * capped, so that the alarm ends a few windows after the anomaly.
   *
   * [1] Page, Continuous inspection schemes, Biometrika 41 (1954).
   * [2] Shin, Ramdas, Rinaldo, E-detectors, New England J. of Statistics in Data Science (2023).
   */
  private static final double RISE = Math.log(450);

  /** An error in a small rate adds up over the many windows that a fall of it takes to show. */
  private static final double FALL = Math.log(5_000);

  /** What evidence may grow beyond an alarm; the more, the longer the alarm outlasts its cause. */
  private static final double BEYOND = .5;

  private static final double MULTIPLE = 3;
  private static final double MEMORY = 120;
  private static final double LEAST_WINDOWS = 8;
  private static final double USUAL_RECORDS = .5;

  private double records;
  private double exposure;
  private double excess;
  private double squares;
  private float windows;
  private float rise;
  private float fall;

  /**
   * Judges a window by those before, then learns from it unless it alarms.
   *
   * @param count its records
   * @param covered its exposure: its length in windows, or what the service's volume foretells
   * @param usualDispersion the dispersion of the service's templates, for which {@link
   *     #USUAL_DISPERSION} stands in until it is known
   */
  public void observe(long count, double covered, double usualDispersion) {
    if (covered <= 0) {
      return;
    }
    if (windows >= LEAST_WINDOWS) {
      judge(count, covered, usualDispersion);
    }
    if (!isAlarming()) {
      learn(count, covered);
    }
  }

  /** Half as much standard deviation as mean. */
  public static final double USUAL_DISPERSION = Dispersion.USUAL;

  /** Whether the evidence of a change suffices: less than one false alarm in 1 000 windows. */
  public boolean isAlarming() {
    return rise >= RISE || fall >= FALL;
  }

  /** The evidence, in nats, that there are more records than before. */
  public double rise() {
    return rise;
  }

  /** The evidence, in nats, that there are fewer records than before. */
  public double fall() {
    return fall;
  }

  /** The records that are normal in a window. */
  public double expected(double covered) {
    return (records + USUAL_RECORDS) / exposure * covered;
  }

  private void judge(long count, double covered, double usualDispersion) {
    double dispersion =
        Dispersion.shrunk(windows, records / windows, excess, squares, usualDispersion);
    double uncertainty = dispersion / windows + 1 / (records + USUAL_RECORDS);
    NegativeBinomial model = new NegativeBinomial(expected(covered), dispersion + uncertainty);
    rise = evidence(RISE, rise + model.logRatio((double) count, MULTIPLE));
    fall = evidence(FALL, fall + model.logRatio((double) count, 1 / MULTIPLE));
  }

  private static float evidence(double alarm, double sum) {
    return (float) Math.clamp(sum, 0, alarm + BEYOND);
  }

  /** Adds a window to the moments, the deviations as Welford's method does. */
  private void learn(long count, double covered) {
    double before = exposure > 0 ? records / exposure * covered : count;
    double kept = 1 - 1 / MEMORY;
    records = records * kept + count;
    exposure = exposure * kept + covered;
    windows = (float) (windows * kept + 1);
    double expected = records / exposure * covered;
    excess = excess * kept + (count - before) * (count - expected) - count;
    squares = squares * kept + expected * expected;
  }
}
