package dev.winnow.cli.report;

import dev.winnow.cli.analysis.ChangeFindings;
import dev.winnow.cli.analysis.Exemplar;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.analysis.ThrownFindings;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Glyphs;
import dev.winnow.core.sketch.QuantileSketch;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was found, as tables of Markdown; those that would be empty are absent. */
final class MarkdownTables {
  private static final int TREND_CELLS = 12;
  private static final int MAX_NAMES = 5;

  private final Findings findings;
  private final Wording wording;
  private final Glyphs glyphs;
  private final Markdown markdown;

  MarkdownTables(Findings findings, Wording wording, Glyphs glyphs, Markdown markdown) {
    this.findings = findings;
    this.wording = wording;
    this.glyphs = glyphs;
    this.markdown = markdown;
  }

  void write(int top) {
    errors(top);
    stackTraces(top);
    changes(top);
    templates(top);
    slowSpots(top);
    talkers();
    secrets();
  }

  private void errors(int top) {
    List<TemplateFindings> all = findings.rarestErrors();
    if (all.isEmpty()) {
      return;
    }
    markdown.heading("###", "What is wrong");
    markdown.table("#Records", "Message", "When", "Where", "Template");
    for (TemplateFindings error : first(all, top)) {
      Exemplar exemplar = error.firstError();
      String text = exemplar == null ? error.template().typedText() : exemplar.text();
      markdown.row(
          Figures.count(error.statistics().errors()),
          code(error, text),
          wording.whenAndWhere(error.statistics().errorTimes(), null),
          where(exemplar),
          "`" + error.template().hexId() + "`");
    }
    more(all.size() - top, "more kind of error", "more kinds of errors");
  }

  private void stackTraces(int top) {
    List<ThrownFindings> all = findings.exceptions();
    if (all.isEmpty()) {
      return;
    }
    TraceWording traces = new TraceWording(glyphs);
    markdown.heading("###", "Stack traces");
    markdown.table("#Records", "Exception", "Thrown", "Where");
    for (ThrownFindings found : first(all, top)) {
      markdown.row(
          Figures.count(found.records()),
          Markdown.code(traces.chain(found.trace())),
          Markdown.code(TraceWording.place(found.trace())),
          where(found.exemplar()));
    }
    more(all.size() - top, "more kind", "more kinds");
  }

  private void changes(int top) {
    List<ChangeFindings> all = findings.changes();
    if (all.isEmpty()) {
      return;
    }
    ChangeWording changes = new ChangeWording(findings, glyphs);
    markdown.heading("###", "What changed");
    markdown.table("Change", "What", "When", "How much");
    for (ChangeFindings found : first(all, top)) {
      TemplateFindings template = found.template();
      markdown.row(
          "**" + ChangeWording.kind(found.change().kind()) + "**",
          template == null ? "the log as a whole" : text(template),
          changes.when(found),
          changes.howMuch(found.change()));
    }
    more(all.size() - top, "more change", "more changes");
  }

  private void templates(int top) {
    List<TemplateFindings> all = findings.templates();
    markdown.heading("###", "Templates");
    markdown.table("#Records", "#Share", "#Size", "Level", "Template", "Over time");
    for (TemplateFindings found : first(all, top)) {
      SeverityNumber range = found.statistics().usualSeverity();
      markdown.row(
          Figures.count(found.count()),
          Figures.share(found.count(), findings.records()),
          Figures.bytes(found.statistics().bytes()),
          range == SeverityNumber.UNSPECIFIED ? "" : range.name(),
          text(found),
          trend(found));
    }
    long rest = all.stream().skip(top).mapToLong(TemplateFindings::count).sum();
    String records = " with " + Figures.count(rest, "record", "records");
    more(all.size() - top, "more template" + records, "more templates" + records);
  }

  private String trend(TemplateFindings found) {
    int[] counts = found.statistics().trend(findings.grid());
    return findings.grid().isDivisible() && counts.length > 0
        ? "`" + glyphs.columns(findings.grid().cells(counts, TREND_CELLS)) + "`"
        : "";
  }

  private void slowSpots(int top) {
    List<SlowSpot> slowest = SlowSpot.of(findings).stream().limit(top).toList();
    if (slowest.isEmpty()) {
      return;
    }
    markdown.heading("###", "Slow spots");
    markdown.table("Template", "#Median", "#p95", "#p99", "#Longest", "#In all");
    for (SlowSpot slow : slowest) {
      QuantileSketch durations = slow.durations();
      markdown.row(
          text(slow.template()),
          Figures.time(durations.quantile(.5)),
          Figures.time(durations.quantile(.95)),
          Figures.time(durations.quantile(.99)),
          Figures.time(durations.max()),
          Figures.time(durations.sum()));
    }
  }

  private void talkers() {
    List<Talkers> all = Talkers.of(findings, MAX_NAMES);
    if (all.isEmpty()) {
      return;
    }
    markdown.heading("###", "Who talks most");
    markdown.table("Kind", "Names");
    for (Talkers talkers : all) {
      String names =
          talkers.most().stream()
              .map(talker ->
                  Markdown.code(talker.name())
                      + " "
                      + Figures.share(talker.records(), findings.records()))
              .collect(Collectors.joining(", "));
      markdown.row(talkers.kind(), names);
    }
  }

  private void secrets() {
    if (findings.secrets().isEmpty()) {
      return;
    }
    markdown.heading("###", "Leaked secrets");
    markdown.table("Kind", "#Count");
    findings.secrets().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.<Long>reverseOrder()))
        .forEach(secret -> markdown.row(secret.getKey().text(), Figures.count(secret.getValue())));
  }

  private String text(TemplateFindings found) {
    return code(found, found.template().typedText());
  }

  /** The message alone: a comment has no room for what stands beside it. */
  private String code(TemplateFindings found, String text) {
    return Markdown.code(wording.headline(found, Headline.ofFirstLines(text).message()));
  }

  private String where(@Nullable Exemplar exemplar) {
    return exemplar == null ? "" : Markdown.code(wording.place(exemplar.input(), exemplar.line()));
  }

  private void more(int count, String one, String many) {
    if (count > 0) {
      markdown.paragraph(Figures.count(count, one, many));
    }
  }

  private static <T> List<T> first(List<T> all, int top) {
    return all.subList(0, Math.min(top, all.size()));
  }
}
