package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.Partition;
import dev.winnow.storage.TimeSpan;
import java.util.List;

/**
 * What a question needs to know of a part.
 *
 * @param alias the name of the attached database, whose tables hold it
 * @param tables where its records are; each is in one of them
 * @param earliest the first time of which it may hold a record or a count, in nanoseconds since
 *     1970; if it holds nothing, later than {@code latest}
 * @param latest the last time of which it may
 * @param firstSequence the commit of its first record
 * @param lastSequence the last commit of which it may hold a record
 */
public record PartView(
    String alias,
    Partition partition,
    List<RecordTable> tables,
    long records,
    long earliest,
    long latest,
    long firstSequence,
    long lastSequence) {
  /** The day that is part of the ids of its records. */
  public int epochDay() {
    return Math.toIntExact(partition.day().toEpochDay());
  }

  /** Whether it was rewritten. */
  public boolean isPacked() {
    return tables.stream().anyMatch(RecordTable::isPacked);
  }

  /** Whether it may hold a record or a count of some time. */
  public boolean isDuring(TimeSpan span) {
    return latest >= span.from() && earliest < span.to();
  }
}
