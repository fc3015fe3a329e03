package dev.winnow.storage.duckdb.table;

import java.util.Arrays;

/**
 * A set of hashes that holds whatever was added, and may seem to hold a few others.
 *
 * <p>Each hash sets as many bits as the filter was made for, at places that two halves of the hash
 * give (Kirsch and Mitzenmacher, Less Hashing, Same Performance, ESA 2006).
 */
public final class BloomFilter {
  private final byte[] bits;
  private final int bitsPerHash;

  /**
   * The filter with some bits.
   *
   * @param bits as many bytes as a power of two, all 0 for an empty filter
   */
  public BloomFilter(byte[] bits, int bitsPerHash) {
    if (Integer.bitCount(bits.length) != 1) {
      throw new IllegalArgumentException(bits.length + " bytes are no power of two");
    }
    this.bits = bits;
    this.bitsPerHash = bitsPerHash;
  }

  /** An empty filter for some hashes, with at least ten bits for each until there are many. */
  static BloomFilter forHashes(int hashes, int bitsPerHash, int maxBytes) {
    int bytes = Math.clamp((hashes * 10L) / Byte.SIZE, 64, maxBytes);
    return new BloomFilter(new byte[Integer.highestOneBit(bytes * 2 - 1)], bitsPerHash);
  }

  public void add(long hash) {
    for (int i = 0; i < bitsPerHash; i++) {
      int place = place(hash, i);
      bits[place >>> 3] |= (byte) (1 << (place & 7));
    }
  }

  public boolean mayHold(long hash) {
    for (int i = 0; i < bitsPerHash; i++) {
      int place = place(hash, i);
      if ((bits[place >>> 3] & (1 << (place & 7))) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether fewer than one bit of eight is set, so that few hashes seem to be there. */
  boolean isSparse() {
    long set = 0;
    for (byte each : bits) {
      set += Integer.bitCount(each & 0xff);
    }
    return set < bits.length;
  }

  /** The same set in half the space, where more hashes seem to be there. */
  BloomFilter folded() {
    byte[] half = Arrays.copyOf(bits, bits.length / 2);
    for (int i = 0; i < half.length; i++) {
      half[i] |= bits[half.length + i];
    }
    return new BloomFilter(half, bitsPerHash);
  }

  private int place(long hash, int i) {
    return ((int) hash + i * (int) (hash >>> Integer.SIZE)) & (bits.length * Byte.SIZE - 1);
  }

  byte[] bits() {
    return bits;
  }
}
