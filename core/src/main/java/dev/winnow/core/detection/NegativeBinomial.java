package dev.winnow.core.detection;

/**
 * The distribution of a count with a mean and a dispersion: variance = mean + dispersion · mean².
 *
 * <p>Without dispersion it is Poisson's. Probabilities are natural logarithms, as those of real
 * anomalies are below what a double can hold.
 */
record NegativeBinomial(double mean, double dispersion) {
  /** What is smaller cannot be told from Poisson's in six digits. */
  private static final double POISSON = 1e-9;

  NegativeBinomial {
    dispersion = Math.max(dispersion, POISSON);
  }

  /** ln of the probability of a count or more. */
  double logUpperTail(double count) {
    if (count <= 0) {
      return 0;
    }
    if (mean <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double scaled = dispersion * mean;
    return IncompleteBeta.log(scaled / (1 + scaled), count, 1 / dispersion);
  }

  /** ln of the probability of a count or less. */
  double logLowerTail(double count) {
    if (mean <= 0) {
      return 0;
    }
    double scaled = dispersion * mean;
    if (count <= 0) {
      return -Math.log1p(scaled) / dispersion;
    }
    return IncompleteBeta.logComplement(scaled / (1 + scaled), count + 1, 1 / dispersion);
  }

  /** How much likelier a count is, in nats, if the mean were itself rather than this one. */
  double deviance(double count) {
    double shape = 1 / dispersion;
    double likelihood = count > 0 ? count * Math.log(count / mean) : 0;
    return likelihood - (count + shape) * Math.log1p((count - mean) / (mean + shape));
  }

  /** ln of the likelihood of a count at a multiple of the mean over that at the mean. */
  double logRatio(double count, double multiple) {
    double scaled = dispersion * mean;
    double growth = Math.log1p((multiple - 1) * scaled / (1 + scaled));
    return count * (Math.log(multiple) - growth) - growth / dispersion;
  }
}
