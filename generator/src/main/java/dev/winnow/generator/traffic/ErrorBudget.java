package dev.winnow.generator.traffic;

/** Sees to it that a share of all records tells of trouble: is WARN or worse. */
final class ErrorBudget {
  /*
   * One failure brings others with it, in those who asked, so the share cannot be drawn record by
   * record. Instead what is missing, or too much, moves the chance of the next: by CORRECTION for
   * each record. Incidents are not counted, as they come on top.
   */
  private static final double CORRECTION = 0.002;

  private double share;
  private double missing;

  ErrorBudget(double share) {
    change(share);
  }

  void change(double newShare) {
    if (!(newShare >= 0 && newShare <= 1)) {
      throw new IllegalArgumentException("a share of errors is 0 to 100 per cent");
    }
    share = newShare;
    missing = 0;
  }

  /** How likely trouble is next, from 0 to 1. */
  double chance() {
    return share == 0 ? 0 : share == 1 ? 1 : Math.clamp(share + missing * CORRECTION, 0, 1);
  }

  void count(boolean isTrouble) {
    missing += share - (isTrouble ? 1 : 0);
  }
}
