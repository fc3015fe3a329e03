package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.InputFindings;
import dev.winnow.cli.analysis.NameCounts;
import dev.winnow.cli.analysis.Times;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Printable;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.severity.Severity.Source;
import java.util.ArrayList;
import java.util.List;

/** Findings for a person at a terminal. What was not found takes no room. */
public final class TextReport {
  private static final int MAX_NAMES = 12;
  private static final String GAP = "   ";
  private final Findings findings;
  private final int top;
  private final Page page;

  public TextReport(Findings findings, int top, Console console) {
    this.findings = findings;
    this.top = top;
    this.page = new Page(console);
  }

  public void print() {
    Wording wording = new Wording(findings, page.glyphs);
    findings.inputs().forEach(this::input);
    if (findings.records() > 0) {
      volume();
      span();
      new VolumeSection(findings, page).print();
      levels();
      int few = Math.max(1, top / 2);
      new ErrorSection(findings, wording, page).print(few);
      new StackTraceSection(findings, wording, page).print(few);
      new ChangeSection(findings, wording, page).print(few);
      new TemplateSection(findings, wording, page).print(top);
      new SlowSection(findings, wording, page).print(few);
      new TalkerSection(findings, page).print();
      new SecretSection(findings, page).print();
      fields();
    }
    if (findings.ledger().linesRead() == 0) {
      page.line("empty");
    } else {
      new LineSection(findings, wording, page).print();
    }
  }

  private void input(InputFindings input) {
    page.line(
        page.style.heading(Printable.of(input.name()))
            + "  "
            + Figures.bytes(input.bytes())
            + "  "
            + Wording.formats(input));
  }

  private void volume() {
    List<String> facts = new ArrayList<>();
    facts.add(Figures.count(findings.ledger().linesRead(), "line", "lines"));
    facts.add(Figures.count(findings.records(), "record", "records"));
    facts.add(Figures.count(findings.templates().size(), "template", "templates"));
    if (findings.tracedRecords() > 0) {
      facts.add(Figures.count(findings.traces().count(), "trace", "traces"));
    }
    if (findings.services().size() > 1) {
      facts.add(Figures.count(findings.services().size(), "service", "services"));
    }
    if (findings.hosts().size() > 1) {
      facts.add(Figures.count(findings.hosts().size(), "host", "hosts"));
    }
    page.line(String.join(GAP, facts));
  }

  private void span() {
    Times times = findings.times();
    if (times.isKnown()) {
      String last = Moment.of(times.last(), times.first());
      String length = Figures.duration(Moment.seconds(times.first(), times.last()));
      page.line(
          Moment.of(times.first())
              + " "
              + page.glyphs.to()
              + " "
              + last
              + " UTC  ("
              + length
              + ")");
    }
  }

  private void levels() {
    List<String> counts = new ArrayList<>();
    for (SeverityNumber range : Wording.LEVELS) {
      long count = findings.levels().of(range);
      if (count > 0) {
        counts.add(page.paint(range, range + " " + countAndShare(count)));
      }
    }
    long unknown = findings.levels().of(SeverityNumber.UNSPECIFIED);
    if (unknown > 0) {
      counts.add("not understood " + countAndShare(unknown));
    }
    page.line(String.join(GAP, counts));
    List<String> ways = new ArrayList<>();
    way(ways, "read out of the message", Source.INFERRED);
    way(ways, "none found, so taken for INFO,", Source.ASSUMED);
    if (!ways.isEmpty()) {
      page.faint(0, "levels: " + String.join("; ", ways));
    }
  }

  private void way(List<String> ways, String what, Source source) {
    long count = findings.levels().of(source);
    if (count > 0) {
      ways.add(what + " in " + Figures.share(count, findings.records()));
    }
  }

  private String countAndShare(long count) {
    return Figures.count(count) + " (" + Figures.share(count, findings.records()) + ")";
  }

  private void fields() {
    if (findings.structuredRecords() == 0) {
      return;
    }
    List<NameCounts.Count> all = findings.fields().mostFrequent();
    page.section("FIELDS  in " + Figures.count(findings.structuredRecords(), "record", "records"));
    List<String> names = new ArrayList<>();
    for (NameCounts.Count count : all.subList(0, Math.min(MAX_NAMES, all.size()))) {
      String share = Figures.share(count.records(), findings.structuredRecords());
      names.add(page.cut(count.name(), page.width() / 2) + " " + share);
    }
    if (all.size() > MAX_NAMES) {
      names.add(Figures.count(all.size() - MAX_NAMES) + " more");
    }
    wrap(names);
  }

  private void wrap(List<String> items) {
    StringBuilder line = new StringBuilder();
    for (String item : items) {
      int length = DisplayWidth.of(line + GAP + item);
      if (line.length() > 0 && length > page.width()) {
        page.line(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "  " : GAP).append(item);
    }
    page.line(line.toString());
  }
}
