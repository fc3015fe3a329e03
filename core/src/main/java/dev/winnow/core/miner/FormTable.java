package dev.winnow.core.miner;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Maps form ids to what is known of them: open addressing with linear probing, of fixed capacity.
 *
 * <p>A full table forgets the forms that were not looked up since it was last full, which costs
 * time when they return but no knowledge: a form is learned again from its text.
 */
final class FormTable {
  private static final int LOAD = 2;

  /**
   * So many places are looked at; where all are taken, the last gives way. Whoever chooses forms
   * whose ids collide must not make the others slow.
   */
  private static final int MAX_PROBES = 64;

  private final long[] ids;
  private final Statement[] statements;
  private final boolean[] used;
  private final int mask;
  private final int capacity;
  private int size;

  FormTable(int capacity) {
    this.capacity = capacity;
    int slots = Integer.highestOneBit(Math.max(16, capacity * LOAD - 1)) << 1;
    ids = new long[slots];
    statements = new Statement[slots];
    used = new boolean[slots];
    mask = slots - 1;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size >= capacity;
  }

  @Nullable Statement get(long id) {
    int at = slot(id);
    for (int i = 0; i < MAX_PROBES; i++) {
      Statement statement = statements[at];
      if (statement == null) {
        return null;
      }
      if (ids[at] == id) {
        used[at] = true;
        return statement;
      }
      at = (at + 1) & mask;
    }
    return null;
  }

  /** Adds a form that is not in the table, or replaces what is known of it. */
  void put(long id, Statement statement) {
    if (isFull()) {
      forgetUnused();
    }
    insert(id, statement, true);
  }

  private void insert(long id, Statement statement, boolean isUsed) {
    int at = slot(id);
    for (int i = 1; i < MAX_PROBES && statements[at] != null && ids[at] != id; i++) {
      at = (at + 1) & mask;
    }
    size += statements[at] == null ? 1 : 0;
    ids[at] = id;
    statements[at] = statement;
    used[at] = isUsed;
  }

  private void forgetUnused() {
    long[] oldIds = ids.clone();
    Statement[] old = statements.clone();
    boolean[] oldUsed = used.clone();
    Arrays.fill(statements, null);
    Arrays.fill(used, false);
    size = 0;
    int kept = 0;
    for (int i = 0; i < old.length; i++) {
      boolean keep = oldUsed[i] && kept < capacity / 2;
      if (old[i] != null && keep && old[i].group() != null) {
        insert(oldIds[i], old[i], false);
        kept++;
      }
    }
  }

  /** Form ids are hashes already; their upper bits are as good as any. */
  private int slot(long id) {
    return (int) (id >>> 32) & mask;
  }
}
