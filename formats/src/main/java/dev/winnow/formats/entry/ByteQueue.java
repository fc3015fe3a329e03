package dev.winnow.formats.entry;

import java.util.Arrays;

/** Bytes that are added behind and taken in front. Grows as its user lets it. */
final class ByteQueue {
  private byte[] bytes = new byte[4096];
  private int from;
  private int to;

  void add(byte b) {
    room(1);
    bytes[to++] = b;
  }

  void add(byte[] in, int start, int end) {
    room(end - start);
    System.arraycopy(in, start, bytes, to, end - start);
    to += end - start;
  }

  void addAll(ByteQueue other) {
    add(other.bytes, other.from, other.to);
  }

  private void room(int length) {
    if (bytes.length - to >= length) {
      return;
    }
    System.arraycopy(bytes, from, bytes, 0, to - from);
    to -= from;
    from = 0;
    if (bytes.length - to < length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, to + length));
    }
  }

  int size() {
    return to - from;
  }

  void clear() {
    truncate(0);
  }

  /** Keeps so many of the first bytes. */
  void truncate(int size) {
    to = from + size;
  }

  /** Takes bytes into {@code target}; returns how many. */
  int take(byte[] target, int start, int end) {
    int length = Math.min(end - start, to - from);
    System.arraycopy(bytes, from, target, start, length);
    from += length;
    return length;
  }

  /** The array that holds the bytes from {@link #start()} on; until something is added. */
  byte[] array() {
    return bytes;
  }

  int start() {
    return from;
  }
}
