package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TimeFindings;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Glyphs;
import java.util.Arrays;

/**
 * How many records, and how many errors, were written when: one column for each part of the time.
 */
final class VolumeSection {
  private static final int MAX_CELLS = 72;
  private static final int LABEL = 9;

  private final Findings findings;
  private final Page page;

  VolumeSection(Findings findings, Page page) {
    this.findings = findings;
    this.page = page;
  }

  void print() {
    TimeFindings volume = findings.volume();
    if (!findings.grid().isDivisible()) {
      return;
    }
    int spans = volume.grid().endSpan() - volume.grid().firstSpan();
    int cells = Math.min(spans, Math.min(MAX_CELLS, page.width() - LABEL - 24));
    double[] all = volume.grid().cells(volume.records(), cells);
    row("records", page.glyphs.columns(all), peak(all, cells));
    double[] errors = volume.grid().cells(volume.errors(), cells);
    if (Arrays.stream(errors).anyMatch(count -> count > 0)) {
      row("errors", page.style.bad(page.glyphs.columns(errors)), peak(errors, cells));
    }
  }

  private void row(String label, String columns, String peak) {
    Glyphs glyphs = page.glyphs;
    page.line(
        page.style.faint(label + " ".repeat(LABEL - label.length()) + glyphs.bar())
            + columns
            + page.style.faint(glyphs.bar() + " " + peak));
  }

  private String peak(double[] cells, int count) {
    int highest = 0;
    for (int i = 1; i < cells.length; i++) {
      highest = cells[i] > cells[highest] ? i : highest;
    }
    long first = findings.times().first();
    long last = findings.times().last();
    long at = first + (long) ((double) (last - first) * highest / count);
    return "peak " + Figures.count(Math.round(cells[highest])) + " at " + Moment.of(at, first);
  }
}
