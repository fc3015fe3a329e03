package dev.winnow.storage.duckdb.table;

import dev.winnow.kernel.hash.Hash64;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which traces some records are of. */
public final class TraceFilter {
  private static final int BITS_PER_TRACE = 7;
  private static final int MAX_BYTES = 1 << 17;

  /** More of them get the largest filter, and need not be counted any more. */
  private static final int MAX_COUNTED = MAX_BYTES * Byte.SIZE / 10;

  private final Set<Long> traces = new HashSet<>();
  private @Nullable BloomFilter largest;

  /** Adds a trace by the two halves of its id. */
  public void add(long high, long low) {
    if (largest != null) {
      largest.add(hash(high, low));
      return;
    }
    traces.add(hash(high, low));
    if (traces.size() > MAX_COUNTED) {
      largest = filter();
      traces.clear();
    }
  }

  /** The filter, to be read by {@link #of}. */
  public byte[] bits() {
    return (largest == null ? filter() : largest).bits();
  }

  private BloomFilter filter() {
    BloomFilter filter = BloomFilter.forHashes(traces.size(), BITS_PER_TRACE, MAX_BYTES);
    traces.forEach(filter::add);
    return filter;
  }

  public static BloomFilter of(byte[] bits) {
    return new BloomFilter(bits, BITS_PER_TRACE);
  }

  public static long hash(long high, long low) {
    return Hash64.mix(Hash64.mix(1, high), low);
  }
}
