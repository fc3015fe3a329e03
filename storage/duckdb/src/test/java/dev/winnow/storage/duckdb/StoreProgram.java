package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.duckdb.query.QueryLimits;
import dev.winnow.storage.testkit.SampleRecords;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Appends batches as fast as it can until it is killed, and says which were acknowledged: a line
 * with the number of each batch, on standard output. Batch n has an identity of its own and {@link
 * #size size(n)} records.
 */
final class StoreProgram {
  private static final int THREADS = 8;

  private StoreProgram() {}

  /**
   * Runs it.
   *
   * @param arguments the directory of the store, the number of the first batch, and how many bytes
   *     of the log lead to a checkpoint
   */
  public static void main(String... arguments) {
    StoreSettings settings =
        new StoreSettings(
            256L << 20, 2, 16L << 20, Long.parseLong(arguments[2]), QueryLimits.DEFAULT);
    AtomicLong next = new AtomicLong(Long.parseLong(arguments[1]));
    DuckDbLogStore store =
        DuckDbLogStore.open(Path.of(arguments[0]), InstantSource.system(), settings);
    OutputStream out = System.out;
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        threads.execute(() -> append(store, next, out));
      }
    }
  }

  private static void append(DuckDbLogStore store, AtomicLong next, OutputStream out) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long number = next.getAndIncrement();
        append(store, batch(number));
        byte[] line = (number + "\n").getBytes(StandardCharsets.US_ASCII);
        synchronized (out) {
          out.write(line);
          out.flush();
        }
      }
    } catch (IOException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tries until it succeeds, as a sender does. */
  private static void append(DuckDbLogStore store, Batch batch) {
    boolean isStored = false;
    while (!isStored) {
      try {
        store.writer().append(batch);
        isStored = true;
      } catch (WinnowException refused) {
        if (refused.code().kind() != ErrorCode.Kind.TRANSIENT) {
          throw refused;
        }
      }
    }
  }

  static int size(long number) {
    return (int) (number * 37 % 900);
  }

  private static Batch batch(long number) {
    return SampleRecords.batch(
        SampleRecords.TENANT,
        Long.toString(number),
        SampleRecords.TODAY,
        IntStream.range(0, size(number))
            .mapToObj(i ->
                SampleRecords.record(
                    (double) (i % 100), "service " + i % 5, SeverityNumber.INFO, "batch " + number))
            .toList());
  }
}
