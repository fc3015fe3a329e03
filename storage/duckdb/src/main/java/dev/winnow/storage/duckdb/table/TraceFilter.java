package dev.winnow.storage.duckdb.table;

import dev.winnow.kernel.hash.Hash64;
import java.util.HashSet;
import java.util.Set;

/** Which traces some records are of. */
public final class TraceFilter {
  private static final int BITS_PER_TRACE = 7;
  private static final int MAX_BYTES = 1 << 17;

  private final Set<Long> traces = new HashSet<>();

  /** Adds a trace by the two halves of its id. */
  public void add(long high, long low) {
    traces.add(hash(high, low));
  }

  /** The filter, to be read by {@link #of}. */
  public byte[] bits() {
    BloomFilter filter = BloomFilter.forHashes(traces.size(), BITS_PER_TRACE, MAX_BYTES);
    traces.forEach(filter::add);
    return filter.bits();
  }

  public static BloomFilter of(byte[] bits) {
    return new BloomFilter(bits, BITS_PER_TRACE);
  }

  public static long hash(long high, long low) {
    return Hash64.mix(Hash64.mix(1, high), low);
  }
}
