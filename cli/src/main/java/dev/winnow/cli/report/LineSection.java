package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;

/** What became of every line, what was cut, and what was assumed. */
final class LineSection {
  private static final int MARGIN = 2;

  private final Findings findings;
  private final Wording wording;
  private final Page page;

  LineSection(Findings findings, Wording wording, Page page) {
    this.findings = findings;
    this.wording = wording;
    this.page = page;
  }

  void print() {
    page.section("LINES");
    page.line("  " + page.cut(Remarks.ledger(findings, wording), page.width() - MARGIN));
    Remarks.of(findings, wording).forEach(remark -> page.faint(MARGIN, remark));
    if (findings.partial()) {
      page.line("  " + page.style.bad("interrupted: this covers what was read until then"));
    }
  }
}
