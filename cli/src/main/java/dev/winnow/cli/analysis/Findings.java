package dev.winnow.cli.analysis;

import dev.winnow.core.miner.MinerLedger;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.core.sketch.DistinctCount;
import dev.winnow.core.sketch.HeavyHitters;
import dev.winnow.formats.join.LineLedger;
import dev.winnow.kernel.redaction.SecretKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What an analysis has found.
 *
 * @param partial whether it was interrupted
 * @param scope which records were looked at
 * @param records those
 * @param leftOut those that the scope does not include
 * @param timedRecords records with a timestamp
 * @param structuredRecords records whose values have names
 * @param tracedRecords records with the id of a trace
 * @param templates the most frequent first
 * @param changes what changed within the log, that first which matters most
 * @param miner what learned the templates, and understands their ids
 * @param exceptions the most frequent first
 * @param unlistedTraces records with a stack trace of a kind that came when there were too many
 * @param secretRecords records that hold secrets
 */
public record Findings(
    boolean partial,
    Scope scope,
    List<InputFindings> inputs,
    long records,
    long leftOut,
    long timedRecords,
    long structuredRecords,
    long tracedRecords,
    DistinctCount traces,
    Times times,
    LevelCounts levels,
    TimeFindings volume,
    List<TemplateFindings> templates,
    List<ChangeFindings> changes,
    TemplateMiner miner,
    MinerLedger minerLedger,
    List<ThrownFindings> exceptions,
    long unlistedTraces,
    NameCounts services,
    NameCounts hosts,
    NameCounts fields,
    HeavyHitters clients,
    HeavyHitters users,
    Map<SecretKind, Long> secrets,
    long secretRecords) {
  /** What became of the lines of all inputs. */
  public LineLedger ledger() {
    return inputs.stream().map(InputFindings::ledger).reduce(LineLedger.EMPTY, LineLedger::plus);
  }

  public long bytes() {
    return inputs.stream().mapToLong(InputFindings::bytes).sum();
  }

  /** The templates with records of ERROR or worse, those with the fewest first. */
  public List<TemplateFindings> rarestErrors() {
    return templates.stream()
        .filter(template -> template.statistics().errors() > 0)
        .sorted(
            Comparator.comparingLong((TemplateFindings template) -> template.statistics().errors())
                .thenComparing(template -> template.template().id(), Long::compareUnsigned))
        .toList();
  }

  /** A miner that knows the templates, and has counted nothing. */
  public TemplateMiner knowingMiner() {
    return new TemplateMiner(Tally.MINER, miner.knowledge());
  }

  /** The division of time that trends and volumes are counted in. */
  public TimeGrid grid() {
    return volume.grid();
  }

  /** The records of templates that were let go for want of memory. */
  public long untold() {
    return minerLedger.forgotten() + minerLedger.unlearned();
  }
}
