package dev.winnow.bench.fuzz;

import com.sun.management.ThreadMXBean;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives one subject its inputs, on one thread. */
final class Fuzzing {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * For an input of {@link Mutator#MAX_BYTES}, which is a quarter of what may take four seconds.
   */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** What may be allocated for one input, garbage included. */
  private static final long MOST_MEMORY = 256L << 20;

  private final Subject subject;
  private final Mutator mutator;
  private final Tally tally = new Tally();
  private Subject.Reader reader;
  private volatile byte @Nullable [] current;
  private volatile long since = System.nanoTime();

  Fuzzing(Subject subject, long seed) {
    this.subject = subject;
    mutator = new Mutator(subject.seeds(), seed);
    reader = subject.readers().get();
  }

  Tally tally() {
    return tally;
  }

  /** The input that has been read for longer than {@code nanos}; null if there is none. */
  byte @Nullable [] stuckFor(long nanos) {
    return System.nanoTime() - since > nanos ? current : null;
  }

  /** Reads so many inputs. */
  void run(long inputs) {
    for (long i = 0; i < inputs; i++) {
      read(mutator.next());
    }
    current = null;
  }

  private void read(byte[] input) {
    // A reader may use its input as working memory.
    byte[] kept = input.clone();
    long memory = THREADS.getCurrentThreadAllocatedBytes();
    long processor = THREADS.getCurrentThreadCpuTime();
    current = kept;
    since = System.nanoTime();
    tally.inputs++;
    try {
      reader.read(input);
    } catch (WinnowException | IOException refusal) {
      tally.refused++;
    } catch (RuntimeException | Error fault) {
      tally.fault(kept, stackTrace(fault));
      reader = subject.readers().get();
    }
    note(
        kept,
        THREADS.getCurrentThreadCpuTime() - processor,
        THREADS.getCurrentThreadAllocatedBytes() - memory);
  }

  private void note(byte[] input, long nanos, long memory) {
    tally.nanos += nanos;
    if (nanos > tally.slowestNanos) {
      tally.slowestNanos = nanos;
      tally.slowestBytes = input.length;
    }
    tally.mostMemory = Math.max(tally.mostMemory, memory);
    if (nanos > MOST_NANOS) {
      tally.fault(input, "took " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
    }
    if (memory > MOST_MEMORY) {
      tally.fault(input, "allocated " + memory + " bytes");
    }
  }

  private static String stackTrace(Throwable fault) {
    StringWriter text = new StringWriter();
    fault.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
