package dev.winnow.core.sketch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How numbers that are not negative are spread: quantiles within one per cent of a real value. */
public final class QuantileSketch {
  /*
   * The first EXACT values are kept as they are. Beyond, values are counted in bins whose bounds
   * grow by the factor GAMMA, so that the middle of a bin is within RELATIVE_ERROR of all in it [1];
   * LogBins bounds their number. Bins keep the order of values, so the value of any rank is found
   * with the same error.
   *
   * Invariants: the state depends on the values only, not on their order or on how they were
   * distributed over merged sketches (but for the last bits of the sum). Adding is constant time and
   * allocates nothing but when the range of bins grows.
   *
   * [1] Masson, Rim, Lee: DDSketch: A Fast and Fully-Mergeable Quantile Sketch with Relative-Error
   * Guarantees, VLDB 2019.
   */

  /** How far a quantile is at most from the value of that rank, as a share of it. */
  public static final double RELATIVE_ERROR = .01;

  private static final int EXACT = 64;
  private static final double GAMMA = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);
  private static final double BINS_PER_E = 1 / Math.log(GAMMA);
  private static final double[] NONE = {};

  private double[] first = NONE;
  private @Nullable LogBins bins;
  private long zeros;
  private long count;
  private long refused;
  private double sum;
  private double sumError;
  private double min = Double.POSITIVE_INFINITY;
  private double max;

  /** Adds a value; refuses one that is negative, infinite or not a number. */
  public void add(double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      refused++;
      return;
    }
    addToSum(value);
    min = Math.min(min, value);
    max = Math.max(max, value);
    zeros += value == 0 ? 1 : 0;
    if (bins == null && count < EXACT) {
      keep(value);
    } else {
      countInBin(binned(), value);
    }
    count++;
  }

  /** Adds all that another sketch has seen. */
  public void merge(QuantileSketch other) {
    if (other.bins == null) {
      int size = (int) other.count;
      double[] values = other.first;
      for (int i = 0; i < size; i++) {
        add(values[i]);
      }
    } else {
      binned().addAll(other.bins);
      zeros += other.zeros;
      count += other.count;
      addToSum(other.sum);
      addToSum(other.sumError);
      min = Math.min(min, other.min);
      max = Math.max(max, other.max);
    }
    refused += other.refused;
  }

  /** How many values were added. */
  public long count() {
    return count;
  }

  /** How many values were not added, because they were negative, infinite or not a number. */
  public long refused() {
    return refused;
  }

  /** The sum of all values, rounded once; 0 if there are none. */
  public double sum() {
    return sum + sumError;
  }

  /** The least value; 0 if there are none. */
  public double min() {
    return count == 0 ? 0 : min;
  }

  /** The greatest value; 0 if there are none. */
  public double max() {
    return max;
  }

  /**
   * The value below which a share of the values lies: of {@code n} values in order, the one at
   * {@code share * (n - 1)}, rounded down; 0 if there are none.
   *
   * @param share from 0, the least value, to 1, the greatest
   */
  public double quantile(double share) {
    if (share <= 0 || count == 0) {
      return min();
    }
    if (share >= 1) {
      return max;
    }
    long rank = (long) (share * (count - 1));
    if (bins == null) {
      double[] sorted = Arrays.copyOf(first, (int) count);
      Arrays.sort(sorted);
      return sorted[(int) rank];
    }
    return rank < zeros ? 0 : Math.clamp(middle(bins.indexOfRank(rank - zeros)), min, max);
  }

  /**
   * The greatest difference between the shares of values up to any bound in this sketch and in
   * another (the two-sample Kolmogorov-Smirnov statistic, with values told apart to {@link
   * #RELATIVE_ERROR}): 0 for equal spreads, 1 for ranges apart; 0 if either has no values.
   */
  public double distance(QuantileSketch other) {
    if (count == 0 || other.count == 0) {
      return 0;
    }
    LogBins left = copyOfBins();
    LogBins right = other.copyOfBins();
    long seen = zeros;
    long otherSeen = other.zeros;
    double distance = shareDifference(seen, otherSeen, other);
    int last = Math.max(left.highest(), right.highest());
    for (int i = Math.min(left.lowest(), right.lowest()); i <= last; i++) {
      seen += left.count(i);
      otherSeen += right.count(i);
      distance = Math.max(distance, shareDifference(seen, otherSeen, other));
    }
    return distance;
  }

  private double shareDifference(long seen, long otherSeen, QuantileSketch other) {
    return Math.abs((double) seen / count - (double) otherSeen / other.count);
  }

  private void keep(double value) {
    int size = (int) count;
    if (size == first.length) {
      first = Arrays.copyOf(first, Math.max(2, size * 2));
    }
    first[size] = value;
  }

  private LogBins binned() {
    LogBins current = bins;
    if (current == null) {
      current = copyOfBins();
      bins = current;
      first = NONE;
    }
    return current;
  }

  private LogBins copyOfBins() {
    LogBins copy = new LogBins();
    if (bins != null) {
      copy.addAll(bins);
      return copy;
    }
    for (int i = 0; i < count; i++) {
      countInBin(copy, first[i]);
    }
    return copy;
  }

  /** Zero is in no bin. */
  private static void countInBin(LogBins into, double value) {
    if (value > 0) {
      into.add((int) Math.ceil(Math.log(value) * BINS_PER_E));
    }
  }

  /** The value that is the same share away from both bounds of a bin. */
  private static double middle(int index) {
    return Math.exp(index / BINS_PER_E) * 2 / (GAMMA + 1);
  }

  /** Adds and keeps apart what rounding takes away (Neumaier 1974). */
  private void addToSum(double value) {
    double next = sum + value;
    sumError += sum >= value ? sum - next + value : value - next + sum;
    sum = next;
  }
}
