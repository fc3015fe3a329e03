package dev.winnow.core.detection;

/**
 * Sums over blocks of windows, from which the dispersion outside any interval follows at once.
 *
 * <p>Blocks of several windows show what single windows hide: counts that rise and fall slowly vary
 * more in sum than independent ones would.
 */
final class BlockMoments {
  private static final double LEAST_BLOCKS = 3;

  /** What was taken out is extreme: each block less leaves the rest as if of so many fewer. */
  private static final double EXTREME = 1;

  private final int scale;
  private final int blocks;
  private final double[] used;
  private final double[] counts;
  private final double[] squares;
  private final double[] noise;
  private final double[] sizes;
  private boolean loaded;

  BlockMoments(int windows, int scale) {
    this.scale = scale;
    blocks = windows / scale;
    used = new double[blocks + 1];
    counts = new double[blocks + 1];
    squares = new double[blocks + 1];
    noise = new double[blocks + 1];
    sizes = new double[blocks + 1];
  }

  int scale() {
    return scale;
  }

  boolean isLoaded() {
    return loaded;
  }

  void forget() {
    loaded = false;
  }

  /** Takes a series; a block with an excluded window is left out. */
  void load(double[] series, double[] shape, boolean[] excluded) {
    for (int block = 0; block < blocks; block++) {
      double count = 0;
      double size = 0;
      boolean whole = true;
      for (int window = block * scale; window < (block + 1) * scale; window++) {
        count += series[window];
        size += shape[window];
        whole &= !excluded[window];
      }
      double weight = whole && size > 0 ? 1 : 0;
      used[block + 1] = used[block] + weight;
      double part = size > 0 ? weight / size : 0;
      counts[block + 1] = counts[block] + weight * count;
      noise[block + 1] = noise[block] + part * count;
      squares[block + 1] = squares[block] + part * count * count;
      sizes[block + 1] = sizes[block] + weight * size;
    }
    loaded = true;
  }

  /** The dispersion of a block outside the windows [from, to) at a rate. */
  double dispersion(int from, int to, double rate, double usual) {
    double windows = outside(used, from, to);
    if (windows < LEAST_BLOCKS) {
      return Math.max(usual, Dispersion.LEAST);
    }
    double expected = rate * outside(sizes, from, to);
    double deviations =
        outside(squares, from, to) - 2 * rate * outside(counts, from, to) + rate * expected;
    double extremes = Math.min(EXTREME * (blocks - windows), windows / 2);
    double excess = deviations * windows / (windows - extremes - 1) - outside(noise, from, to);
    return Dispersion.shrunk(windows, expected / windows, excess, rate * expected, usual);
  }

  private double outside(double[] sums, int from, int to) {
    int first = from / scale;
    int last = Math.min(blocks, (to + scale - 1) / scale);
    return sums[blocks] - sums[last] + sums[Math.min(first, last)];
  }
}
