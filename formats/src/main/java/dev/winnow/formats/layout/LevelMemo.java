package dev.winnow.formats.layout;

import dev.winnow.kernel.severity.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What the last words in the place of a level meant. A log has few different ones, and looking each
 * up anew was a fifth of the time that reading a line took.
 */
final class LevelMemo {
  /** A longer word is looked up each time. */
  static final int MAX_WORD_BYTES = 6;

  private static final int SLOTS = 64;
  private static final long GOLDEN_RATIO = 0x9e37_79b9_7f4a_7c15L;
  private static final int SHIFT = 58;

  private final long[] keys = new long[SLOTS];
  private final @Nullable Severity[] levels = new @Nullable Severity[SLOTS];
  private final boolean[] unmistakable = new boolean[SLOTS];
  private int slot;

  /** The key of a word of up to six bytes with the characters beside it; 0 where there is none. */
  static long key(byte[] in, int from, int to, byte before, byte after) {
    long key = ((before & 0xffL) << Byte.SIZE) | (after & 0xffL);
    for (int i = from; i < to; i++) {
      key = (key << Byte.SIZE) | (in[i] & 0xffL);
    }
    return key;
  }

  /** Whether a word is remembered; then the other methods tell of it. */
  boolean has(long key) {
    slot = (int) ((key * GOLDEN_RATIO) >>> SHIFT);
    return keys[slot] == key && levels[slot] != null;
  }

  Severity level() {
    Severity level = levels[slot];
    return level == null ? LineReading.ABSENT : level;
  }

  boolean isUnmistakable() {
    return unmistakable[slot];
  }

  /** Remembers what the word that {@link #has} was asked for means. */
  void put(long key, Severity level, boolean isUnmistakable) {
    keys[slot] = key;
    levels[slot] = level;
    unmistakable[slot] = isUnmistakable;
  }
}
