package dev.winnow.cli.report;

import dev.winnow.cli.analysis.ChangeFindings;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.console.Figures;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.List;

/** What changed within the log, that first which matters most. */
final class ChangeSection {
  private static final int KIND = 7;

  private final Findings findings;
  private final Wording wording;
  private final ChangeWording changes;
  private final Page page;

  ChangeSection(Findings findings, Wording wording, Page page) {
    this.findings = findings;
    this.wording = wording;
    this.page = page;
    changes = new ChangeWording(findings, page.glyphs);
  }

  void print(int top) {
    List<ChangeFindings> all = findings.changes();
    if (all.isEmpty()) {
      return;
    }
    page.section("WHAT CHANGED  " + Figures.count(all.size(), "change", "changes"));
    int shown = Math.min(top, all.size());
    all.subList(0, shown).forEach(this::print);
    if (shown < all.size()) {
      page.faint(KIND + 2, Figures.count(all.size() - shown, "more change", "more changes"));
    }
  }

  private void print(ChangeFindings found) {
    TemplateFindings template = found.template();
    String kind = found.change().kind().name();
    String what =
        template == null
            ? "the log as a whole"
            : level(template) + wording.headline(template, template.template().typedText());
    page.line(
        "  "
            + page.style.doubtful(kind)
            + " ".repeat(KIND - kind.length())
            + page.cut(what, page.width() - KIND - 2));
    page.faint(KIND + 2, changes.when(found) + "   " + changes.howMuch(found.change()));
  }

  private static String level(TemplateFindings template) {
    SeverityNumber range = template.statistics().usualSeverity();
    return range == SeverityNumber.UNSPECIFIED ? "" : range.name().charAt(0) + " ";
  }
}
