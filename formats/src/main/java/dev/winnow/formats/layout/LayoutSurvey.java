package dev.winnow.formats.layout;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at lines of a log and says which layouts they could have, and which was taken, and why. */
public final class LayoutSurvey {
  /**
   * How a layout fits the lines that were looked at.
   *
   * @param weight how much of a line the layout explains: of two that fit, the heavier is taken
   * @param fitting the lines that it fits
   * @param taken the lines that were taken for it
   * @param example the number of the first line taken for it, or fitting it
   */
  public record Fit(Layout layout, int weight, int fitting, int taken, long example) {}

  /** The weight of JSON, logfmt, tables and plain text, which no pattern tells. */
  private static final int NO_WEIGHT = 0;

  private static final class Counts {
    int weight;
    int fitting;
    int taken;
    long example;
  }

  private final Layouts layouts;
  private final LineInterpreter interpreter;
  private final LineScan scan;
  private final LineReading reading = new LineReading();
  private final Map<Layout, Counts> counts = new LinkedHashMap<>();
  private int lines;

  /** A survey of lines that were written by {@code reference} at the latest. */
  public LayoutSurvey(Layouts layouts, Instant reference) {
    this.layouts = layouts;
    interpreter = new LineInterpreter(layouts, reference);
    scan = new LineScan(reference);
  }

  /** Looks at a line of the log, whose number is given. */
  public void add(String line, long number) {
    byte[] in = line.getBytes(StandardCharsets.UTF_8);
    if (in.length == 0) {
      return;
    }
    lines++;
    for (LayoutPattern pattern : layouts.beginningWith(in[0])) {
      scan.reset(in, 0, in.length, reading);
      if (pattern.match(scan)) {
        Counts fit = fit(pattern.layout(), number);
        fit.weight = Math.max(fit.weight, pattern.weight());
        fit.fitting++;
      }
    }
    interpreter.read(in, 0, in.length, reading);
    Layout outer = reading.envelope();
    take(outer == null ? reading.layout() : outer, number);
    if (outer != null) {
      take(reading.layout(), number);
    }
  }

  private Counts fit(Layout layout, long number) {
    Counts known = counts.computeIfAbsent(layout, unknown -> new Counts());
    known.example = known.example == 0 ? number : known.example;
    return known;
  }

  private void take(Layout layout, long number) {
    Counts fit = fit(layout, number);
    fit.example = fit.taken == 0 ? number : fit.example;
    fit.taken++;
    if (fit.weight == NO_WEIGHT) {
      fit.fitting++;
    }
  }

  /** The number of lines looked at; empty ones do not count. */
  public int lines() {
    return lines;
  }

  /** The layouts that fit a line at least, those first that most lines were taken for. */
  public List<Fit> fits() {
    List<Fit> fits = new ArrayList<>();
    counts.forEach((layout, fit) ->
        fits.add(new Fit(layout, fit.weight, fit.fitting, fit.taken, fit.example)));
    fits.sort(
        Comparator.comparingInt((Fit fit) -> -fit.taken)
            .thenComparingInt(fit -> -fit.fitting * Math.max(1, fit.weight)));
    return fits;
  }
}
