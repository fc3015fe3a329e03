package dev.winnow.cli.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A map from long keys that allocates nothing for a look-up; with a limit to its size. */
final class LongTable<V> {
  /*
   * Open addressing with linear probing over two arrays, at most half full. Keys are hashes or ids
   * made of hashes, but hostile ones: they are mixed once more, so that no run of them collides.
   */
  private static final int INITIAL_SLOTS = 1 << 10;
  private static final long GOLDEN_RATIO = 0x9e37_79b9_7f4a_7c15L;

  private final int maxSize;
  private long[] keys = new long[INITIAL_SLOTS];
  private @Nullable V[] values = newArray(INITIAL_SLOTS);
  private int size;

  LongTable(int maxSize) {
    this.maxSize = maxSize;
  }

  @Nullable V get(long key) {
    return values[slot(key)];
  }

  boolean isFull() {
    return size == maxSize;
  }

  /** Adds an entry whose key is new; there must be room. */
  void put(long key, V value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(key);
    keys[slot] = key;
    values[slot] = value;
    size++;
  }

  void forEach(BiConsumer<Long, V> action) {
    for (int i = 0; i < keys.length; i++) {
      V value = values[i];
      if (value != null) {
        action.accept(keys[i], value);
      }
    }
  }

  List<V> values() {
    List<V> all = new ArrayList<>(size);
    forEach((key, value) -> all.add(value));
    return all;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable V[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = newArray(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /** Where the key is, or where it would be put. */
  private int slot(long key) {
    int slot = (int) ((key * GOLDEN_RATIO) >>> 40) & (keys.length - 1);
    while (values[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  @SuppressWarnings("unchecked")
  private static <V> @Nullable V[] newArray(int length) {
    return (V[]) new Object[length];
  }
}
