package dev.winnow.core.detection;

/** Estimates dispersion from moments and shrinks it to what is usual, as far as data is scarce. */
final class Dispersion {
  /** A coefficient of variation of one half, usual for the templates of a service. */
  static final double USUAL = .25;

  /** No level of a real log holds within a tenth of itself. */
  static final double LEAST = .01;

  /** How many windows of large counts the usual value is worth. */
  private static final double PRIOR_WINDOWS = 8;

  private Dispersion() {}

  /**
   * The dispersion of windows.
   *
   * @param windows how many there are
   * @param meanCount their mean count
   * @param excess sum of (count - expected)² - count, each with a weight
   * @param squares sum of expected², with the same weights
   * @param usual what to assume without data
   */
  static double shrunk(
      double windows, double meanCount, double excess, double squares, double usual) {
    double prior = Math.max(usual, LEAST);
    double information = windows * information(meanCount, prior);
    double priorInformation = PRIOR_WINDOWS / (prior * prior);
    double estimate = squares > 0 ? excess / squares : 0;
    double shrunk =
        (information * estimate + priorInformation * prior) / (information + priorInformation);
    return Math.max(shrunk, LEAST);
  }

  /**
   * Twice the inverse variance of an estimate from one window: small counts show their Poisson
   * noise and hardly anything of their dispersion.
   */
  static double information(double meanCount, double dispersion) {
    double root = meanCount / (1 + dispersion * meanCount);
    return root * root;
  }

  /** The dispersion that the templates of one log have in common. */
  static final class Common {
    /** No single template speaks for the log. */
    private static final double MOST_WEIGHT = 1_000;

    /** A bursty template does not make the others bursty. */
    private static final double MOST_DISPERSION = 1;

    private double weights = MOST_WEIGHT;
    private double weighted = MOST_WEIGHT * USUAL;

    void add(double dispersion, double information) {
      double weight = Math.min(information, MOST_WEIGHT);
      weights += weight;
      weighted += weight * Math.min(dispersion, MOST_DISPERSION);
    }

    double value() {
      return weighted / weights;
    }
  }
}
