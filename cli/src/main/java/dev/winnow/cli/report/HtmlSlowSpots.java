package dev.winnow.cli.report;

import dev.winnow.cli.console.Figures;
import dev.winnow.cli.html.Html;
import dev.winnow.cli.html.QuantileStrip;
import dev.winnow.core.sketch.QuantileSketch;
import java.util.List;

/** The templates whose records tell of the most time, with how it is spread. */
final class HtmlSlowSpots {
  /** Less than a microsecond is drawn as one: a logarithmic scale has no 0. */
  private static final double LEAST_NANOS = 1000;

  private final HtmlPage page;
  private final Html html;

  HtmlSlowSpots(HtmlPage page) {
    this.page = page;
    html = page.html;
  }

  void write(int top) {
    List<SlowSpot> slowest = SlowSpot.of(page.findings).stream().limit(top).toList();
    if (slowest.isEmpty()) {
      return;
    }
    page.section("slow", "Slow spots", "durations in the text, the most time in all first");
    html.open("table", "class", "slow").open("thead").open("tr");
    html.leaf("th", "Template", "scope", "col", "class", "wide");
    for (String name : List.of("Median", "p95", "p99", "Longest", "In all")) {
      html.leaf("th", name, "scope", "col", "class", "number");
    }
    html.leaf("th", "Median to longest", "scope", "col", "class", "strips");
    html.close().close().open("tbody");
    QuantileStrip strip = new QuantileStrip(least(slowest), greatest(slowest));
    slowest.forEach(slow -> row(slow, strip));
    html.close().close().close();
  }

  private static double least(List<SlowSpot> slowest) {
    double least =
        slowest.stream().mapToDouble(slow -> slow.durations().quantile(.5)).min().orElse(0);
    return Math.max(LEAST_NANOS, least);
  }

  private static double greatest(List<SlowSpot> slowest) {
    double greatest = slowest.stream().mapToDouble(slow -> slow.durations().max()).max().orElse(0);
    return Math.max(greatest, 2 * least(slowest));
  }

  private void row(SlowSpot slow, QuantileStrip strip) {
    QuantileSketch durations = slow.durations();
    double p50 = durations.quantile(.5);
    double p95 = durations.quantile(.95);
    double p99 = durations.quantile(.99);
    double max = durations.max();
    html.open("tr").open("td", "class", "wide");
    page.template(slow.template());
    html.close();
    column("median", p50);
    column("p95", p95);
    column("p99", p99);
    column("longest", max);
    column("in all", durations.sum());
    html.open("td", "class", "strips");
    String label = "median " + Figures.time(p50) + ", longest " + Figures.time(max);
    strip.draw(html, p50, p95, p99, max, label);
    html.close().close();
  }

  private void column(String name, double nanos) {
    html.leaf("td", Figures.time(nanos), "class", "number", "data-name", name);
  }
}
