package dev.winnow.cli.analysis;

import dev.winnow.core.miner.Template;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.List;

/**
 * What is known of logs that are still being read: as much as can be copied quickly.
 *
 * @param lines up to the last record
 * @param leftOut the records that the scope does not include
 * @param templates the number of templates
 * @param top the most frequent of them
 */
public record Overview(
    long lines,
    long records,
    long leftOut,
    LevelCounts levels,
    Times times,
    TimeFindings volume,
    int templates,
    List<Row> top) {
  /**
   * A template, as known now.
   *
   * @param severity the one that most records have
   * @param trend counts per span of the time grid; empty if no record has a time
   */
  // The array is read only, and rows are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Row(Template template, long count, SeverityNumber severity, int[] trend) {}
}
