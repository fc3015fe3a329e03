package dev.winnow.cli.analysis;

import dev.winnow.core.detection.Change;
import dev.winnow.core.detection.ChangeDetector;
import dev.winnow.core.detection.CountSeries;
import dev.winnow.core.detection.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Asks the detector what changed, in the windows that the time grid has. */
final class Changes {
  /** Records that make a log one that is always written. */
  private static final int LEAST_EXPECTED = 10;

  private final TimeFindings volume;
  private final int first;
  private final int end;

  private Changes(TimeFindings volume) {
    this.volume = volume;
    first = volume.grid().firstSpan();
    end = volume.grid().endSpan();
  }

  /** The changes of the log and of its templates, those first that matter most. */
  static List<ChangeFindings> of(TimeFindings volume, List<TemplateFindings> templates) {
    return volume.grid().isDivisible() ? new Changes(volume).find(templates) : List.of();
  }

  private List<ChangeFindings> find(List<TemplateFindings> templates) {
    long[] totals = new long[end - first];
    double[] coverage = new double[end - first];
    for (int i = first; i < end; i++) {
      totals[i - first] = volume.records()[i];
      coverage[i - first] = volume.grid().coverage(i);
    }
    Timeline timeline = new Timeline(totals, coverage);
    Map<Long, TemplateFindings> byId = new HashMap<>();
    List<CountSeries> series = new ArrayList<>();
    for (TemplateFindings template : templates) {
      int[] trend = template.statistics().trend(volume.grid());
      if (trend.length > 0) {
        byId.put(template.template().id(), template);
        series.add(
            new CountSeries(template.template().id(), Arrays.copyOfRange(trend, first, end)));
      }
    }
    List<ChangeFindings> found = new ArrayList<>();
    long half = LongStream.of(totals).sum() / 2;
    ChangeDetector.detectVolume(timeline).stream()
        // Where most records are is when the log was written, and no change of it; nor is it one
        // that a log which is written now and then was written.
        .filter(change ->
            change.kind() == Change.Kind.DROP
                || (change.observed() < half && change.expected() >= LEAST_EXPECTED))
        .forEach(change -> found.add(findings(change, byId)));
    ChangeDetector.detect(timeline, series).forEach(change -> found.add(findings(change, byId)));
    return List.copyOf(found);
  }

  private ChangeFindings findings(Change change, Map<Long, TemplateFindings> byId) {
    return new ChangeFindings(
        change,
        byId.get(change.templateId()),
        volume.grid().spanStart(first + change.from()),
        volume.grid().spanStart(first + change.to()));
  }
}
