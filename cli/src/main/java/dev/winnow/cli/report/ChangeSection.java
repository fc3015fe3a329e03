package dev.winnow.cli.report;

import dev.winnow.cli.analysis.ChangeFindings;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.console.Figures;
import dev.winnow.core.detection.Change;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.List;
import java.util.Locale;

/** What changed within the log, that first which matters most. */
final class ChangeSection {
  private static final int KIND = 7;

  private final Findings findings;
  private final Wording wording;
  private final Page page;

  ChangeSection(Findings findings, Wording wording, Page page) {
    this.findings = findings;
    this.wording = wording;
    this.page = page;
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
    page.faint(KIND + 2, when(found) + "   " + howMuch(found.change()));
  }

  private static String level(TemplateFindings template) {
    SeverityNumber range = template.statistics().usualSeverity();
    return range == SeverityNumber.UNSPECIFIED ? "" : range.name().charAt(0) + " ";
  }

  private String when(ChangeFindings found) {
    TemplateFindings template = found.template();
    long first = findings.times().first();
    String from = Moment.of(Math.max(found.from(), first), first);
    String to = Moment.of(Math.min(found.to(), findings.times().last()), first);
    boolean known = template != null && template.statistics().times().isKnown();
    return switch (found.change().kind()) {
      case NEW ->
          "first at "
              + (known && template != null
                  ? Moment.of(template.statistics().times().first(), first)
                  : from);
      case GONE ->
          "last at "
              + (known && template != null
                  ? Moment.of(template.statistics().times().last(), first)
                  : from);
      case SHIFT -> "since " + from;
      case SPIKE, DROP -> from + " " + page.glyphs.to() + " " + to;
    };
  }

  private static String howMuch(Change change) {
    String observed = Figures.count(change.observed(), "record", "records");
    return switch (change.kind()) {
      case NEW -> observed + " since";
      case GONE -> "about " + Figures.count(Math.round(change.expected())) + " were to be expected";
      case SPIKE, DROP, SHIFT ->
          observed
              + " where "
              + Figures.count(Math.round(change.expected()))
              + " were to be expected"
              + factor(change);
    };
  }

  /** How many times as much; what is less says so by the counts themselves. */
  private static String factor(Change change) {
    if (change.expected() < 1 || change.factor() < 1) {
      return "";
    }
    String digits = change.factor() >= 10 ? "%.0f" : "%.1f";
    return String.format(Locale.ROOT, " (" + digits + " times)", change.factor());
  }
}
