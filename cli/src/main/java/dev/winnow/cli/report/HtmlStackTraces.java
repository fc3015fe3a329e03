package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.ThrownFindings;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.html.Html;
import java.util.List;

/** The kinds of stack traces, the most frequent first. */
final class HtmlStackTraces {
  private static final int MAX_CHAIN = 400;
  private static final int MAX_PLACE = 200;

  private final HtmlPage page;
  private final Html html;
  private final Findings findings;
  private final TraceWording traces;

  HtmlStackTraces(HtmlPage page) {
    this.page = page;
    html = page.html;
    findings = page.findings;
    traces = new TraceWording(page.glyphs);
  }

  void write(int top) {
    List<ThrownFindings> all = findings.exceptions();
    if (all.isEmpty()) {
      return;
    }
    page.section("traces", "Stack traces", "by where they were thrown, the most frequent first");
    html.open("ol", "class", "rows");
    all.stream().limit(top).forEach(this::row);
    html.close();
    page.more(all.size() - top, "more kind", "more kinds");
    html.close();
  }

  private void row(ThrownFindings found) {
    html.open("li");
    html.leaf("span", Figures.count(found.records()) + "\u00d7", "class", "times");
    html.open("div", "class", "what");
    html.leaf("span", Wording.cut(traces.chain(found.trace()), MAX_CHAIN), "class", "log");
    page.facts(
        List.of(
            page.when(found.times()),
            page.where(found.exemplar()),
            Wording.cut(TraceWording.place(found.trace()), MAX_PLACE)),
        "first record",
        found.exemplar());
    html.close().close();
  }
}
