package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Exemplar;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.html.Bar;
import dev.winnow.cli.html.Html;
import java.util.List;

/** The most frequent templates. Their counts and those of the rest add up to all records. */
final class HtmlTemplates {
  private final HtmlPage page;
  private final Html html;
  private final Findings findings;
  private final long bytes;

  HtmlTemplates(HtmlPage page) {
    this.page = page;
    html = page.html;
    findings = page.findings;
    bytes = findings.templates().stream().mapToLong(found -> found.statistics().bytes()).sum();
  }

  void write(int top) {
    List<TemplateFindings> all = findings.templates();
    int shown = Math.min(top, all.size());
    page.section("templates", "Templates", shown > 1 ? "the most frequent first" : "");
    html.open("table", "class", "templates");
    html.open("thead").open("tr");
    heading("Level", "");
    heading("Template", "wide");
    heading("Records", "number");
    heading("Size", "number");
    heading(findings.grid().isDivisible() ? "Over time" : "", "");
    html.close().close().open("tbody");
    all.subList(0, shown).forEach(this::row);
    if (shown < all.size()) {
      List<TemplateFindings> others = all.subList(shown, all.size());
      rest(
          Figures.count(others.size(), "more template", "more templates"),
          others.stream().mapToLong(TemplateFindings::count).sum(),
          others.stream().mapToLong(found -> found.statistics().bytes()).sum());
    }
    if (findings.untold() > 0) {
      rest("let go for want of memory", findings.untold(), 0);
    }
    html.close().close().close();
  }

  private void heading(String text, String style) {
    html.leaf("th", text, "scope", "col", "class", style);
  }

  private void row(TemplateFindings found) {
    html.open("tr").open("td", "class", "rank");
    page.level(found);
    html.close().open("td", "class", "wide");
    Exemplar first = found.first();
    html.open("details").open("summary");
    page.wholeTemplate(found);
    html.close();
    if (first != null) {
      page.example(first);
    }
    page.facts(List.of(page.when(found.statistics().times()), found.template().hexId()));
    html.close().close();
    shares(found.count(), found.statistics().bytes());
    html.open("td", "class", "trend");
    page.trend(found);
    html.close().close();
  }

  private void rest(String what, long records, long size) {
    html.open("tr", "class", "rest").leaf("td", "", "class", "rank");
    html.leaf("td", what, "class", "wide");
    shares(records, size);
    html.leaf("td", "", "class", "trend").close();
  }

  private void shares(long records, long size) {
    html.open("td", "class", "number").text(Figures.count(records)).text(" ");
    html.leaf("span", Figures.share(records, findings.records()), "class", "share");
    Bar.draw(html, records, findings.records());
    html.close().open("td", "class", "number");
    if (size > 0) {
      html.text(Figures.bytes(size));
      Bar.draw(html, size, bytes);
    }
    html.close();
  }
}
