package dev.winnow.core.miner;

/**
 * Remembers a count for each of a bounded number of ids: four places per id, of which the smallest
 * count gives way.
 */
final class GhostTable {
  /** What is done with an id and its count. */
  interface Visitor {
    void visit(long id, long count);
  }

  private static final int WAYS = 4;

  private final long[] ids;
  private final long[] counts;
  private final int mask;
  private long lost;

  GhostTable(int capacity) {
    int size = Integer.highestOneBit(Math.max(WAYS, capacity - 1)) << 1;
    ids = new long[size];
    counts = new long[size];
    mask = size / WAYS - 1;
  }

  /** Adds to the count of an id and returns the sum. */
  long add(long id, long count) {
    if (count == 0) {
      return 0;
    }
    int first = first(id);
    int place = first;
    for (int i = first; i < first + WAYS; i++) {
      if (ids[i] == id && counts[i] > 0) {
        counts[i] += count;
        return counts[i];
      }
      place = counts[i] < counts[place] ? i : place;
    }
    lost += counts[place];
    ids[place] = id;
    counts[place] = count;
    return count;
  }

  /** Takes the count of an id out of the table. */
  long take(long id) {
    int first = first(id);
    for (int i = first; i < first + WAYS; i++) {
      if (ids[i] == id && counts[i] > 0) {
        long count = counts[i];
        counts[i] = 0;
        return count;
      }
    }
    return 0;
  }

  /** Hands out each id with its count. */
  void forEach(Visitor visitor) {
    for (int i = 0; i < ids.length; i++) {
      if (counts[i] > 0) {
        visitor.visit(ids[i], counts[i]);
      }
    }
  }

  /** The sum of the counts that gave way. */
  long lost() {
    return lost;
  }

  /** Adds counts whose ids are not known any more. */
  void lose(long count) {
    lost += count;
  }

  /** The sum of all counts that were added and not taken, whether or not their ids are known. */
  long total() {
    long total = lost;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  private int first(long id) {
    return ((int) (id ^ (id >>> 32)) & mask) * WAYS;
  }
}
