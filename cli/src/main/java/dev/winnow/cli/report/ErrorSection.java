package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Exemplar;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.analysis.TemplateStatistics;
import dev.winnow.cli.console.Figures;
import java.util.List;

/** The templates with records of ERROR or worse, the rarest first, each with an exemplar. */
final class ErrorSection {
  private final Findings findings;
  private final Wording wording;
  private final Page page;

  ErrorSection(Findings findings, Wording wording, Page page) {
    this.findings = findings;
    this.wording = wording;
    this.page = page;
  }

  void print(int top) {
    List<TemplateFindings> all = findings.rarestErrors();
    if (all.isEmpty()) {
      return;
    }
    page.section(
        "ERRORS  "
            + Figures.count(findings.levels().errors(), "record", "records")
            + " of "
            + Figures.count(all.size(), "template", "templates")
            + (all.size() > 1 ? ", the rarest first" : ""));
    int shown = Math.min(top, all.size());
    int width = Figures.count(all.get(shown - 1).statistics().errors()).length() + 1;
    for (TemplateFindings error : all.subList(0, shown)) {
      print(error, width);
    }
    if (shown < all.size()) {
      long records = all.stream().skip(shown).mapToLong(one -> one.statistics().errors()).sum();
      String more = Figures.count(all.size() - shown, "more template", "more templates");
      page.faint(width + 3, more + " with " + Figures.count(records, "record", "records"));
    }
  }

  private void print(TemplateFindings error, int width) {
    TemplateStatistics known = error.statistics();
    Exemplar exemplar = error.firstError();
    String text = exemplar == null ? error.template().typedText() : exemplar.text();
    String times = Page.right(Figures.count(known.errors()), width) + page.glyphs.times();
    int margin = width + 3;
    page.line(
        page.style.bad(times)
            + "  "
            + page.cut(wording.headline(error, text), page.width() - margin));
    page.faint(margin, wording.whenAndWhere(known.errorTimes(), exemplar));
  }
}
