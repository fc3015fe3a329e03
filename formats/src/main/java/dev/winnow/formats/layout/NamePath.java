package dev.winnow.formats.layout;

/** The names that lead from the outermost object of a line to a value. Reused from line to line. */
final class NamePath {
  /** Names of objects nested deeper are not known anywhere. */
  static final int MAX_DEPTH = 4;

  /** The hash of no name. */
  static final int EMPTY = 0;

  private final int[] from = new int[MAX_DEPTH];
  private final int[] to = new int[MAX_DEPTH];
  private final int[] hashes = new int[MAX_DEPTH];
  private int depth;

  /** Sets the name at a depth, from 1, and forgets those below it. */
  void set(byte[] in, int atDepth, int nameFrom, int nameTo) {
    int i = atDepth - 1;
    int outer = i == 0 ? EMPTY : hashes[i - 1] * 31 + '.';
    from[i] = nameFrom;
    to[i] = nameTo;
    hashes[i] = FieldNames.hash(outer, in, nameFrom, nameTo);
    depth = atDepth;
  }

  int hash() {
    return hashes[depth - 1];
  }

  /** Whether the names, joined with dots, are this text. */
  boolean equals(byte[] in, byte[] text) {
    int at = 0;
    for (int i = 0; i < depth; i++) {
      if (i > 0) {
        if (at >= text.length || text[at] != '.') {
          return false;
        }
        at++;
      }
      int length = to[i] - from[i];
      if (text.length - at < length) {
        return false;
      }
      for (int j = 0; j < length; j++) {
        if (text[at + j] != in[from[i] + j]) {
          return false;
        }
      }
      at += length;
    }
    return at == text.length;
  }
}
