package dev.winnow.kernel.form;

import java.util.Arrays;

/**
 * The keys and values of structured bodies, as spans of the input, in the order of their keys. A
 * stack: the pairs of a nested object lie above those of the object that holds it.
 */
final class Pairs {
  /** Pairs that one body may have in all. */
  static final int MAX = 512;

  /** Pairs that one object may have; sorting is quadratic in it. */
  static final int MAX_OF_ONE = 128;

  /** What a value is, as far as its form depends on it. */
  enum Kind {
    STRING,
    NUMBER,
    BOOL,
    NULL,
    OBJECT,
    LIST
  }

  private static final int FIELDS = 4;

  private final int[] spans = new int[MAX * FIELDS];
  private final Kind[] kinds = new Kind[MAX];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** Drops all pairs above the first {@code size}. */
  void truncate(int size) {
    this.size = size;
  }

  boolean add(int keyFrom, int keyTo, int from, int to, Kind kind) {
    if (size == MAX) {
      return false;
    }
    kinds[size] = kind;
    int at = size++ * FIELDS;
    spans[at] = keyFrom;
    spans[at + 1] = keyTo;
    spans[at + 2] = from;
    spans[at + 3] = to;
    return true;
  }

  int keyFrom(int index) {
    return spans[index * FIELDS];
  }

  int keyTo(int index) {
    return spans[index * FIELDS + 1];
  }

  int from(int index) {
    return spans[index * FIELDS + 2];
  }

  int to(int index) {
    return spans[index * FIELDS + 3];
  }

  Kind kind(int index) {
    return kinds[index];
  }

  /**
   * Orders the pairs from {@code base} on by the bytes of their keys; equal keys keep their order.
   */
  void sort(byte[] in, int base) {
    for (int i = base + 1; i < size; i++) {
      for (int j = i; j > base && compare(in, j - 1, j) > 0; j--) {
        swap(j - 1, j);
      }
    }
  }

  private int compare(byte[] in, int a, int b) {
    return Arrays.compareUnsigned(in, keyFrom(a), keyTo(a), in, keyFrom(b), keyTo(b));
  }

  private void swap(int a, int b) {
    for (int i = 0; i < FIELDS; i++) {
      int kept = spans[a * FIELDS + i];
      spans[a * FIELDS + i] = spans[b * FIELDS + i];
      spans[b * FIELDS + i] = kept;
    }
    Kind kind = kinds[a];
    kinds[a] = kinds[b];
    kinds[b] = kind;
  }
}
