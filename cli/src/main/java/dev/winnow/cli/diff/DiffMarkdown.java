package dev.winnow.cli.diff;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.report.Headline;
import dev.winnow.cli.report.Markdown;
import dev.winnow.core.detection.Difference;
import dev.winnow.core.detection.Difference.Kind;
import dev.winnow.kernel.stacktrace.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Differences as Markdown (GitHub Flavored), as for a comment on a change. */
final class DiffMarkdown {
  private static final String TO = "→";

  private final Differences found;
  private final int top;
  private final Markdown markdown = new Markdown();

  DiffMarkdown(Differences found, int top) {
    this.found = found;
    this.top = top;
  }

  String text() {
    markdown.heading("###", Phrases.verdict(found));
    summary();
    templates("New errors", found.newErrors(), DiffMarkdown::counts);
    traces("New stack traces", found.tracesOf(Kind.NEW));
    templates("New", found.otherNew(), DiffMarkdown::counts);
    templates("Gone", found.of(Kind.GONE), DiffMarkdown::counts);
    traces("Gone stack traces", found.tracesOf(Kind.GONE));
    templates("More", found.of(Kind.MORE), DiffMarkdown::countsAndFactor);
    templates("Less", found.of(Kind.LESS), DiffMarkdown::countsAndFactor);
    table("Other level", "Level", found.levels(), one -> one.levels(TO), DiffMarkdown::headline);
    latency("Slower", found.slower());
    latency("Faster", found.faster());
    paragraph(Phrases.sizes(found));
    String tooFew = Phrases.tooFew(found);
    paragraph(tooFew.isEmpty() ? "" : "too few records to tell: " + tooFew);
    paragraph(Phrases.untold(found));
    paragraph(Phrases.partial(found));
    return markdown.text();
  }

  private void summary() {
    markdown.table("", "Base", "Candidate");
    sides("log", log -> Markdown.code(Phrases.names(log)));
    sides("records", log -> Figures.count(log.records()));
    sides("time (UTC)", log -> Phrases.span(log, TO));
    List<String> facts = new ArrayList<>();
    if (found.base().levels().errors() + found.candidate().levels().errors() > 0) {
      facts.add("Errors: " + Phrases.errorShare(found, TO));
    }
    facts.add("Bytes: " + Phrases.bytes(found, TO));
    if (!found.secrets().isEmpty()) {
      facts.add("New secrets: " + Phrases.secrets(found.secrets()));
    }
    markdown.list(facts);
  }

  private void sides(String name, Function<Findings, String> value) {
    markdown.row(name, value.apply(found.base()), value.apply(found.candidate()));
  }

  private void templates(
      String heading, List<TemplateDifference> all, Function<TemplateDifference, String> first) {
    table(heading, "Records", all, first, DiffMarkdown::headline);
  }

  private static String headline(TemplateDifference template) {
    return Headline.of(template.template().typedText());
  }

  private static String counts(TemplateDifference template) {
    return counts(template.difference());
  }

  private static String counts(Difference difference) {
    return Figures.count(difference.base())
        + " "
        + TO
        + " "
        + Figures.count(difference.candidate());
  }

  private static String countsAndFactor(TemplateDifference template) {
    return counts(template) + ", " + Phrases.times(template.difference().ratio());
  }

  private void traces(String heading, List<TraceDifference> all) {
    table(
        heading,
        "Records",
        all,
        trace -> counts(trace.difference()),
        trace -> {
          Thrown cause = trace.thrown().trace().rootCause();
          return cause.type() + ": " + cause.message();
        });
  }

  private void latency(String heading, List<LatencyDifference> all) {
    table(
        heading,
        "Median, p95",
        all,
        latency ->
            change(latency.baseMedian(), latency.candidateMedian())
                + ", "
                + change(latency.baseHigh(), latency.candidateHigh()),
        latency -> headline(latency.template()));
  }

  private static String change(double before, double after) {
    return Figures.time(before) + " " + TO + " " + Figures.time(after);
  }

  private <T> void table(
      String heading,
      String column,
      List<T> all,
      Function<T, String> first,
      Function<T, String> text) {
    if (all.isEmpty()) {
      return;
    }
    markdown.paragraph("**" + heading + "** (" + Figures.count(all.size()) + ")");
    markdown.table(column, "Text");
    all.stream()
        .limit(top)
        .forEach(one -> markdown.row(first.apply(one), Markdown.code(text.apply(one))));
    if (all.size() > top) {
      markdown.row("", Figures.count(all.size() - top) + " more");
    }
  }

  private void paragraph(String text) {
    if (!text.isEmpty()) {
      markdown.paragraph(Character.toUpperCase(text.charAt(0)) + text.substring(1));
    }
  }
}
