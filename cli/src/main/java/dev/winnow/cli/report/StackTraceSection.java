package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.ThrownFindings;
import dev.winnow.cli.console.Figures;
import java.util.List;

/** The kinds of stack traces, by fingerprint, the most frequent first. */
final class StackTraceSection {
  private final Findings findings;
  private final Wording wording;
  private final TraceWording traces;
  private final Page page;

  StackTraceSection(Findings findings, Wording wording, Page page) {
    this.findings = findings;
    this.wording = wording;
    this.page = page;
    traces = new TraceWording(page.glyphs);
  }

  void print(int top) {
    List<ThrownFindings> all = findings.exceptions();
    if (all.isEmpty()) {
      return;
    }
    page.section(
        "STACK TRACES  "
            + Figures.count(all.stream().mapToLong(one -> one.records()).sum())
            + " of "
            + Figures.count(all.size(), "kind", "kinds"));
    int shown = Math.min(top, all.size());
    int width = Figures.count(all.get(0).records()).length() + 1;
    int margin = width + 3;
    for (ThrownFindings found : all.subList(0, shown)) {
      String times = Page.right(Figures.count(found.records()), width) + page.glyphs.times();
      page.line(times + "  " + page.cut(traces.chain(found.trace()), page.width() - margin));
      page.faint(
          margin,
          wording.whenAndWhere(found.times(), found.exemplar())
              + "   "
              + TraceWording.place(found.trace()));
    }
    if (shown < all.size()) {
      page.faint(margin, Figures.count(all.size() - shown, "more kind", "more kinds"));
    }
  }
}
