package dev.winnow.storage.duckdb;

import dev.winnow.storage.Partition;
import dev.winnow.storage.duckdb.part.Parts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What of all partitions is in the log, and not in the parts yet. For one thread. */
final class Backlogs {
  private final Parts parts;
  private final Map<Partition, Backlog> byPartition = new LinkedHashMap<>();

  Backlogs(Parts parts) {
    this.parts = parts;
  }

  /** Adds a batch, of which parts may have something already; in the order of commits. */
  void add(CommittedBatch batch) {
    if (batch.records().rows() > 0 || !batch.counts().isEmpty()) {
      byPartition
          .computeIfAbsent(batch.partition(), partition -> new Backlog(parts, partition))
          .add(batch);
    }
  }

  boolean isEmpty() {
    return firstSequence().isEmpty();
  }

  /** The first commit of which something is missing in a part. */
  OptionalLong firstSequence() {
    return byPartition.values().stream()
        .map(Backlog::firstSequence)
        .flatMapToLong(OptionalLong::stream)
        .min();
  }

  /**
   * Moves rows into the parts.
   *
   * @param isAll whether to move what fills no row group, too
   * @param moved told after each commit
   */
  void flush(boolean isAll, Runnable moved) {
    for (Backlog backlog : byPartition.values()) {
      flush(backlog, isAll, moved);
    }
  }

  private static void flush(Backlog backlog, boolean isAll, Runnable moved) {
    while (backlog.flush(isAll)) {
      moved.run();
    }
  }

  /** Moves all rows of a partition, whose part is about to be sealed. */
  void end(Partition partition, Runnable moved) {
    Backlog backlog = byPartition.get(partition);
    if (backlog != null) {
      flush(backlog, true, moved);
      byPartition.remove(partition);
    }
  }

  void clear() {
    byPartition.clear();
  }
}
