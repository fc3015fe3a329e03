package dev.winnow.bench;

import dev.winnow.kernel.form.FormScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a text to the id of its form, without learning; an operation is one record. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Thread)
public class FormScannerBenchmark {
  /** Directories of the corpus, separated by colons. */
  @Param(Corpus.DEFAULT)
  public String corpus;

  private final FormScanner scanner = new FormScanner();
  private String[] bodies;
  private byte[][] encoded;
  private int next;

  /** Reads the corpus. */
  @Setup
  public void read() throws IOException {
    bodies = Corpus.read(corpus);
    encoded = new byte[bodies.length][];
    for (int i = 0; i < bodies.length; i++) {
      encoded[i] = bodies[i].getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A text as an application has it. */
  @Benchmark
  public long string() {
    return scanner.scan(bodies[advance()]);
  }

  /** A text as it comes from a file or a socket. */
  @Benchmark
  public long bytes() {
    byte[] utf8 = encoded[advance()];
    return scanner.scan(utf8, 0, utf8.length);
  }

  private int advance() {
    int at = next;
    next = at + 1 < bodies.length ? at + 1 : 0;
    return at;
  }
}
