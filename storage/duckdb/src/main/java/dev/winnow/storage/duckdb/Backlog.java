package dev.winnow.storage.duckdb;

import dev.winnow.storage.Partition;
import dev.winnow.storage.duckdb.part.Part;
import dev.winnow.storage.duckdb.part.Parts;
import dev.winnow.storage.duckdb.part.Position;
import dev.winnow.storage.duckdb.part.Rows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/** What of one partition is in the log, and not in its part yet. */
final class Backlog {
  /** How large a part becomes before the next one is begun. */
  private static final long MAX_PART_RECORDS = 2_000_000;

  private final Parts parts;
  private final Partition partition;
  private final Deque<CommittedBatch> batches = new ArrayDeque<>();
  private LastVector lastVector = new LastVector();
  private int taken;
  private long rows;

  Backlog(Parts parts, Partition partition) {
    this.parts = parts;
    this.partition = partition;
  }

  void add(CommittedBatch batch) {
    int applied = parts.position(partition).rowsOf(batch.sequence());
    if (applied == Position.ALL) {
      return;
    }
    if (batches.isEmpty()) {
      taken = applied;
    }
    batches.add(batch);
    rows += batch.records().rows() - (batches.size() == 1 ? taken : 0);
  }

  /** The first commit of which something is missing in the part. */
  OptionalLong firstSequence() {
    return batches.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(batches.getFirst().sequence());
  }

  /**
   * Moves some rows in one commit: as many as fill whole row groups of the part.
   *
   * @param isAll whether to move what fills none, too
   * @return whether anything was moved
   */
  boolean flush(boolean isAll) {
    if (batches.isEmpty()) {
      return false;
    }
    long full = FullGroups.of(rows, open().rowsToFill());
    if (full == 0 && !isAll) {
      return false;
    }
    flush(full == 0 ? rows : full);
    return true;
  }

  private Part open() {
    return parts.open(partition).orElseGet(() -> parts.add(partition));
  }

  /** Moves some rows, and the counts of the batches that are complete with them. */
  private void flush(long most) {
    Part part = open();
    List<Rows> some = new ArrayList<>();
    Rollups rollups = new Rollups();
    Position position = part.position();
    long left = most;
    int complete = 0;
    int next = taken;
    for (CommittedBatch batch : batches) {
      int to = (int) Math.min(batch.records().rows(), next + left);
      some.add(new Rows(batch.records(), next, to));
      left -= to - next;
      if (to < batch.records().rows()) {
        position = new Position(batch.sequence(), to);
        next = to;
        break;
      }
      rollups.add(batch.tenantId(), batch.counts());
      position = new Position(batch.sequence(), Position.ALL);
      complete++;
      next = 0;
    }
    parts.append(part, some, rollups.rows(), position);
    for (int i = 0; i < complete; i++) {
      batches.removeFirst();
    }
    taken = next;
    rows -= most;
    some.forEach(lastVector::add);
    if ((part.records() >= MAX_PART_RECORDS || lastVector.isLarge()) && taken == 0) {
      parts.seal(part);
      lastVector = new LastVector();
    }
  }
}
