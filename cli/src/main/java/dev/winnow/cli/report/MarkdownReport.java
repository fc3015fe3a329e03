package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.InputFindings;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Glyphs;
import dev.winnow.cli.console.Terminal;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The beginning of findings as Markdown, for a comment in a code review or an issue. */
public final class MarkdownReport {
  /** Rows of a table at most, so that a comment never gets longer than one may be. */
  static final int MAX_ROWS = 20;

  private static final int MAX_INPUTS = 10;
  private static final int MAX_REMARK = 400;
  private static final int VOLUME_CELLS = 60;
  private static final String GAP = " \u00b7 ";

  private final Findings findings;
  private final int top;
  private final Glyphs glyphs = new Glyphs(Terminal.NONE);
  private final Wording wording;
  private final Markdown markdown = new Markdown();

  public MarkdownReport(Findings findings, int top) {
    this.findings = findings;
    this.top = Math.min(top, MAX_ROWS);
    wording = new Wording(findings, glyphs);
  }

  /** The report. */
  public String text() {
    inputs();
    verdict();
    if (findings.records() > 0) {
      figures();
      volume();
      new MarkdownTables(findings, wording, glyphs, markdown).write(top);
    }
    if (findings.ledger().linesRead() > 0) {
      lines();
    }
    return markdown.text();
  }

  private void inputs() {
    List<InputFindings> inputs = findings.inputs();
    if (inputs.size() == 1) {
      markdown.heading("##", "Log report: " + Markdown.code(inputs.get(0).name()));
      return;
    }
    markdown.heading("##", "Log report: " + Figures.count(inputs.size(), "log", "logs"));
    markdown.table("Log", "Format", "#Size");
    for (InputFindings input : inputs.subList(0, Math.min(MAX_INPUTS, inputs.size()))) {
      String formats = Wording.formats(input);
      markdown.row(Markdown.code(input.name()), formats, Figures.bytes(input.bytes()));
    }
  }

  private void verdict() {
    Verdict verdict = Verdict.of(findings);
    markdown.paragraph(
        verdict.items().isEmpty()
            ? verdict.otherwise()
            : verdict.items().stream()
                .map(item -> "**" + item.what() + "**" + item.detail())
                .collect(Collectors.joining(", ", "", ".")));
    if (findings.partial()) {
      markdown.paragraph("Interrupted: this covers what was read until then.");
    }
  }

  private void figures() {
    List<String> facts = new ArrayList<>();
    if (findings.inputs().size() == 1) {
      facts.add(Wording.formats(findings.inputs().get(0)));
    }
    facts.add(Figures.count(findings.records(), "record", "records"));
    facts.add(Figures.count(findings.templates().size(), "template", "templates"));
    facts.add(Figures.bytes(findings.bytes()));
    if (findings.times().isKnown()) {
      facts.add(wording.span() + " UTC");
    }
    markdown.paragraph(String.join(GAP, facts));
    List<String> levels = new ArrayList<>();
    for (SeverityNumber range : Wording.LEVELS) {
      long count = findings.levels().of(range);
      if (count > 0) {
        String share = Figures.share(count, findings.records());
        levels.add(Wording.level(range) + " " + Figures.count(count) + " (" + share + ")");
      }
    }
    if (!levels.isEmpty()) {
      markdown.paragraph(String.join(GAP, levels));
    }
  }

  private void volume() {
    if (findings.grid().isDivisible()) {
      String errors = columns(findings.volume().errors());
      markdown.block(
          "records "
              + columns(findings.volume().records())
              + (errors.isBlank() ? "" : "\nerrors  " + errors.stripTrailing()));
    }
  }

  private String columns(int[] counts) {
    return glyphs.columns(findings.grid().cells(counts, VOLUME_CELLS));
  }

  private void lines() {
    markdown.heading("###", "Lines");
    markdown.paragraph(Markdown.code(Remarks.ledger(findings, wording), MAX_REMARK));
    List<String> remarks = Remarks.of(findings, wording);
    if (!remarks.isEmpty()) {
      markdown.list(remarks.stream().map(remark -> Markdown.code(remark, MAX_REMARK)).toList());
    }
  }
}
