package dev.winnow.bench.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * A parser of what comes from elsewhere.
 *
 * @param share how many of a thousand inputs it gets
 * @param seeds real inputs
 * @param readers makes a reader for one thread
 */
record Subject(String name, int share, List<byte[]> seeds, Supplier<Reader> readers) {
  /** Reads input after input. */
  @FunctionalInterface
  interface Reader {
    /**
     * Reads an input, and whatever must give it back if it was understood.
     *
     * @throws IOException if it is refused, as {@link dev.winnow.kernel.WinnowException} is; any
     *     other exception is a fault
     */
    void read(byte[] input) throws IOException;
  }
}
