package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Exemplar;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.analysis.Times;
import dev.winnow.cli.console.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the sections of a report say the same things. The words may hold log text. */
final class Wording {
  private final Findings findings;
  private final Glyphs glyphs;

  Wording(Findings findings, Glyphs glyphs) {
    this.findings = findings;
    this.glyphs = glyphs;
  }

  /** A message or template in one line, behind its service if there are several. */
  String headline(TemplateFindings found, String text) {
    boolean named = findings.services().size() > 1 && found.statistics().hasService();
    String service = named ? findings.services().name(found.statistics().service()) + ": " : "";
    String line = Headline.of(text).strip().replace("\n", glyphs.lineBreak());
    return service + (line.isEmpty() ? "(no text)" : line);
  }

  /** When something happened first and last, and where the first one stands. */
  String whenAndWhere(Times times, @Nullable Exemplar exemplar) {
    List<String> parts = new ArrayList<>();
    if (times.isKnown()) {
      String first = Moment.of(times.first(), findings.times().first());
      String last = Moment.of(times.last(), findings.times().first());
      parts.add(first.equals(last) ? first : first + " " + glyphs.to() + " " + last);
    }
    if (exemplar != null) {
      parts.add(place(exemplar.input(), exemplar.line()));
    }
    return String.join("   ", parts);
  }

  /** A line of an input, whose name is only told if there are several. */
  String place(String input, long line) {
    String file = input.substring(input.lastIndexOf('/') + 1) + " ";
    return (findings.inputs().size() > 1 ? file : "") + "line " + line;
  }
}
