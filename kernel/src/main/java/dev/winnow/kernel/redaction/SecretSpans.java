package dev.winnow.kernel.redaction;

import java.util.Arrays;

/** The secrets found so far in one text, in ascending order. */
final class SecretSpans {
  private int[] bounds = new int[32];
  private SecretKind[] kinds = new SecretKind[16];
  private int count;
  private int floor;
  private long read;

  /** Forgets the spans; the next text begins at {@code from}. */
  void clear(int from) {
    count = 0;
    floor = from;
  }

  void add(int start, int end, SecretKind kind) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * count);
      bounds = Arrays.copyOf(bounds, 4 * count);
    }
    bounds[2 * count] = start;
    bounds[2 * count + 1] = end;
    kinds[count] = kind;
    count++;
    floor = end;
  }

  int count() {
    return count;
  }

  int start(int index) {
    return bounds[2 * index];
  }

  int end(int index) {
    return bounds[2 * index + 1];
  }

  SecretKind kind(int index) {
    return kinds[index];
  }

  /** Where the last span ends, or the text begins: no rule looks behind it. */
  int floor() {
    return floor;
  }

  /** Adds to the {@linkplain #read() bytes read}. */
  void countRead(int bytes) {
    read += bytes;
  }

  /** The bytes that rules have read beyond the scanner's own pass, since construction. */
  long read() {
    return read;
  }
}
