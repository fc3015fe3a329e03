package dev.winnow.bench;

import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.kernel.form.FormScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * How long one record of about 100 bytes takes: one of a known form, one of a new form in a miner
 * that learns, and one of a new form in a miner that is full. What the machine takes away from the
 * thread is in the figures.
 *
 * <p>Arguments: the directories of the corpus, separated by colons.
 */
final class RecordLatency {
  private static final int LEAST_BYTES = 80;
  private static final int MOST_BYTES = 120;
  private static final int KNOWN_RECORDS = 5_000_000;
  private static final int NEW_RECORDS = 300_000;
  private static final long SEED = 17;

  private RecordLatency() {}

  /** Prints the percentiles as a table in Markdown. */
  public static void main(String[] arguments) throws IOException {
    String directories = arguments.length > 0 ? arguments[0] : Corpus.DEFAULT;
    List<String> bodies =
        Arrays.stream(Corpus.read(directories)).filter(RecordLatency::fits).toList();
    List<String> distinct = oneOfEachForm(bodies);
    System.out.printf(
        "%s: %d bodies of %d to %d bytes, %d forms%n%n",
        directories, bodies.size(), LEAST_BYTES, MOST_BYTES, distinct.size());
    System.out.println("| record | records | p50 ns | p99 ns | p99.9 ns | max ns |");
    System.out.println("|---|---|---|---|---|---|");
    print("nothing: the clock alone", clock());
    print("known form", known(bodies));
    print("new form", fresh(distinct));
    print("new form, miner full", full());
  }

  private static boolean fits(String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return length >= LEAST_BYTES && length <= MOST_BYTES;
  }

  private static List<String> oneOfEachForm(List<String> bodies) {
    FormScanner scanner = new FormScanner();
    Set<Long> forms = new HashSet<>();
    return bodies.stream().filter(body -> forms.add(scanner.scan(body))).toList();
  }

  private static LatencyHistogram clock() {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int i = 0; i < KNOWN_RECORDS; i++) {
      long start = System.nanoTime();
      histogram.record(System.nanoTime() - start);
    }
    return histogram;
  }

  private static LatencyHistogram known(List<String> bodies) {
    Mining mining = new Mining(new TemplateMiner(MinerSettings.DEFAULT));
    bodies.forEach(mining::mine);
    LatencyHistogram warmUp = new LatencyHistogram();
    LatencyHistogram histogram = new LatencyHistogram();
    while (histogram.total() < KNOWN_RECORDS) {
      record(mining, bodies, warmUp.total() < KNOWN_RECORDS ? warmUp : histogram);
    }
    return histogram;
  }

  private static LatencyHistogram fresh(List<String> distinct) {
    List<String> order = new ArrayList<>(distinct);
    Random random = new Random(SEED);
    LatencyHistogram warmUp = new LatencyHistogram();
    LatencyHistogram histogram = new LatencyHistogram();
    while (histogram.total() < NEW_RECORDS) {
      Collections.shuffle(order, random);
      Mining mining = new Mining(new TemplateMiner(MinerSettings.DEFAULT));
      record(mining, order, warmUp.total() < NEW_RECORDS ? warmUp : histogram);
    }
    return histogram;
  }

  private static LatencyHistogram full() {
    SplittableRandom random = new SplittableRandom(SEED);
    Mining mining = new Mining(new TemplateMiner(MinerSettings.DEFAULT));
    LatencyHistogram warmUp = new LatencyHistogram();
    LatencyHistogram histogram = new LatencyHistogram();
    while (histogram.total() < NEW_RECORDS) {
      List<String> batch = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        batch.add(HostileKind.RANDOM_WORDS.line(random));
      }
      record(mining, batch, warmUp.total() < NEW_RECORDS ? warmUp : histogram);
    }
    return histogram;
  }

  private static void record(Mining mining, List<String> bodies, LatencyHistogram histogram) {
    for (String body : bodies) {
      long start = System.nanoTime();
      mining.mine(body);
      histogram.record(System.nanoTime() - start);
    }
  }

  private static void print(String name, LatencyHistogram histogram) {
    System.out.printf(
        "| %s | %d | %d | %d | %d | %d |%n",
        name,
        histogram.total(),
        histogram.percentile(0.5),
        histogram.percentile(0.99),
        histogram.percentile(0.999),
        histogram.max());
  }
}
