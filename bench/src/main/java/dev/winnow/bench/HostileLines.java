package dev.winnow.bench;

import dev.winnow.core.miner.MinerLedger;
import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Sends millions of distinct lines that no program writes through one miner with its default
 * bounds, while known templates go on at a tenth of the rate. Prints what the flood cost, and what
 * became of the templates that were known before.
 *
 * <p>Arguments: the number of lines (10 million), the directories of the corpus of known records,
 * separated by colons.
 */
final class HostileLines {
  private static final long SEED = 17;
  private static final int BATCH = 1000;
  private static final int KNOWN_SHARE = 10;
  private static final int FLOODS = 100_000;
  private static final int ROUNDS_BETWEEN_LOOKS = 20;
  private static final double NANOS = 1e9;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final String[] known;
  private final long[] firstIds;
  private final int[] timesSent;
  private final Mining mining;
  private double peakMegabytes;

  private HostileLines(String[] known) {
    this.known = known;
    firstIds = new long[known.length];
    timesSent = new int[known.length];
    mining = new Mining(new TemplateMiner(MinerSettings.DEFAULT));
  }

  /** Prints the figures as Markdown. */
  public static void main(String[] arguments) throws IOException {
    long lines = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
    String directories = arguments.length > 1 ? arguments[1] : Corpus.DEFAULT;
    String[] known = Corpus.read(directories);
    System.out.println(Corpus.describe(directories, known));
    System.out.printf(
        "heap limit %.0f MB, with the known records in it %.1f MB used%n%n",
        Runtime.getRuntime().maxMemory() / 1e6, usedMegabytes());
    System.out.println("| kind | lines | bytes each | k lines/s | MB/s | of the known rate |");
    System.out.println("|---|---|---|---|---|---|");
    Rate rate = knownRate(known);
    rate.print("known forms only", rate);
    hashFlood(rate);
    new HostileLines(known).run(lines, rate);
  }

  /** The fastest of some rounds, so that the comparison is with a warm machine. */
  private static Rate knownRate(String[] known) {
    Mining mining = new Mining(new TemplateMiner(MinerSettings.DEFAULT));
    Rate best = new Rate();
    for (int round = 0; round < 30; round++) {
      Rate rate = new Rate();
      rate.time(mining, known);
      best = rate.perSecond() > best.perSecond() ? rate : best;
    }
    return best;
  }

  /** Each line twice, as a form that is met only once may not be learned at all. */
  private static void hashFlood(Rate knownRate) {
    SplittableRandom random = new SplittableRandom(SEED);
    HashFlood flood = new HashFlood();
    Mining mining = new Mining(new TemplateMiner(MinerSettings.DEFAULT));
    Rate rate = new Rate();
    for (int sent = 0; sent < FLOODS; sent += BATCH) {
      String[] batch = new String[BATCH];
      Arrays.setAll(batch, i -> flood.line(random));
      rate.time(mining, batch);
      rate.time(mining, batch);
    }
    rate.print("chosen to collide, each twice, in a miner of their own", knownRate);
  }

  private void run(long lines, Rate knownRate) {
    for (int i = 0; i < known.length; i++) {
      firstIds[i] = mining.mine(known[i]);
      timesSent[i]++;
    }
    mining.miner.templates();
    Map<HostileKind, Rate> rates = new EnumMap<>(HostileKind.class);
    long sent = 0;
    for (long round = 0; sent < lines; round++) {
      for (HostileKind kind : HostileKind.values()) {
        String[] batch = new String[BATCH];
        Arrays.setAll(batch, i -> kind.line(random));
        rates.computeIfAbsent(kind, any -> new Rate()).time(mining, batch);
        sendActive(BATCH / KNOWN_SHARE);
        sent += BATCH;
      }
      if (round % ROUNDS_BETWEEN_LOOKS == 0) {
        peakMegabytes = Math.max(peakMegabytes, usedMegabytes());
      }
    }
    Rate all = new Rate();
    rates.forEach((kind, rate) -> {
      rate.print(kind.toString(), knownRate);
      all.add(rate);
    });
    all.print("**all of these through one miner**", knownRate);
    report();
  }

  /** Half of the known templates, told apart by their ids, go on while the flood lasts. */
  private void sendActive(int records) {
    for (int sent = 0; sent < records; ) {
      int at = random.nextInt(known.length);
      if (isActive(firstIds[at])) {
        mining.mine(known[at]);
        timesSent[at]++;
        sent++;
      }
    }
  }

  private static boolean isActive(long id) {
    return (id & 1) == 0;
  }

  private void report() {
    TemplateMiner miner = mining.miner;
    System.out.printf(
        "%n%d templates after the flood; most heap in use, garbage taken out: %.1f MB%n",
        miner.templates().size(), peakMegabytes);
    describe("that went on during the flood", true);
    describe("that were silent during the flood", false);
    MinerLedger ledger = miner.ledger();
    System.out.printf(
        "ledger: %d records = %d in templates + %d forgotten + %d unlearned: %s%n",
        ledger.records(),
        ledger.inTemplates(),
        ledger.forgotten(),
        ledger.unlearned(),
        ledger.isBalanced() ? "balanced" : "NOT BALANCED");
    System.out.println("checksum of the variables read: " + mining.read());
  }

  /** Sends known records once more and compares ids and counts with those of before. */
  private void describe(String which, boolean active) {
    TemplateMiner miner = mining.miner;
    Map<Long, Long> sent = new HashMap<>();
    long bodies = 0;
    long changed = 0;
    for (int i = 0; i < known.length; i++) {
      if (isActive(firstIds[i]) == active) {
        long id = mining.mine(known[i]);
        bodies++;
        timesSent[i]++;
        changed += miner.resolve(firstIds[i]) == miner.resolve(id) ? 0 : 1;
        sent.merge(firstIds[i], (long) timesSent[i], Long::sum);
      }
    }
    Map<Long, Long> counts = new HashMap<>();
    miner.templates().forEach(counted -> counts.put(counted.template().id(), counted.count()));
    Map<Long, Long> due = new HashMap<>();
    sent.forEach((id, count) -> due.merge(miner.resolve(id), count, Long::sum));
    long gone = due.keySet().stream().filter(id -> !counts.containsKey(id)).count();
    long less =
        due.entrySet().stream()
            .filter(entry -> counts.getOrDefault(entry.getKey(), Long.MAX_VALUE) < entry.getValue())
            .count();
    System.out.printf(
        "templates %s: %d; of their %d records %d got another id; %d templates are gone, %d count"
            + " less than was sent%n",
        which, due.size(), bodies, changed, gone, less);
  }

  private static double usedMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  /** Lines, bytes and time of one kind of lines. */
  private static final class Rate {
    private long lines;
    private long bytes;
    private long nanos;

    void time(Mining mining, String[] batch) {
      long start = System.nanoTime();
      for (String line : batch) {
        mining.mine(line);
      }
      nanos += System.nanoTime() - start;
      lines += batch.length;
      for (String line : batch) {
        bytes += line.getBytes(StandardCharsets.UTF_8).length;
      }
    }

    void add(Rate other) {
      lines += other.lines;
      bytes += other.bytes;
      nanos += other.nanos;
    }

    double perSecond() {
      return nanos == 0 ? 0 : lines * NANOS / nanos;
    }

    void print(String name, Rate reference) {
      System.out.printf(
          "| %s | %d | %d | %.0f | %.0f | %.2f |%n",
          name,
          lines,
          bytes / lines,
          perSecond() / 1000,
          bytes * NANOS / nanos / 1e6,
          perSecond() / reference.perSecond());
    }
  }
}
