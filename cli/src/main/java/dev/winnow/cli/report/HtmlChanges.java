package dev.winnow.cli.report;

import dev.winnow.cli.analysis.ChangeFindings;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.html.Html;
import java.util.List;

/** What changed within the log, that first which matters most, with the numbers of the chart. */
final class HtmlChanges {
  private final HtmlPage page;
  private final Html html;
  private final Findings findings;
  private final ChangeWording changes;

  HtmlChanges(HtmlPage page) {
    this.page = page;
    html = page.html;
    findings = page.findings;
    changes = new ChangeWording(findings, page.glyphs);
  }

  void write(int top) {
    List<ChangeFindings> all = findings.changes();
    if (all.isEmpty()) {
      return;
    }
    String note = all.size() > 1 ? "what matters most first" : "";
    page.section("changes", "What changed", note);
    html.open("ol", "class", "rows changes");
    int number = 1;
    for (ChangeFindings found : all.subList(0, Math.min(top, all.size()))) {
      row(number++, found);
    }
    html.close();
    page.more(all.size() - top, "more change", "more changes");
    html.close();
  }

  private void row(int number, ChangeFindings found) {
    TemplateFindings template = found.template();
    html.open("li").leaf("span", "" + number, "class", "times");
    html.open("div", "class", "what");
    html.leaf("span", ChangeWording.kind(found.change().kind()), "class", "tag").text(" ");
    if (template == null) {
      html.text("The log as a whole");
    } else {
      page.level(template);
      html.text(" ");
      page.template(template);
    }
    page.facts(
        List.of(
            changes.when(found),
            changes.howMuch(found.change()),
            template == null ? "" : template.template().hexId()));
    html.close();
    if (template != null) {
      page.trend(template);
    }
    html.close();
  }
}
