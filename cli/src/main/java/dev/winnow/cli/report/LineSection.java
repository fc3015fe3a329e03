package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Disorder;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.InputFindings;
import dev.winnow.cli.console.Figures;
import dev.winnow.formats.join.LineLedger;
import dev.winnow.formats.join.ReadingNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What became of every line, what was cut, and what was assumed. */
final class LineSection {
  private static final int MARGIN = 2;

  private final Findings findings;
  private final Wording wording;
  private final Page page;

  LineSection(Findings findings, Wording wording, Page page) {
    this.findings = findings;
    this.wording = wording;
    this.page = page;
  }

  void print() {
    page.section("LINES");
    ledger();
    note(ReadingNotes::cutLines, "line", "longer than 1 MiB, and cut there");
    note(
        ReadingNotes::cutRecords,
        "record",
        "of more than 256 KiB or 1 000 lines; what is beyond is only counted");
    note(
        ReadingNotes::timesWithoutDate,
        "timestamp",
        "without a date: the last day before the file was written is assumed");
    note(
        ReadingNotes::timesWithoutYear,
        "timestamp",
        "without a year: the last one before the file was written is assumed");
    note(ReadingNotes::timesWithoutZone, "timestamp", "without a zone: UTC is assumed");
    disorder();
    if (findings.leftOut() > 0) {
      page.faint(
          MARGIN,
          Figures.count(findings.leftOut(), "record", "records")
              + " left out, as was asked for"
              + (findings.scope().isLimitedInTime() ? "; those without a time too" : ""));
    }
    note(findings.services().uncounted(), "record", "of a service beyond the first 1 000");
    note(findings.fields().uncounted(), "field", "beyond the first 1 000");
    if (findings.partial()) {
      page.line("  " + page.style.bad("interrupted: this covers what was read until then"));
    }
  }

  private void disorder() {
    for (InputFindings input : findings.inputs()) {
      Disorder disorder = input.disorder();
      if (disorder.records() > 0) {
        String what = Figures.count(disorder.records(), "record is", "records are");
        page.faint(
            MARGIN,
            what
                + " earlier than one before, by up to "
                + Figures.time((double) disorder.greatestNanos())
                + "; the first is "
                + wording.place(input.name(), disorder.line()));
      }
    }
  }

  private void ledger() {
    LineLedger ledger = findings.ledger();
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(ledger.records()) + " begin a record");
    part(parts, ledger.joinedLines(), "joined to one");
    part(parts, ledger.malformedLines(), "malformed" + firstMalformed());
    part(parts, ledger.blankOrHeaderLines(), "blank or header");
    page.line("  " + Figures.count(ledger.linesRead()) + " = " + String.join(" + ", parts));
  }

  private static void part(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(Figures.count(count) + " " + what);
    }
  }

  private String firstMalformed() {
    for (InputFindings input : findings.inputs()) {
      long line = input.notes().firstMalformedLine();
      if (line > 0) {
        return page.cut(" (the first is " + wording.place(input.name(), line) + ")", page.width());
      }
    }
    return "";
  }

  private void note(ToLongFunction<ReadingNotes> count, String what, String text) {
    long sum = findings.inputs().stream().map(InputFindings::notes).mapToLong(count).sum();
    note(sum, what, text);
  }

  private void note(long count, String what, String text) {
    if (count > 0) {
      page.faint(MARGIN, Figures.count(count, what, what + "s") + " " + text);
    }
  }
}
