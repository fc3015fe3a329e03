package dev.winnow.cli.analysis;

import dev.winnow.core.sketch.QuantileSketch;
import org.jspecify.annotations.Nullable;

/** The lengths of time in the records of one template, in nanoseconds, by their place in it. */
public final class Durations {
  /** Places of one template that are looked at. */
  static final int MAX_PLACES = 3;

  private static final QuantileSketch[] NONE = {};

  private @Nullable QuantileSketch[] places = NONE;

  void add(int place, long nanos) {
    sketch(place).add((double) nanos);
  }

  private QuantileSketch sketch(int place) {
    if (places.length == 0) {
      places = new @Nullable QuantileSketch[MAX_PLACES];
    }
    QuantileSketch sketch = places[place];
    if (sketch == null) {
      sketch = new QuantileSketch();
      places[place] = sketch;
    }
    return sketch;
  }

  void add(Durations other) {
    for (int i = 0; i < other.places.length; i++) {
      QuantileSketch theirs = other.places[i];
      if (theirs != null) {
        sketch(i).merge(theirs);
      }
    }
  }

  /** The number of places that may have some. */
  public int places() {
    return places.length;
  }

  /** Those of one place; null if there are none. */
  public @Nullable QuantileSketch at(int place) {
    return places[place];
  }

  /**
   * Those of the place with the greatest sum. A place that always holds the same is a setting, such
   * as a limit, and does not count. Null if there is none.
   */
  public @Nullable QuantileSketch greatest() {
    QuantileSketch greatest = null;
    for (QuantileSketch sketch : places) {
      if (sketch != null
          && sketch.max() > sketch.min()
          && (greatest == null || sketch.sum() > greatest.sum())) {
        greatest = sketch;
      }
    }
    return greatest;
  }
}
