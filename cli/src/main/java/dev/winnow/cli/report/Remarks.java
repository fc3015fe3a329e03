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

/** What a reader of any report must know about how the log was read, in words. */
final class Remarks {
  private final Findings findings;
  private final Wording wording;
  private final List<String> remarks = new ArrayList<>();

  private Remarks(Findings findings, Wording wording) {
    this.findings = findings;
    this.wording = wording;
  }

  /** What became of every line: numbers that add up. */
  static String ledger(Findings findings, Wording wording) {
    LineLedger ledger = findings.ledger();
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(ledger.records()) + " begin a record");
    part(parts, ledger.joinedLines(), "joined to one");
    part(parts, ledger.malformedLines(), "malformed" + firstMalformed(findings, wording));
    part(parts, ledger.blankOrHeaderLines(), "blank or header");
    return Figures.count(ledger.linesRead()) + " = " + String.join(" + ", parts);
  }

  private static void part(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(Figures.count(count) + " " + what);
    }
  }

  private static String firstMalformed(Findings findings, Wording wording) {
    for (InputFindings input : findings.inputs()) {
      long line = input.notes().firstMalformedLine();
      if (line > 0) {
        return " (the first is " + wording.place(input.name(), line) + ")";
      }
    }
    return "";
  }

  /** What was cut, assumed or left out; one text each. */
  static List<String> of(Findings findings, Wording wording) {
    Remarks remarks = new Remarks(findings, wording);
    remarks.collect();
    return remarks.remarks;
  }

  private void collect() {
    add(ReadingNotes::cutLines, "line", "longer than 1 MiB, and cut there");
    add(
        ReadingNotes::cutRecords,
        "record",
        "of more than 256 KiB or 1 000 lines; what is beyond is only counted");
    add(
        ReadingNotes::timesWithoutDate,
        "timestamp",
        "without a date: the last day before the file was written is assumed");
    add(
        ReadingNotes::timesWithoutYear,
        "timestamp",
        "without a year: the last one before the file was written is assumed");
    add(ReadingNotes::timesWithoutZone, "timestamp", "without a zone: UTC is assumed");
    findings.inputs().forEach(this::addDisorder);
    String untimed = findings.scope().isLimitedInTime() ? "; those without a time too" : "";
    add(findings.leftOut(), "record", "left out, as was asked for" + untimed);
    add(findings.unlistedTraces(), "record", "with a stack trace of a kind beyond the first 4 096");
    add(findings.services().uncounted(), "record", "of a service beyond the first 1 000");
    add(findings.fields().uncounted(), "field", "beyond the first 1 000");
  }

  private void addDisorder(InputFindings input) {
    Disorder disorder = input.disorder();
    if (disorder.records() > 0) {
      remarks.add(
          Figures.count(disorder.records(), "record is", "records are")
              + " earlier than one before, by up to "
              + Figures.time((double) disorder.greatestNanos())
              + "; the first is "
              + wording.place(input.name(), disorder.line()));
    }
  }

  private void add(ToLongFunction<ReadingNotes> count, String what, String text) {
    add(findings.inputs().stream().map(InputFindings::notes).mapToLong(count).sum(), what, text);
  }

  private void add(long count, String what, String text) {
    if (count > 0) {
      remarks.add(Figures.count(count, what, what + "s") + " " + text);
    }
  }
}
