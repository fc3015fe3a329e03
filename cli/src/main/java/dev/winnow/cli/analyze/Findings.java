package dev.winnow.cli.analyze;

import dev.winnow.core.miner.MinerLedger;
import dev.winnow.formats.join.LineLedger;
import java.util.Comparator;
import java.util.List;

/**
 * What an analysis has found.
 *
 * @param partial whether it was interrupted
 * @param timedRecords records with a timestamp
 * @param structuredRecords records whose values have names
 * @param templates the most frequent first
 * @param exceptions likewise
 */
record Findings(
    boolean partial,
    List<InputFindings> inputs,
    long records,
    long timedRecords,
    long structuredRecords,
    Times times,
    LevelCounts levels,
    Timeline timeline,
    List<TemplateFindings> templates,
    MinerLedger minerLedger,
    List<ThrownStatistics> exceptions,
    NameCounts services,
    NameCounts hosts,
    NameCounts fields) {
  /** What became of the lines of all inputs. */
  LineLedger ledger() {
    return inputs.stream().map(InputFindings::ledger).reduce(LineLedger.EMPTY, LineLedger::plus);
  }

  long bytes() {
    return inputs.stream().mapToLong(InputFindings::bytes).sum();
  }

  /** The templates with records of ERROR or worse, those with the fewest first. */
  List<TemplateFindings> rarestErrors() {
    return templates.stream()
        .filter(template -> template.statistics().errors() > 0)
        .sorted(
            Comparator.comparingLong((TemplateFindings template) -> template.statistics().errors())
                .thenComparing(template -> template.template().id(), Long::compareUnsigned))
        .toList();
  }

  /** The records of templates that were let go for want of memory. */
  long untold() {
    return minerLedger.forgotten() + minerLedger.unlearned();
  }
}
