package dev.winnow.formats.value;

import dev.winnow.core.sketch.DistinctCount;
import dev.winnow.core.sketch.HeavyHitter;
import dev.winnow.core.sketch.HeavyHitters;
import dev.winnow.core.sketch.QuantileSketch;
import dev.winnow.kernel.form.Mask;
import java.util.List;

/** The values that the records of a template have in one place of it. */
public final class VariableValues {
  /** Values that are counted one by one. */
  private static final int MAX_COUNTED = 1024;

  private final Mask mask;
  private final String key;
  private final Quantity quantity;
  private final DistinctCount distinct = new DistinctCount();
  private final HeavyHitters frequent = new HeavyHitters(MAX_COUNTED);
  private final QuantileSketch measured = new QuantileSketch();

  /** Values of a type; the key that stands before them is empty if there is none. */
  public VariableValues(Mask mask, String key) {
    this.mask = mask;
    this.key = key;
    this.quantity = Quantity.of(mask);
  }

  /** Adds the value {@code in[from, to)}. */
  public void add(byte[] in, int from, int to) {
    distinct.add(in, from, to);
    frequent.add(in, from, to);
    double value = quantity.read(in, from, to);
    if (!Double.isNaN(value)) {
      measured.add(value);
    }
  }

  /** Their type. */
  public Mask mask() {
    return mask;
  }

  /** The key that stands before them; empty if there is none. */
  public String key() {
    return key;
  }

  /** How many there are, one for each record. */
  public long count() {
    return frequent.total();
  }

  /** How many different ones there are. */
  public DistinctCount distinct() {
    return distinct;
  }

  /** The most frequent values, the most frequent first. */
  public List<HeavyHitter> top(int limit) {
    return frequent.top(limit);
  }

  /** What they measure. */
  public Quantity quantity() {
    return quantity;
  }

  /** Those that measure something and are not negative, in the unit of what they measure. */
  public QuantileSketch measured() {
    return measured;
  }

  /** The measured value below which a share of them lies; whole if the least and greatest are. */
  public double quantile(double share) {
    double value = measured.quantile(share);
    boolean isWhole =
        measured.min() == Math.rint(measured.min()) && measured.max() == Math.rint(measured.max());
    return isWhole ? Math.rint(value) : value;
  }

  /** Whether the values have an order, and all of them could be measured. */
  public boolean isMeasured() {
    return measured.count() == count() && count() > 0;
  }
}
