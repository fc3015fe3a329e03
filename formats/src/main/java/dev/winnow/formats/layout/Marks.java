package dev.winnow.formats.layout;

import java.util.Arrays;

/** A set of the names that JSON layouts are told by, each known by a number. Allocates nothing. */
final class Marks {
  /** The mark of a name that tells nothing. */
  static final int NONE = 0;

  /** Marks are below this. */
  static final int LIMIT = 256;

  private final long[] words = new long[LIMIT / Long.SIZE];

  /** Adds a mark, unless it is {@link #NONE}. */
  void add(int mark) {
    if (mark != NONE) {
      words[mark / Long.SIZE] |= 1L << mark;
    }
  }

  void clear() {
    Arrays.fill(words, 0);
  }

  void set(Marks other) {
    System.arraycopy(other.words, 0, words, 0, words.length);
  }

  boolean containsAll(Marks others) {
    for (int i = 0; i < words.length; i++) {
      if ((others.words[i] & ~words[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  boolean isSame(Marks other) {
    return Arrays.equals(words, other.words);
  }

  int size() {
    int size = 0;
    for (long word : words) {
      size += Long.bitCount(word);
    }
    return size;
  }
}
