package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.console.Figures;
import java.util.List;

/** Secrets that stand in the log, by kind. They themselves are shown nowhere. */
final class SecretSection {
  private final Findings findings;
  private final Page page;

  SecretSection(Findings findings, Page page) {
    this.findings = findings;
    this.page = page;
  }

  void print() {
    if (findings.secrets().isEmpty()) {
      return;
    }
    page.section(
        "LEAKED SECRETS  in "
            + Figures.count(findings.secretRecords(), "record", "records")
            + ", which nobody who reads the log should see");
    List<String> kinds =
        findings.secrets().entrySet().stream()
            .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
            .map(entry -> entry.getKey().text() + " " + Figures.count(entry.getValue()))
            .toList();
    page.line("  " + String.join("   ", kinds));
  }
}
