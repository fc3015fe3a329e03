package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.console.Figures;
import java.util.ArrayList;
import java.util.List;

/** What deserves a look, in a few words each, that first which is worst. */
record Verdict(List<Item> items, String otherwise) {
  /**
   * One thing.
   *
   * @param what such as {@code 2 kinds of errors}
   * @param section the id of the section that tells more
   * @param isBad whether something is wrong, and not only worth knowing
   */
  record Item(String what, String detail, String section, boolean isBad) {}

  static Verdict of(Findings findings) {
    List<Item> items = new ArrayList<>();
    int errors = findings.rarestErrors().size();
    if (errors > 0) {
      String records = Figures.count(findings.levels().errors(), "record", "records");
      add(items, errors, "kind of error", "kinds of errors", " in " + records, "errors", true);
    }
    int traces = findings.exceptions().size();
    add(items, traces, "kind of stack trace", "kinds of stack traces", "", "traces", true);
    int changes = findings.changes().size();
    add(items, changes, "change", "changes", " over time", "changes", false);
    long secrets = findings.secrets().values().stream().mapToLong(count -> count).sum();
    add(items, secrets, "secret", "secrets", " in the clear", "secrets", true);
    long malformed = findings.ledger().malformedLines();
    add(items, malformed, "malformed line", "malformed lines", "", "lines", false);
    return new Verdict(List.copyOf(items), otherwise(findings));
  }

  private static void add(
      List<Item> items,
      long count,
      String one,
      String many,
      String detail,
      String section,
      boolean isBad) {
    if (count > 0) {
      items.add(new Item(Figures.count(count, one, many), detail, section, isBad));
    }
  }

  /** What to say if there is nothing. */
  private static String otherwise(Findings findings) {
    if (findings.ledger().linesRead() == 0) {
      return "The log is empty.";
    }
    if (findings.records() == 0) {
      return findings.leftOut() > 0 ? "No record is what was asked for." : "No line is a record.";
    }
    return findings.grid().isDivisible()
        ? "No errors, no secrets and no changes found."
        : "No errors and no secrets found; there are too few times to tell of changes.";
  }
}
