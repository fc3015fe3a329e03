package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.NameCounts;
import dev.winnow.core.sketch.HeavyHitters;
import dev.winnow.kernel.redaction.Redactor;
import java.util.List;
import java.util.stream.Stream;

/**
 * Those of one kind who wrote or caused the most records.
 *
 * @param kind what they are, in the plural
 * @param most the first of them, the most frequent first
 */
record Talkers(String kind, List<Talker> most) {
  /** A name and the number of its records, which may be a little less. */
  record Talker(String name, long records) {}

  /**
   * Services, hosts, clients and users, where fields name them; one service alone tells nothing.
   */
  static List<Talkers> of(Findings findings, int top) {
    return Stream.of(
            names("services", findings.services(), top),
            names("hosts", findings.hosts(), top),
            heavy("clients", findings.clients(), top),
            heavy("users", findings.users(), top))
        .filter(talkers -> !talkers.most.isEmpty())
        .toList();
  }

  private static Talkers names(String kind, NameCounts names, int top) {
    List<NameCounts.Count> counts = names.size() < 2 ? List.of() : names.mostFrequent();
    return new Talkers(
        kind,
        counts.stream()
            .limit(top)
            .map(count -> new Talker(count.name(), count.records()))
            .toList());
  }

  private static Talkers heavy(String kind, HeavyHitters talkers, int top) {
    Redactor redactor = new Redactor();
    return new Talkers(
        kind,
        talkers.top(top).stream()
            .map(talker -> new Talker(redactor.redact(talker.text()), talker.count()))
            .toList());
  }
}
