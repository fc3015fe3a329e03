package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.InputFindings;
import dev.winnow.cli.analysis.Times;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.html.Html;

/** The head of a page: what the log is, and whether anything is the matter. */
final class HtmlOverview {
  private static final int MAX_INPUTS = 20;

  private final HtmlPage page;
  private final Html html;
  private final Findings findings;

  HtmlOverview(HtmlPage page) {
    this.page = page;
    html = page.html;
    findings = page.findings;
  }

  void write() {
    html.open("header");
    html.leaf("h1", page.name());
    if (findings.inputs().size() == 1) {
      html.leaf("p", source(findings.inputs().get(0)), "class", "source");
    } else {
      sources();
    }
    verdict();
    if (findings.partial()) {
      html.leaf("p", "Interrupted: this covers what was read until then.", "class", "warning");
    }
    if (findings.ledger().linesRead() > 0) {
      figures();
    }
    html.close();
  }

  private void sources() {
    html.open("ul", "class", "sources");
    findings.inputs().stream()
        .limit(MAX_INPUTS)
        .forEach(input -> {
          html.open("li").leaf("b", Wording.cut(input.name(), 200)).text(" ");
          html.text(source(input)).text(" \u00b7 " + Figures.bytes(input.bytes())).close();
        });
    html.close();
    page.more(findings.inputs().size() - MAX_INPUTS, "more log", "more logs");
  }

  private static String source(InputFindings input) {
    String formats = Wording.formats(input);
    return formats.isEmpty() ? "no records" : formats;
  }

  private void verdict() {
    Verdict verdict = Verdict.of(findings);
    html.open("p", "class", "verdict");
    String between = "";
    for (Verdict.Item item : verdict.items()) {
      html.text(between).open("span");
      html.leaf("a", item.what(), "href", "#" + item.section(), "class", item.isBad() ? "bad" : "");
      html.text(item.detail()).close();
      between = ", ";
    }
    html.text(verdict.items().isEmpty() ? verdict.otherwise() : ".").close();
  }

  private void figures() {
    html.open("dl", "class", "figures");
    figure("Records", Figures.count(findings.records()));
    figure("Templates", Figures.count(findings.templates().size()));
    if (findings.records() > 0) {
      figure("Errors", Figures.share(findings.levels().errors(), findings.records()));
    }
    figure("Size", Figures.bytes(findings.bytes()));
    if (findings.tracedRecords() > 0) {
      figure(
          "Traces",
          (findings.traces().isExact() ? "" : "about ") + Figures.count(findings.traces().count()));
    }
    if (findings.times().isKnown()) {
      times(findings.times());
    }
    html.close();
  }

  private void times(Times times) {
    html.open("div").leaf("dt", "Time").open("dd");
    if (times.last() > times.first()) {
      html.text(Figures.time((double) (times.last() - times.first())));
    }
    html.leaf("small", page.wording.span() + " UTC").close().close();
  }

  private void figure(String name, String value) {
    html.open("div").leaf("dt", name).leaf("dd", value).close();
  }
}
