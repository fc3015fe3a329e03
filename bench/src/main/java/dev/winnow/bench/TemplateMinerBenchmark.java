package dev.winnow.bench;

import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.hash.Hash64;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
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

/**
 * From a text to a counted template, and what bounds it on both sides; an operation is one record
 * of a form that was seen before. Each thread has its own scanner and miner.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Thread)
public class TemplateMinerBenchmark {
  /** Directories of the corpus, separated by colons. */
  @Param(Corpus.DEFAULT)
  public String corpus;

  private final Mining mining = new Mining(new TemplateMiner(MinerSettings.DEFAULT));
  private final Map<String, Long> counts = new HashMap<>();
  private byte[] scratch = new byte[0];
  private String[] bodies;
  private int next;

  /** Reads the corpus and lets the miner see all of it once. */
  @Setup
  public void learn() throws IOException {
    bodies = Corpus.read(corpus);
    int longest = 0;
    for (String body : bodies) {
      mining.mine(body);
      longest = Math.max(longest, body.length());
    }
    scratch = new byte[longest];
    System.out.println(Corpus.describe(corpus, bodies));
  }

  /** The engine: id, typed parameters, counter. */
  @Benchmark
  public long mine() {
    return mining.mine(body());
  }

  /** What a program without an engine does: six regular expressions and a map of counts. */
  @Benchmark
  public long regularExpressions() {
    return counts.merge(RegularExpressions.mask(body()), 1L, Long::sum);
  }

  /** The upper bound: each character is copied and hashed, nothing is looked at. */
  @Benchmark
  public long hashAlone() {
    String body = body();
    int length = body.length();
    for (int i = 0; i < length; i++) {
      scratch[i] = (byte) body.charAt(i);
    }
    return Hash64.of(scratch, 0, length, FormScanner.RULES);
  }

  private String body() {
    int at = next;
    next = at + 1 < bodies.length ? at + 1 : 0;
    return bodies[at];
  }
}
