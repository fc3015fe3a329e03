package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.console.Figures;
import java.util.ArrayList;
import java.util.List;

/** Who talks most: services, hosts, clients and users, where fields name them. */
final class TalkerSection {
  private static final int LABEL = 10;
  private static final int SHOWN = 5;

  /** Longer names are cut. */
  private static final int NAME = 40;

  private final Findings findings;
  private final Page page;

  TalkerSection(Findings findings, Page page) {
    this.findings = findings;
    this.page = page;
  }

  void print() {
    List<String> rows = new ArrayList<>();
    Talkers.of(findings, SHOWN).forEach(talkers -> row(rows, talkers));
    if (!rows.isEmpty()) {
      page.section("WHO TALKS MOST");
      rows.forEach(page::line);
    }
  }

  private void row(List<String> rows, Talkers talkers) {
    StringBuilder row = new StringBuilder("  ").append(talkers.kind());
    row.repeat(" ", LABEL - talkers.kind().length());
    int width = 2 + LABEL;
    for (Talkers.Talker talker : talkers.most()) {
      String share = " " + Figures.share(talker.records(), findings.records()) + "   ";
      String text = page.cut(talker.name(), NAME) + share;
      width += text.length();
      if (width > page.width()) {
        break;
      }
      row.append(text);
    }
    rows.add(row.toString());
  }
}
