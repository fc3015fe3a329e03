package dev.winnow.bench;

import java.util.Arrays;
import java.util.Random;

/** Draws counts of windows around a rate. */
final class Counts {
  /** Above this rate a count is drawn from the normal distribution, rounded. */
  private static final double LARGE = 2_000;

  private final Kind kind;
  private final double rate;
  private final double variation;
  private final Random random;

  /** How the rate of a window varies. */
  enum Kind {
    POISSON("Poisson"),
    NEGATIVE_BINOMIAL("over-dispersed (CV .5)"),
    LOG_NORMAL("log-normal (CV .5)");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  Counts(Kind kind, double rate, double variation, Random random) {
    this.kind = kind;
    this.rate = rate;
    this.variation = variation;
    this.random = random;
  }

  int[] draw(int windows) {
    int[] counts = new int[windows];
    Arrays.setAll(counts, window -> next(1));
    return counts;
  }

  /** One window at a multiple of the rate. */
  int next(double multiple) {
    return poisson(
        rate
            * multiple
            * switch (kind) {
              case POISSON -> 1;
              case NEGATIVE_BINOMIAL -> gamma(1 / (variation * variation)) * variation * variation;
              case LOG_NORMAL -> logNormal();
            });
  }

  private double logNormal() {
    double variance = Math.log1p(variation * variation);
    return Math.exp(random.nextGaussian() * Math.sqrt(variance) - variance / 2);
  }

  private int poisson(double mean) {
    if (mean > LARGE) {
      return (int) Math.max(0, Math.round(mean + random.nextGaussian() * Math.sqrt(mean)));
    }
    int count = 0;
    double elapsed = exponential();
    while (elapsed < mean) {
      count++;
      elapsed += exponential();
    }
    return count;
  }

  private double exponential() {
    return -Math.log(1 - random.nextDouble());
  }

  /** Marsaglia and Tsang, ACM TOMS 26 (2000), for shapes of at least one. */
  private double gamma(double shape) {
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
