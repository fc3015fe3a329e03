package dev.winnow.core.sketch;

import dev.winnow.kernel.hash.Hash64;

/** How many different byte strings there are: exact while they are few, then estimated. */
public final class DistinctCount {
  /*
   * Up to EXACT hashes are kept in a table. Beyond, 2^12 registers hold the longest run of leading
   * zeros among the hashes that fall to each [1], and the count is read from how the registers are
   * spread with the estimator of [2], which needs no correction for small or large counts.
   *
   * Invariants: the state depends on the set of strings only, so merging sketches gives the sketch
   * of the union. Standard error 1.04 / sqrt(2^12) = 1.6 %.
   *
   * [1] Flajolet, Fusy, Gandouet, Meunier: HyperLogLog: The Analysis of a Near-Optimal Cardinality
   * Estimation Algorithm, AofA 2007.
   * [2] Ertl: New Cardinality Estimation Algorithms for HyperLogLog Sketches, arXiv:1702.01284.
   */

  /** Up to so many different strings the count is exact. */
  public static final int EXACT = 256;

  private static final long SEED = 0x64697374L;
  private static final int INDEX_BITS = 12;
  private static final int REGISTERS = 1 << INDEX_BITS;
  private static final int MAX_RANK = Long.SIZE - INDEX_BITS + 1;
  private static final double ALPHA = 1 / (2 * Math.log(2));
  private static final byte[] NO_REGISTERS = {};
  private static final long[] NO_HASHES = {};

  /** The hashes while they are few, with linear probing; 0 where a place is free. */
  private long[] hashes = new long[2];

  private byte[] registers = NO_REGISTERS;
  private int size;

  /** Adds the string {@code in[from, to)}. */
  public void add(byte[] in, int from, int to) {
    add(Hash64.mix(SEED, Hash64.of(in, from, to, SEED)));
  }

  /** Adds all that another sketch has seen. */
  public void merge(DistinctCount other) {
    for (long hash : other.hashes) {
      if (hash != 0) {
        add(hash);
      }
    }
    if (!other.isExact()) {
      estimateFromNow();
      for (int i = 0; i < REGISTERS; i++) {
        registers[i] = (byte) Math.max(registers[i], other.registers[i]);
      }
    }
  }

  /** Whether {@link #count} is the number itself and no estimate. */
  public boolean isExact() {
    return registers.length == 0;
  }

  /** How many different strings were added. */
  public long count() {
    return isExact() ? size : Math.round(estimate());
  }

  private void add(long hash) {
    if (isExact()) {
      insert(hash == 0 ? 1 : hash);
    } else {
      register(hash);
    }
  }

  private void insert(long hash) {
    int at = place(hash);
    if (hashes[at] == hash) {
      return;
    }
    if (size == EXACT) {
      estimateFromNow();
      register(hash);
      return;
    }
    hashes[at] = hash;
    size++;
    if (size * 2 > hashes.length) {
      grow();
    }
  }

  private int place(long hash) {
    int mask = hashes.length - 1;
    int at = (int) hash & mask;
    while (hashes[at] != 0 && hashes[at] != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] old = hashes;
    hashes = new long[old.length * 2];
    for (long hash : old) {
      if (hash != 0) {
        hashes[place(hash)] = hash;
      }
    }
  }

  private void estimateFromNow() {
    if (!isExact()) {
      return;
    }
    registers = new byte[REGISTERS];
    for (long hash : hashes) {
      if (hash != 0) {
        register(hash);
      }
    }
    hashes = NO_HASHES;
  }

  private void register(long hash) {
    int index = (int) (hash >>> (Long.SIZE - INDEX_BITS));
    long rest = (hash << INDEX_BITS) | (1L << (INDEX_BITS - 1));
    int rank = Long.numberOfLeadingZeros(rest) + 1;
    registers[index] = (byte) Math.max(registers[index], rank);
  }

  private double estimate() {
    int[] ranks = new int[MAX_RANK + 1];
    for (byte register : registers) {
      ranks[register]++;
    }
    double z = REGISTERS * tau(1 - (double) ranks[MAX_RANK] / REGISTERS);
    for (int rank = MAX_RANK - 1; rank > 0; rank--) {
      z = (z + ranks[rank]) / 2;
    }
    z += REGISTERS * sigma((double) ranks[0] / REGISTERS);
    return ALPHA * REGISTERS * REGISTERS / z;
  }

  /** What the registers that are still empty add: {@code x + sum(x^(2^k) * 2^(k-1))}. */
  private static double sigma(double empty) {
    double x = empty;
    double weight = 1;
    double sum = x;
    double before = Double.NaN;
    while (sum != before && x < 1) {
      before = sum;
      x *= x;
      sum += x * weight;
      weight *= 2;
    }
    return sum;
  }

  /** What the registers that are full add. */
  private static double tau(double notFull) {
    double x = notFull;
    double weight = 1;
    double sum = 1 - x;
    double before = Double.NaN;
    while (sum != before && x > 0 && x < 1) {
      before = sum;
      x = Math.sqrt(x);
      weight /= 2;
      sum -= (1 - x) * (1 - x) * weight;
    }
    return x > 0 && x <= 1 ? sum / 3 : 0;
  }
}
