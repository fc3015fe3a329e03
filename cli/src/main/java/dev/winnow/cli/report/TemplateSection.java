package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Figures;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.List;

/** The table of the most frequent templates. Its counts add up to all records. */
final class TemplateSection {
  private static final int TREND_CELLS = 12;

  /** Rank, level and the blanks around them. */
  private static final int MARGIN = 6;

  private static final int SHARE = 9;
  private static final int BYTES = 9;

  private final Findings findings;
  private final Wording wording;
  private final Page page;
  private final boolean hasTrend;
  private final int countWidth;
  private final int textWidth;

  TemplateSection(Findings findings, Wording wording, Page page) {
    this.findings = findings;
    this.wording = wording;
    this.page = page;
    hasTrend = findings.grid().isDivisible();
    countWidth = Math.max("records".length(), Figures.count(findings.records()).length()) + 1;
    textWidth =
        page.width() - MARGIN - countWidth - SHARE - BYTES - (hasTrend ? TREND_CELLS + 2 : 0);
  }

  void print(int top) {
    List<TemplateFindings> all = findings.templates();
    int shown = Math.min(top, all.size());
    page.section(
        DisplayWidth.pad("TOP TEMPLATES", MARGIN + textWidth)
            + Page.right("records", countWidth)
            + Page.right("share", SHARE)
            + Page.right("size", BYTES)
            + (hasTrend ? "  trend" : ""));
    for (int i = 0; i < shown; i++) {
      row(i + 1, all.get(i));
    }
    if (shown < all.size()) {
      long records = all.stream().skip(shown).mapToLong(TemplateFindings::count).sum();
      rest(Figures.count(all.size() - shown, "more template", "more templates"), records);
    }
    if (findings.untold() > 0) {
      rest("let go for want of memory", findings.untold());
    }
  }

  private void row(int rank, TemplateFindings found) {
    SeverityNumber range = found.statistics().usualSeverity();
    String letter = range == SeverityNumber.UNSPECIFIED ? "?" : range.name().substring(0, 1);
    String text = wording.headline(found, found.template().typedText());
    page.line(
        Page.right(Integer.toString(rank), 3)
            + " "
            + page.paint(range, letter)
            + " "
            + DisplayWidth.pad(page.cut(text, textWidth - 1), textWidth)
            + countAndShare(found.count())
            + Page.right(Figures.bytes(found.statistics().bytes()), BYTES)
            + trend(found));
  }

  private void rest(String what, long records) {
    String text = DisplayWidth.pad(" ".repeat(MARGIN) + what, MARGIN + textWidth);
    page.line(page.style.faint(text + countAndShare(records)));
  }

  private String countAndShare(long records) {
    return Page.right(Figures.count(records), countWidth)
        + Page.right(Figures.share(records, findings.records()), SHARE);
  }

  private String trend(TemplateFindings found) {
    int[] counts = found.statistics().trend(findings.grid());
    return hasTrend && counts.length > 0
        ? "  " + page.glyphs.columns(findings.grid().cells(counts, TREND_CELLS))
        : "";
  }
}
