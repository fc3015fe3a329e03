package dev.winnow.core.detection;

/** The regularised incomplete beta function, in logarithms, of which every tail here is a case. */
final class IncompleteBeta {
  /*
   * I_x(a, b) is a power series' prefactor times a continued fraction, evaluated by Lentz's method
   * on the side of the mean where it converges fast [1]. The prefactor needs ln B(a, b), where
   * the difference of two large log-gammas would cancel; for b >= 10 it is taken from Stirling's
   * series as one expression [2], so a nearly Poisson tail (b = 1e9) keeps six digits.
   *
   * Cost: about sqrt(max(a, b)) steps near the mean, a few in the tails, at most MAX_STEPS.
   *
   * [1] Press et al., Numerical Recipes, 3rd ed., 6.4.
   * [2] Didonato and Morris, Algorithm 708, ACM TOMS 18 (1992), function ALGDIV.
   */
  private static final double LOG_SQRT_TWO_PI = 0.9189385332046727;
  private static final double STIRLING_FROM = 10;
  private static final int MAX_STEPS = 20_000;
  private static final double PRECISION = 1e-14;
  private static final double TINY = 1e-300;

  private IncompleteBeta() {}

  /** ln I_x(a, b) for x from 0 to 1 and positive a, b. */
  static double log(double x, double a, double b) {
    if (x <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (x >= 1) {
      return 0;
    }
    return isBelowMean(x, a, b)
        ? logSeries(x, 1 - x, a, b)
        : Math.log1p(-Math.exp(logSeries(1 - x, x, b, a)));
  }

  /** ln (1 - I_x(a, b)), to be asked where x is the smaller of x and 1 - x. */
  static double logComplement(double x, double a, double b) {
    return isBelowMean(x, a, b)
        ? Math.log1p(-Math.exp(logSeries(x, 1 - x, a, b)))
        : logSeries(1 - x, x, b, a);
  }

  /** The x with I_x(a, b) = probability. */
  static double quantile(double probability, double a, double b) {
    double target = Math.log(probability);
    double low = 0;
    double high = 1;
    for (int step = 0; step < 100 && high - low > 1e-12 * high; step++) {
      double middle = (low + high) / 2;
      if (log(middle, a, b) < target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** ln Γ(x) for positive x. */
  static double logGamma(double x) {
    double shift = 0;
    double shifted = x;
    while (shifted < STIRLING_FROM) {
      shift += Math.log(shifted);
      shifted++;
    }
    return (shifted - .5) * Math.log(shifted)
        - shifted
        + LOG_SQRT_TWO_PI
        + correction(shifted)
        - shift;
  }

  private static double logBeta(double a, double b) {
    double small = Math.min(a, b);
    double large = Math.max(a, b);
    if (large < STIRLING_FROM) {
      return logGamma(small) + logGamma(large) - logGamma(small + large);
    }
    double sum = small + large;
    double ratio =
        small
            - (large - .5) * Math.log1p(small / large)
            - small * Math.log(sum)
            + correction(large)
            - correction(sum);
    return logGamma(small) + ratio;
  }

  /** What Stirling's formula for ln Γ lacks. */
  private static double correction(double x) {
    double inverse = 1 / x;
    double square = inverse * inverse;
    return inverse
        * (1 / 12.0
            - square
                * (1 / 360.0
                    - square * (1 / 1260.0 - square * (1 / 1680.0 - square * (1 / 1188.0)))));
  }

  private static boolean isBelowMean(double x, double a, double b) {
    return x < (a + 1) / (a + b + 2);
  }

  /** A logarithm, so never above 0, with x and 1 - x given as neither follows from the other. */
  private static double logSeries(double x, double complement, double a, double b) {
    double logX = x > .5 ? Math.log1p(-complement) : Math.log(x);
    double logComplement = complement > .5 ? Math.log1p(-x) : Math.log(complement);
    double prefactor = a * logX + b * logComplement - Math.log(a) - logBeta(a, b);
    return Math.min(0, prefactor + Math.log(continuedFraction(x, a, b)));
  }

  private static double continuedFraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= MAX_STEPS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      fraction *= c * d;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      double factor = c * d;
      fraction *= factor;
      if (Math.abs(factor - 1) < PRECISION) {
        break;
      }
    }
    return fraction;
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
