package dev.winnow.cli.explain;

import dev.winnow.core.sketch.DistinctCount;
import dev.winnow.core.sketch.HeavyHitter;
import dev.winnow.core.sketch.HeavyHitters;
import dev.winnow.core.sketch.QuantileSketch;
import dev.winnow.kernel.form.Mask;
import java.util.List;

/** The values that the records of a template have in one place of it. */
final class VariableValues {
  /** Values that are counted one by one. */
  private static final int MAX_COUNTED = 1024;

  private final Mask mask;
  private final String key;
  private final Quantity quantity;
  private final DistinctCount distinct = new DistinctCount();
  private final HeavyHitters frequent = new HeavyHitters(MAX_COUNTED);
  private final QuantileSketch measured = new QuantileSketch();

  VariableValues(Mask mask, String key) {
    this.mask = mask;
    this.key = key;
    this.quantity = Quantity.of(mask);
  }

  void add(byte[] in, int from, int to) {
    distinct.add(in, from, to);
    frequent.add(in, from, to);
    double value = quantity.read(in, from, to);
    if (!Double.isNaN(value)) {
      measured.add(value);
    }
  }

  Mask mask() {
    return mask;
  }

  /** The key that stands before them; empty if there is none. */
  String key() {
    return key;
  }

  /** How many there are, one for each record. */
  long count() {
    return frequent.total();
  }

  DistinctCount distinct() {
    return distinct;
  }

  /** The most frequent values, the most frequent first. */
  List<HeavyHitter> top(int limit) {
    return frequent.top(limit);
  }

  Quantity quantity() {
    return quantity;
  }

  /** Those that measure something and are not negative, in the unit of what they measure. */
  QuantileSketch measured() {
    return measured;
  }

  /** The measured value below which a share of them lies; whole if the least and greatest are. */
  double quantile(double share) {
    double value = measured.quantile(share);
    boolean isWhole =
        measured.min() == Math.rint(measured.min()) && measured.max() == Math.rint(measured.max());
    return isWhole ? Math.rint(value) : value;
  }

  /** Whether the values have an order, and all of them could be measured. */
  boolean isMeasured() {
    return measured.count() == count() && count() > 0;
  }
}
