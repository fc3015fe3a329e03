package dev.winnow.storage.duckdb.table;

import dev.winnow.kernel.hash.Hash64;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;

/** What can be in the records of a slice of time: the trigrams of bodies, and the traces. */
public final class SliceFilters {
  private static final int TRIGRAM_BYTES = 1 << 14;
  private static final int BITS_PER_TRACE = 7;
  private static final int MAX_TRACE_BYTES = 1 << 17;

  private final BloomFilter trigrams = trigrams(new byte[TRIGRAM_BYTES]);
  private final Set<Long> traces = new HashSet<>();

  /** Adds a body as text, in lower case. */
  public void addBody(String lowerCase) {
    trigrams(lowerCase, trigrams::add);
  }

  /** Adds a trace by the two halves of its id. */
  public void addTrace(long high, long low) {
    traces.add(trace(high, low));
  }

  /** The filter of trigrams, to be read by {@link #trigrams(byte[])}. */
  public byte[] trigramBits() {
    return trigrams.bits();
  }

  /** The filter of traces, to be read by {@link #traces(byte[])}. */
  public byte[] traceBits() {
    BloomFilter filter = BloomFilter.forHashes(traces.size(), BITS_PER_TRACE, MAX_TRACE_BYTES);
    traces.forEach(filter::add);
    return filter.bits();
  }

  public static BloomFilter trigrams(byte[] bits) {
    return new BloomFilter(bits, 1);
  }

  public static BloomFilter traces(byte[] bits) {
    return new BloomFilter(bits, BITS_PER_TRACE);
  }

  /**
   * Gives the hashes of all three characters that follow on each other in a text, if they are
   * ASCII: only of these is lower case the same everywhere.
   */
  public static void trigrams(String lowerCase, LongConsumer each) {
    int last = 0;
    int ascii = 0;
    for (int i = 0; i < lowerCase.length(); i++) {
      char c = lowerCase.charAt(i);
      ascii = c < 0x80 ? ascii + 1 : 0;
      last = (last << 7 | (c & 0x7f)) & 0x1f_ffff;
      if (ascii >= 3) {
        each.accept(hash(last));
      }
    }
  }

  private static int hash(int trigram) {
    return (trigram * 0x9e37_79b1) >>> 12;
  }

  public static long trace(long high, long low) {
    return Hash64.mix(Hash64.mix(1, high), low);
  }
}
