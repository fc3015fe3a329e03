package dev.winnow.kernel.redaction;

/** A set of pairs of bytes that answers fast and may say yes too often. */
final class BytePairs {
  /**
   * One row for each first byte: bit n stands for the second bytes whose lowest five bits are n.
   */
  private final int[] rows = new int[256];

  void add(int first, int second) {
    rows[first & 0xff] |= 1 << second;
  }

  /** Adds every pair with this first byte. */
  void addAll(int first) {
    rows[first & 0xff] = -1;
  }

  boolean mayContain(byte first, byte second) {
    return (rows[first & 0xff] >>> second & 1) != 0;
  }
}
