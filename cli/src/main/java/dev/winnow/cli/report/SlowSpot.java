package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.core.sketch.QuantileSketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A template whose records tell how long something took, in nanoseconds. */
record SlowSpot(TemplateFindings template, QuantileSketch durations) {
  /** All of them, those first that took the most time in all. */
  static List<SlowSpot> of(Findings findings) {
    List<SlowSpot> spots = new ArrayList<>();
    for (TemplateFindings template : findings.templates()) {
      QuantileSketch durations = template.statistics().durations().greatest();
      if (durations != null) {
        spots.add(new SlowSpot(template, durations));
      }
    }
    spots.sort(Comparator.comparingDouble(spot -> -spot.durations.sum()));
    return spots;
  }
}
