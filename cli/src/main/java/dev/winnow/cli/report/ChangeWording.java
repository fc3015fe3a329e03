package dev.winnow.cli.report;

import dev.winnow.cli.analysis.ChangeFindings;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Glyphs;
import dev.winnow.core.detection.Change;
import java.util.Locale;

/** How reports say what changed. */
final class ChangeWording {
  private final Findings findings;
  private final Glyphs glyphs;

  ChangeWording(Findings findings, Glyphs glyphs) {
    this.findings = findings;
    this.glyphs = glyphs;
  }

  /** When it was. */
  String when(ChangeFindings found) {
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
      case SPIKE, DROP -> from + " " + glyphs.to() + " " + to;
    };
  }

  /** How much there was, and how much was to be expected. */
  String howMuch(Change change) {
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

  /** What a kind of change is called. */
  static String kind(Change.Kind kind) {
    return switch (kind) {
      case NEW -> "new";
      case GONE -> "gone";
      case SPIKE -> "spike";
      case DROP -> "drop";
      case SHIFT -> "shift";
    };
  }
}
