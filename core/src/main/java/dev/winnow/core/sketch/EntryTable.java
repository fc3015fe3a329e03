package dev.winnow.core.sketch;

import org.jspecify.annotations.Nullable;

/** Finds entries by hash: open addressing with linear probing, at most half full. */
final class EntryTable {
  private @Nullable Entry[] places = new Entry[4];
  private int size;

  @Nullable Entry find(long hash) {
    int at = home(hash);
    Entry entry = places[at];
    while (entry != null && entry.hash != hash) {
      at = next(at);
      entry = places[at];
    }
    return entry;
  }

  /** Adds an entry whose hash is not in the table. */
  void add(Entry entry) {
    size++;
    if (size * 2 > places.length) {
      grow();
    }
    insert(entry);
  }

  /** Removes the entry of a hash and moves those that stood behind it into the gap. */
  void remove(long hash) {
    int gap = home(hash);
    Entry removed = places[gap];
    while (removed != null && removed.hash != hash) {
      gap = next(gap);
      removed = places[gap];
    }
    int at = gap;
    while (places[at] != null) {
      at = next(at);
      Entry entry = places[at];
      if (entry != null && distance(home(entry.hash), at) >= distance(gap, at)) {
        places[gap] = entry;
        gap = at;
      }
    }
    places[gap] = null;
    size--;
  }

  private void grow() {
    @Nullable Entry[] old = places;
    places = new Entry[old.length * 2];
    for (Entry entry : old) {
      if (entry != null) {
        insert(entry);
      }
    }
  }

  private void insert(Entry entry) {
    int at = home(entry.hash);
    while (places[at] != null) {
      at = next(at);
    }
    places[at] = entry;
  }

  private int home(long hash) {
    return (int) hash & (places.length - 1);
  }

  private int next(int at) {
    return (at + 1) & (places.length - 1);
  }

  private int distance(int from, int to) {
    return (to - from) & (places.length - 1);
  }
}
