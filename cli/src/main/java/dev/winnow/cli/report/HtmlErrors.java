package dev.winnow.cli.report;

import dev.winnow.cli.analysis.ChangeFindings;
import dev.winnow.cli.analysis.Exemplar;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.html.Html;
import dev.winnow.core.detection.Change;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The templates with records of ERROR or worse, the rarest first. */
final class HtmlErrors {
  private final HtmlPage page;
  private final Html html;
  private final Findings findings;

  HtmlErrors(HtmlPage page) {
    this.page = page;
    html = page.html;
    findings = page.findings;
  }

  void write(int top) {
    List<TemplateFindings> all = findings.rarestErrors();
    if (all.isEmpty()) {
      return;
    }
    Set<Long> added =
        findings.changes().stream()
            .filter(found -> found.change().kind() == Change.Kind.NEW)
            .map(ChangeFindings::change)
            .map(Change::templateId)
            .collect(Collectors.toSet());
    page.section("errors", "What is wrong", all.size() > 1 ? "the rarest first" : "");
    html.open("ol", "class", "rows");
    for (TemplateFindings error : all.subList(0, Math.min(top, all.size()))) {
      row(error, added.contains(error.template().id()));
    }
    html.close();
    page.more(all.size() - top, "more kind", "more kinds");
    html.close();
  }

  private void row(TemplateFindings error, boolean isNew) {
    Exemplar exemplar = error.firstError();
    html.open("li");
    html.leaf("span", Figures.count(error.statistics().errors()) + "\u00d7", "class", "times");
    html.open("div", "class", "what");
    if (isNew) {
      html.leaf("span", "new", "class", "tag").text(" ");
    }
    if (error.statistics().usualSeverity().isError()) {
      page.level(error);
      html.text(" ");
    }
    if (exemplar == null) {
      page.template(error);
    } else {
      page.message(error, exemplar.text());
    }
    List<String> facts =
        List.of(
            page.when(error.statistics().errorTimes()),
            page.where(exemplar),
            error.template().hexId());
    if (exemplar != null && HtmlPage.hasMore(exemplar.text())) {
      page.facts(facts, "whole record", exemplar);
    } else {
      page.facts(facts);
    }
    html.close();
    page.trend(error);
    html.close();
  }
}
