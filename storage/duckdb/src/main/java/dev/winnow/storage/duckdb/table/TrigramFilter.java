package dev.winnow.storage.duckdb.table;

import java.util.function.LongConsumer;

/** Which three characters follow on each other in some texts; only those of ASCII are known. */
public final class TrigramFilter {
  private static final int MAX_BYTES = 1 << 14;
  private static final int MIN_BYTES = 1 << 7;

  private final BloomFilter trigrams = of(new byte[MAX_BYTES]);

  /** Adds a text in lower case. */
  public void add(String lowerCase) {
    hashes(lowerCase, trigrams::add);
  }

  /** The filter, no larger than it has to be, to be read by {@link #of}. */
  public byte[] bits() {
    BloomFilter filter = trigrams;
    while (filter.bits().length > MIN_BYTES && filter.isSparse()) {
      filter = filter.folded();
    }
    return filter.bits();
  }

  public static BloomFilter of(byte[] bits) {
    return new BloomFilter(bits, 1);
  }

  /**
   * Gives the hashes of all three characters that follow on each other in a text, if they are
   * ASCII: only of these is lower case the same everywhere.
   */
  public static void hashes(String lowerCase, LongConsumer each) {
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
}
