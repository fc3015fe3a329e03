package dev.winnow.core.sketch;

import dev.winnow.kernel.hash.Hash64;
import java.util.ArrayList;
import java.util.List;

/** The most frequent of very many byte strings, each with its count and the error of it. */
public final class HeavyHitters {
  /*
   * SpaceSaving [1]: a string that is not known takes the place of the least frequent one, with its
   * count as the error. So a count is never too small, and too large by its error at most, which is
   * at most total / capacity; whatever came more often than that is in the list.
   *
   * The entries are kept in order, the most frequent first. One more of an entry swaps it with the
   * first of the same count, found by binary search, so the order stays; the last is the least
   * frequent. A table of positions by hash finds an entry. Adding costs O(log capacity).
   *
   * Merging adds the counts of equal strings; where a full summary does not know one, it may have
   * had it as often as its least [2].
   *
   * A string is known by a hash of 64 bits, so its bytes beyond the first MAX_BYTES matter although
   * they are not kept.
   *
   * [1] Metwally, Agrawal, El Abbadi: Efficient Computation of Frequent and Top-k Elements in Data
   * Streams, ICDT 2005.
   * [2] Cafaro, Pulimeno, Tempesta: A Parallel Space Saving Algorithm for Frequent Items and the
   * Hurwitz Zeta Distribution, Information Sciences 2016.
   */

  /** Of a longer string, the rest is not kept. */
  public static final int MAX_BYTES = 128;

  private static final long SEED = 0x66726571L;

  private final int capacity;
  private EntryTable table = new EntryTable();

  /** The entries, the most frequent first. */
  private final List<Entry> entries = new ArrayList<>(0);

  private long total;

  /** A summary that keeps at most so many different strings; at least one. */
  public HeavyHitters(int capacity) {
    this.capacity = Math.max(1, capacity);
  }

  /** Counts the string {@code in[from, to)}. */
  public void add(byte[] in, int from, int to) {
    total++;
    long hash = Hash64.mix(SEED, Hash64.of(in, from, to, SEED));
    Entry entry = table.find(hash);
    if (entry == null) {
      entry = isFull() ? replaced() : appended();
      entry.become(hash, in, from, to);
      table.add(entry);
    }
    increment(entry);
  }

  /** Adds all that another summary has counted. */
  public void merge(HeavyHitters other) {
    long missed = unlistedCount();
    long otherMissed = other.unlistedCount();
    List<Entry> merged = new ArrayList<>();
    for (Entry entry : entries) {
      Entry same = other.table.find(entry.hash);
      Entry sum = entry.copy(same == null ? otherMissed : same.count);
      sum.error = entry.error + (same == null ? otherMissed : same.error);
      merged.add(sum);
    }
    for (Entry entry : other.entries) {
      if (table.find(entry.hash) == null) {
        merged.add(entry.copy(missed));
      }
    }
    total += other.total;
    merged.sort(Entry.MOST_FREQUENT_FIRST);
    hold(merged.subList(0, Math.min(capacity, merged.size())));
  }

  /** All strings counted so far, known or not. */
  public long total() {
    return total;
  }

  /** The most frequent strings, at most {@code limit}, the most frequent first. */
  public List<HeavyHitter> top(int limit) {
    return entries.stream().limit(limit).map(Entry::toHeavyHitter).toList();
  }

  /** How often a string that is not in the list came at most. */
  public long unlistedCount() {
    return isFull() ? entries.get(entries.size() - 1).count : 0;
  }

  private boolean isFull() {
    return entries.size() == capacity;
  }

  private Entry appended() {
    Entry entry = new Entry();
    entry.rank = entries.size();
    entries.add(entry);
    return entry;
  }

  private Entry replaced() {
    Entry last = entries.get(entries.size() - 1);
    table.remove(last.hash);
    last.error = last.count;
    return last;
  }

  private void increment(Entry entry) {
    Entry first = entries.get(firstOf(entry.count, entry.rank));
    int rank = first.rank;
    first.rank = entry.rank;
    entries.set(first.rank, first);
    entry.rank = rank;
    entries.set(rank, entry);
    entry.count++;
  }

  /** The least rank of a count that is known at one rank. */
  private int firstOf(long count, int known) {
    int from = 0;
    int to = known;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (entries.get(middle).count > count) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private void hold(List<Entry> held) {
    entries.clear();
    table = new EntryTable();
    for (Entry entry : held) {
      entry.rank = entries.size();
      entries.add(entry);
      table.add(entry);
    }
  }
}
