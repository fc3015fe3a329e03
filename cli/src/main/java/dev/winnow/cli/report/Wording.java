package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Exemplar;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.InputFindings;
import dev.winnow.cli.analysis.LayoutCounts;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.analysis.Times;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Glyphs;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the sections of a report say the same things. The words may hold log text. */
public final class Wording {
  /** What levels are counted by, the worst first. */
  public static final List<SeverityNumber> LEVELS =
      List.of(
          SeverityNumber.FATAL,
          SeverityNumber.ERROR,
          SeverityNumber.WARN,
          SeverityNumber.INFO,
          SeverityNumber.DEBUG,
          SeverityNumber.TRACE,
          SeverityNumber.UNSPECIFIED);

  private static final int MAX_FORMATS = 4;

  private final Findings findings;
  private final Glyphs glyphs;

  public Wording(Findings findings, Glyphs glyphs) {
    this.findings = findings;
    this.glyphs = glyphs;
  }

  /** A message or template in one line, behind its service if there are several. */
  public String headline(TemplateFindings found, String text) {
    boolean named = findings.services().size() > 1 && found.statistics().hasService();
    String service = named ? findings.services().name(found.statistics().service()) + ": " : "";
    String line = Headline.of(text).strip().replace("\n", glyphs.lineBreak());
    return service + (line.isEmpty() ? "(no text)" : line);
  }

  /** A level as people say it. */
  static String level(SeverityNumber range) {
    return range == SeverityNumber.UNSPECIFIED ? "not understood" : range.name();
  }

  /** From when to when the log reaches; its times must be known. */
  String span() {
    Times times = findings.times();
    String first = Moment.of(times.first());
    String last = Moment.of(times.last(), times.first());
    return first.endsWith(last) ? first : first + " " + glyphs.to() + " " + last;
  }

  /** When something happened first and last, and where the first one stands. */
  public String whenAndWhere(Times times, @Nullable Exemplar exemplar) {
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
  public String place(String input, long line) {
    String file = input.substring(input.lastIndexOf('/') + 1) + " ";
    return (findings.inputs().size() > 1 ? file : "") + "line " + line;
  }

  /** The formats of an input, the most frequent first. */
  static String formats(InputFindings input) {
    List<LayoutCounts.Count> all = input.layouts().mostFrequent();
    List<String> formats = new ArrayList<>();
    for (LayoutCounts.Count count : all.subList(0, Math.min(MAX_FORMATS, all.size()))) {
      boolean isOnly = count.lines() == input.layouts().lines();
      String share = isOnly ? "" : " " + Figures.share(count.lines(), input.layouts().lines());
      formats.add(count.name() + share);
    }
    if (all.size() > MAX_FORMATS) {
      formats.add(all.size() - MAX_FORMATS + " more");
    }
    return String.join(", ", formats);
  }

  /** A text that may be long, without its end. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Math.max(0, limit - 1);
    boolean isHalf = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, isHalf ? end - 1 : end) + "\u2026";
  }
}
