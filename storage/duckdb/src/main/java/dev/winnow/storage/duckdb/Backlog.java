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
  private static final long MAX_PART_RECORDS = 4_000_000;

  private final Parts parts;
  private final Partition partition;
  private final Deque<CommittedBatch> batches = new ArrayDeque<>();
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

  /** Whether rows are here that fill whole row groups. */
  boolean isFull() {
    return rows >= FullGroups.SIZE;
  }

  /** Moves as many rows as fill whole row groups of the part. */
  void flushFull() {
    long most = FullGroups.of(rows, open().rowsToFill());
    while (most > 0) {
      flush(most);
      most = FullGroups.of(rows, open().rowsToFill());
    }
  }

  /** Moves everything. */
  void flushAll() {
    if (!batches.isEmpty()) {
      flushFull();
    }
    if (!batches.isEmpty()) {
      flush(rows);
    }
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
    if (part.records() >= MAX_PART_RECORDS && taken == 0) {
      parts.seal(part);
    }
  }

  /** Takes nothing more into the part that is open. */
  void seal() {
    flushAll();
    parts.open(partition).ifPresent(parts::seal);
  }

  Partition partition() {
    return partition;
  }
}
