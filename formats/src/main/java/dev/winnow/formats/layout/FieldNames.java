package dev.winnow.formats.layout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What names in structured lines mean. The name of a member of an object within another is joined
 * to the other's with a dot, whether the line nests them or writes the dot itself.
 */
final class FieldNames {
  /** What is known about a name. Its mark is for telling layouts by the names they have. */
  static final class Entry {
    static final Entry UNKNOWN = new Entry(new byte[0], Meaning.NOTHING, Marks.NONE);

    private final byte[] name;
    final Meaning meaning;
    final int mark;

    private Entry(byte[] name, Meaning meaning, int mark) {
      this.name = name;
      this.meaning = meaning;
      this.mark = mark;
    }
  }

  private @Nullable Entry[] slots = new @Nullable Entry[256];
  private int size;

  /** Says what a name means, unless that was said before. */
  Entry put(String name, Meaning meaning, int mark) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int slot = find(hash(NamePath.EMPTY, bytes, 0, bytes.length), bytes);
    Entry known = slots[slot];
    Entry entry =
        known == null
            ? new Entry(bytes, meaning, mark)
            : new Entry(bytes, known.meaning, Math.max(known.mark, mark));
    slots[slot] = entry;
    size += known == null ? 1 : 0;
    if (size * 2 > slots.length) {
      grow();
    }
    return entry;
  }

  private int find(int hash, byte[] name) {
    int slot = slot(hash);
    for (Entry entry = slots[slot]; entry != null; entry = slots[slot]) {
      if (Arrays.equals(entry.name, name)) {
        return slot;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    @Nullable Entry[] old = slots;
    slots = new @Nullable Entry[old.length * 2];
    for (Entry entry : old) {
      if (entry != null) {
        byte[] name = entry.name;
        slots[find(hash(NamePath.EMPTY, name, 0, name.length), name)] = entry;
      }
    }
  }

  /** What is known about a name; {@link Entry#UNKNOWN} if nothing is. */
  Entry of(byte[] in, int from, int to) {
    int slot = slot(hash(NamePath.EMPTY, in, from, to));
    for (Entry entry = slots[slot]; entry != null; entry = slots[slot]) {
      if (Arrays.equals(entry.name, 0, entry.name.length, in, from, to)) {
        return entry;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return Entry.UNKNOWN;
  }

  /** What is known about a name. */
  Entry of(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /** What is known about the name that a path leads to. */
  Entry of(byte[] in, NamePath path) {
    int slot = slot(path.hash());
    for (Entry entry = slots[slot]; entry != null; entry = slots[slot]) {
      if (path.equals(in, entry.name)) {
        return entry;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return Entry.UNKNOWN;
  }

  /** The hash of a name that goes on with {@code in[from, to)}. */
  static int hash(int seed, byte[] in, int from, int to) {
    int hash = seed;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + in[i];
    }
    return hash;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }
}
