package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.NameCounts;
import dev.winnow.cli.console.Figures;
import dev.winnow.core.sketch.HeavyHitter;
import dev.winnow.core.sketch.HeavyHitters;
import java.util.ArrayList;
import java.util.List;

/** Who talks most: services, hosts, clients and users, where fields name them. */
final class TalkerSection {
  private static final int LABEL = 10;
  private static final int SHOWN = 5;

  /** Longer names are cut. */
  private static final int NAME = 40;

  private record Talker(String name, long records) {}

  private final Findings findings;
  private final Page page;

  TalkerSection(Findings findings, Page page) {
    this.findings = findings;
    this.page = page;
  }

  void print() {
    List<String> rows = new ArrayList<>();
    row(rows, "services", talkers(findings.services()), 2);
    row(rows, "hosts", talkers(findings.hosts()), 2);
    row(rows, "clients", talkers(findings.clients()), 1);
    row(rows, "users", talkers(findings.users()), 1);
    if (!rows.isEmpty()) {
      page.section("WHO TALKS MOST");
      rows.forEach(page::line);
    }
  }

  private void row(List<String> rows, String label, List<Talker> talkers, int least) {
    if (talkers.size() < least) {
      return;
    }
    StringBuilder row = new StringBuilder("  ").append(label);
    row.repeat(" ", LABEL - label.length());
    int width = 2 + LABEL;
    for (Talker talker : talkers.subList(0, Math.min(SHOWN, talkers.size()))) {
      String share = " " + Figures.share(talker.records, findings.records()) + "   ";
      String text = page.cut(talker.name, NAME) + share;
      width += text.length();
      if (width > page.width()) {
        break;
      }
      row.append(text);
    }
    rows.add(row.toString());
  }

  private static List<Talker> talkers(NameCounts names) {
    return names.mostFrequent().stream()
        .map(count -> new Talker(count.name(), count.records()))
        .toList();
  }

  private static List<Talker> talkers(HeavyHitters talkers) {
    List<Talker> found = new ArrayList<>();
    for (HeavyHitter talker : talkers.top(SHOWN)) {
      found.add(new Talker(talker.text(), talker.count()));
    }
    return found;
  }
}
