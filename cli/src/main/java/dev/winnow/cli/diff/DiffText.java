package dev.winnow.cli.diff;

import dev.winnow.cli.analysis.Exemplar;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.report.Page;
import dev.winnow.cli.report.Wording;
import dev.winnow.core.detection.Difference;
import dev.winnow.core.detection.Difference.Kind;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.stacktrace.StackTrace;
import java.util.List;
import java.util.function.Function;

/** Differences for a person at a terminal. What does not differ takes no room. */
final class DiffText {
  private static final String BASE = "base";
  private static final int MARGIN = 2;
  private static final int SIDE = 11;
  private static final int LATENCY = 22;

  /** With less room for the name of a log, the times have a line of their own. */
  private static final int LEAST_NAME = 24;

  /** Errors too rare to be called new that are shown all the same. */
  private static final int MAX_RARE = 3;

  private static final int MAX_GROWTHS = 3;

  private final Differences found;
  private final int top;
  private final Page page;
  private final Wording base;
  private final Wording candidate;

  DiffText(Differences found, int top, Console console) {
    this.found = found;
    this.top = top;
    page = new Page(console);
    base = new Wording(found.base(), page.glyphs);
    candidate = new Wording(found.candidate(), page.glyphs);
  }

  void print() {
    side(BASE, found.base());
    side("candidate", found.candidate());
    page.faint(0, Phrases.sizes(found));
    page.line("");
    verdict();
    appeared("NEW ERRORS", found.newErrors());
    traces("NEW STACK TRACES", found.tracesOf(Kind.NEW), candidate);
    secrets();
    appeared("NEW", found.otherNew());
    appeared("GONE", found.of(Kind.GONE));
    traces("GONE STACK TRACES", found.tracesOf(Kind.GONE), base);
    shifted("MORE", found.of(Kind.MORE));
    shifted("LESS", found.of(Kind.LESS));
    levels();
    errorShare();
    latency("SLOWER", found.slower());
    latency("FASTER", found.faster());
    bytes();
    tooFew();
    note(Phrases.untold(found));
    note(Phrases.partial(found));
  }

  private void verdict() {
    boolean isBad = FailCondition.NEW_ERROR.holds(found) || FailCondition.ERRORS.holds(found);
    StringBuilder line = new StringBuilder();
    for (String part : Phrases.verdicts(found)) {
      if (line.length() + part.length() + 3 > page.width()) {
        verdict(line.append(',').toString(), isBad);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : ", ").append(part);
    }
    verdict(line.toString(), isBad);
  }

  private void verdict(String line, boolean isBad) {
    page.line(isBad ? page.style.bad(line) : page.style.heading(line));
  }

  private void side(String name, Findings log) {
    String facts =
        Figures.count(log.records(), "record", "records")
            + "  "
            + Figures.bytes(name.equals(BASE) ? found.cost().base() : found.cost().candidate());
    String known = Phrases.span(log, page.glyphs.to());
    String span = known.isEmpty() ? "" : "  " + known + " UTC";
    int room = page.width() - SIDE - facts.length() - 2;
    boolean fits = room - span.length() >= LEAST_NAME;
    page.line(
        page.style.heading(DisplayWidth.pad(name, SIDE))
            + ending(Phrases.names(log), fits ? room - span.length() : room)
            + "  "
            + facts
            + (fits ? span : ""));
    if (!fits) {
      page.line(" ".repeat(SIDE) + span.strip());
    }
  }

  /** The end of the names of files, which says more than the beginning. */
  private String ending(String names, int columns) {
    String name = Printable.of(names);
    int from = 0;
    while (from < name.length() && DisplayWidth.of(name.substring(from)) > columns - dots(from)) {
      from = name.offsetByCodePoints(from, 1);
    }
    return (from == 0 ? "" : page.glyphs.ellipsis()) + name.substring(from);
  }

  private int dots(int leftOut) {
    return leftOut == 0 ? 0 : page.glyphs.ellipsis().length();
  }

  /** Templates that only one log has, with an exemplar. */
  private void appeared(String heading, List<TemplateDifference> all) {
    section(
        heading,
        all,
        this::count,
        template -> {
          Wording wording = wording(template);
          TemplateFindings shown = template.shown();
          Exemplar exemplar = template.isError() ? shown.firstError() : shown.first();
          String text =
              template.isError() && exemplar != null
                  ? exemplar.text()
                  : shown.template().typedText();
          return new Row(
              (template.isError() ? "" : letter(shown)) + wording.headline(shown, text),
              wording.whenAndWhere(shown.statistics().times(), exemplar));
        });
  }

  private Wording wording(TemplateDifference template) {
    return template.candidate() == null ? base : candidate;
  }

  private String count(TemplateDifference template) {
    return count(template.difference());
  }

  private String count(Difference difference) {
    return Figures.count(difference.base() + difference.candidate()) + page.glyphs.times();
  }

  private void traces(String heading, List<TraceDifference> all, Wording wording) {
    section(
        heading,
        all,
        trace -> count(trace.difference()),
        trace -> {
          StackTrace thrown = trace.thrown().trace();
          String message = thrown.rootCause().message().replace("\n", page.glyphs.lineBreak());
          return new Row(
              thrown.rootCause().type() + (message.isEmpty() ? "" : ": " + message),
              wording.whenAndWhere(trace.thrown().times(), trace.thrown().exemplar()));
        });
  }

  /** Templates that both logs have, one more often than the other. */
  private void shifted(String heading, List<TemplateDifference> all) {
    section(
        heading,
        all,
        this::change,
        template -> new Row(headline(template), Phrases.times(template.difference().ratio())));
  }

  private String change(TemplateDifference template) {
    Difference difference = template.difference();
    return Figures.count(difference.base())
        + " "
        + page.glyphs.to()
        + " "
        + Figures.count(difference.candidate());
  }

  private String headline(TemplateDifference template) {
    TemplateFindings shown = template.shown();
    return letter(shown) + wording(template).headline(shown, shown.template().typedText());
  }

  private static String letter(TemplateFindings template) {
    SeverityNumber range = template.statistics().usualSeverity();
    return (range == SeverityNumber.UNSPECIFIED ? "?" : range.name().substring(0, 1)) + " ";
  }

  private void levels() {
    section(
        "OTHER LEVEL",
        found.levels(),
        template -> template.levels(page.glyphs.to()),
        template -> new Row(headline(template), ""));
  }

  private void errorShare() {
    if (found.base().levels().errors() + found.candidate().levels().errors() > 0) {
      page.section("ERRORS");
      page.line("  " + Phrases.errorShare(found, page.glyphs.to()));
    }
  }

  private void secrets() {
    if (!found.secrets().isEmpty()) {
      page.section("NEW SECRETS");
      page.line("  " + page.style.bad(Phrases.secrets(found.secrets())));
    }
  }

  private void latency(String heading, List<LatencyDifference> all) {
    if (all.isEmpty()) {
      return;
    }
    int width = page.width() - MARGIN - 2 * LATENCY;
    page.section(
        DisplayWidth.pad(heading + "  " + Figures.count(all.size()), MARGIN + width)
            + Page.right("median", LATENCY)
            + Page.right("p95", LATENCY));
    for (LatencyDifference latency : all.subList(0, Math.min(top, all.size()))) {
      page.line(
          " ".repeat(MARGIN)
              + DisplayWidth.pad(page.cut(headline(latency.template()), width - 1), width)
              + spread(latency.baseMedian(), latency.candidateMedian())
              + spread(latency.baseHigh(), latency.candidateHigh()));
    }
    more(all.size());
  }

  private String spread(double before, double after) {
    String text = Figures.time(before) + " " + page.glyphs.to() + " " + Figures.time(after);
    return Page.right(text, LATENCY);
  }

  private void bytes() {
    page.section("BYTES");
    page.line("  " + Phrases.bytes(found, page.glyphs.to()));
    boolean differs = found.cost().hasGrown() || found.cost().hasShrunk();
    List<Cost.Growth> growths = differs ? found.cost().growths() : List.of();
    for (Cost.Growth growth : growths.subList(0, Math.min(MAX_GROWTHS, growths.size()))) {
      row(Page.right(Phrases.growth(growth), SIDE), new Row(headline(growth.template()), ""));
    }
  }

  private void tooFew() {
    String text = Phrases.tooFew(found);
    if (!text.isEmpty()) {
      page.section("TOO FEW TO TELL");
      page.line("  " + text);
      List<TemplateDifference> errors = found.rareNewErrors();
      for (TemplateDifference error : errors.subList(0, Math.min(MAX_RARE, errors.size()))) {
        page.faint(MARGIN, count(error) + "  " + headline(error));
      }
    }
  }

  private void note(String text) {
    if (!text.isEmpty()) {
      page.faint(0, text);
    }
  }

  /** What a difference is, and what else is known about it. */
  private record Row(String text, String detail) {}

  private <T> void section(
      String heading, List<T> all, Function<T, String> first, Function<T, Row> row) {
    if (all.isEmpty()) {
      return;
    }
    page.section(heading + "  " + Figures.count(all.size()));
    List<T> shown = all.subList(0, Math.min(top, all.size()));
    int width = shown.stream().mapToInt(one -> first.apply(one).length()).max().orElse(0);
    shown.forEach(one -> row(Page.right(first.apply(one), MARGIN + width), row.apply(one)));
    more(all.size());
  }

  private void row(String first, Row row) {
    int margin = first.length() + 2;
    page.line(first + "  " + page.cut(row.text, page.width() - margin));
    if (!row.detail.isEmpty()) {
      page.faint(margin, row.detail);
    }
  }

  private void more(int all) {
    if (all > top) {
      page.faint(MARGIN, Figures.count(all - top) + " more");
    }
  }
}
