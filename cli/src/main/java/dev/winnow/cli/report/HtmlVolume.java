package dev.winnow.cli.report;

import dev.winnow.cli.analysis.ChangeFindings;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TimeFindings;
import dev.winnow.cli.analysis.TimeGrid;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.html.Bar;
import dev.winnow.cli.html.Histogram;
import dev.winnow.cli.html.Html;
import dev.winnow.cli.html.TimeAxis;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.severity.Severity.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When how much was written, with the changes above it, and at which levels. */
final class HtmlVolume {
  /** Changes in the chart; more of them would hide it. */
  static final int MAX_LANES = 6;

  private final HtmlPage page;
  private final Html html;
  private final Findings findings;

  HtmlVolume(HtmlPage page) {
    this.page = page;
    html = page.html;
    findings = page.findings;
  }

  void write() {
    if (findings.grid().isDivisible()) {
      histogram();
    }
    levels();
  }

  private void histogram() {
    TimeFindings volume = findings.volume();
    TimeGrid grid = volume.grid();
    int first = grid.firstSpan();
    int end = grid.endSpan();
    int[] all = Arrays.copyOfRange(volume.records(), first, end);
    int[] bad = Arrays.copyOfRange(volume.errors(), first, end);
    page.section("volume", "Volume", "one column is " + Figures.time((double) grid.spanNanos()));
    if (findings.levels().errors() > 0) {
      html.open("p", "class", "legend");
      html.leaf("span", "errors", "class", "bad").leaf("span", "all others", "class", "other");
      html.close();
    }
    TimeAxis axis = new TimeAxis(grid.spanStart(first), grid.spanStart(end));
    String label =
        "Records from "
            + Moment.of(findings.times().first())
            + " to "
            + Moment.of(findings.times().last());
    new Histogram(axis, all, bad, lanes())
        .draw(html, label, i -> column(grid.spanStart(first + i), all[i], bad[i]));
    html.close();
  }

  private String column(long start, int all, int bad) {
    String errors = bad == 0 ? "" : ", " + Figures.count(bad, "error", "errors");
    return Moment.of(start) + ": " + Figures.count(all, "record", "records") + errors;
  }

  private List<Histogram.Lane> lanes() {
    List<Histogram.Lane> lanes = new ArrayList<>();
    for (ChangeFindings found : findings.changes()) {
      if (lanes.size() < MAX_LANES) {
        String name = lanes.size() + 1 + " " + ChangeWording.kind(found.change().kind());
        lanes.add(new Histogram.Lane(name, what(found), found.from(), found.to()));
      }
    }
    return lanes;
  }

  private String what(ChangeFindings found) {
    return found.template() == null
        ? "the log as a whole"
        : Wording.cut(
            page.wording.headline(found.template(), found.template().template().typedText()), 160);
  }

  private void levels() {
    List<Bar.Part> parts = new ArrayList<>();
    for (SeverityNumber range : Wording.LEVELS) {
      long count = findings.levels().of(range);
      if (count > 0) {
        parts.add(new Bar.Part(HtmlPage.token(range), Wording.level(range), count));
      }
    }
    page.section("levels", "Levels", source());
    Bar.draw(html, parts, "Shares of the levels");
    html.open("ul", "class", "levels");
    for (Bar.Part part : parts) {
      html.open("li").leaf("span", part.title(), "class", "key " + part.name());
      html.leaf("span", Figures.count(part.size()), "class", "number");
      html.leaf("span", Figures.share(part.size(), findings.records()), "class", "share").close();
    }
    html.close().close();
  }

  /** How levels are known, where the log does not state them. */
  private String source() {
    List<String> ways = new ArrayList<>();
    way(ways, "read out of the message", Source.INFERRED);
    way(ways, "none found, so taken for INFO,", Source.ASSUMED);
    return String.join("; ", ways);
  }

  private void way(List<String> ways, String what, Source source) {
    long count = findings.levels().of(source);
    if (count > 0) {
      ways.add(what + " in " + Figures.share(count, findings.records()));
    }
  }
}
