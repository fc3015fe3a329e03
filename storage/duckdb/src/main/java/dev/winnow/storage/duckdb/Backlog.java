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
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What of one partition is in the log, and not in its part yet. */
final class Backlog {
  /** How large a part becomes before the next one is begun. */
  private static final long MAX_PART_RECORDS = 2_000_000;

  private final Parts parts;
  private final Partition partition;
  private final Deque<CommittedBatch> batches = new ArrayDeque<>();
  private @Nullable LastVector lastVector;
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
    Part part = open();
    long full = FullGroups.of(rows, part.rowsToFill());
    if (full == 0 && !isAll) {
      return false;
    }
    move(part, full == 0 ? rows : full);
    return true;
  }

  /** The part that takes rows in; another one if the last rows in it were left large. */
  private Part open() {
    Optional<Part> open = parts.open(partition);
    open.filter(part -> taken == 0 && lastVector(part).isLarge()).ifPresent(this::seal);
    return parts.open(partition).orElseGet(() -> parts.add(partition));
  }

  private LastVector lastVector(Part part) {
    LastVector known = lastVector;
    if (known == null) {
      int last = (int) (part.records() % LastVector.ROWS);
      known = LastVector.of(last, parts.textBytes(part, part.records() - last));
      lastVector = known;
    }
    return known;
  }

  private void seal(Part part) {
    parts.seal(part);
    lastVector = LastVector.EMPTY;
  }

  /** Moves some rows, and the counts of the batches that are complete with them. */
  private void move(Part part, long most) {
    Move move = next(part, most);
    parts.append(part, move.rows, move.rollups.rows(), move.position);
    for (int i = 0; i < move.complete; i++) {
      batches.removeFirst();
    }
    taken = move.taken;
    rows -= move.size;
    lastVector = move.lastVector;
    if ((part.records() >= MAX_PART_RECORDS || move.lastVector.isLarge()) && taken == 0) {
      seal(part);
    }
  }

  /** The rows that come next; none behind the batch with which the last vector gets large. */
  private Move next(Part part, long most) {
    Move move = new Move(taken, part.position(), lastVector(part));
    for (CommittedBatch batch : batches) {
      if (!move.add(batch, most) || move.lastVector.isLarge()) {
        break;
      }
    }
    return move;
  }

  /** What is added to a part in one commit, and what follows from it. */
  private static final class Move {
    private final List<Rows> rows = new ArrayList<>();
    private final Rollups rollups = new Rollups();
    private Position position;
    private LastVector lastVector;
    private long size;
    private int complete;
    private int taken;

    private Move(int taken, Position position, LastVector lastVector) {
      this.taken = taken;
      this.position = position;
      this.lastVector = lastVector;
    }

    /** Adds what is left of a batch, as far as there is room; tells whether that was all of it. */
    private boolean add(CommittedBatch batch, long most) {
      int to = (int) Math.min(batch.records().rows(), taken + most - size);
      Rows some = new Rows(batch.records(), taken, to);
      rows.add(some);
      size += some.size();
      lastVector = lastVector.with(some);
      if (to < batch.records().rows()) {
        position = new Position(batch.sequence(), to);
        taken = to;
        return false;
      }
      rollups.add(batch.tenantId(), batch.counts());
      position = new Position(batch.sequence(), Position.ALL);
      complete++;
      taken = 0;
      return true;
    }
  }
}
