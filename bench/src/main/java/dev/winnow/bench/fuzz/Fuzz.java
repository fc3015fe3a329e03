package dev.winnow.bench.fuzz;

import dev.winnow.bench.fuzz.Tally.Fault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Gives each parser its share of the inputs and prints what came of them, as a table in Markdown.
 * Inputs that were faults are kept as files. Exits with 1 if there are any.
 *
 * <p>Arguments: how many inputs (10,000,000), the seed (1), how many threads (as many as there are
 * processors), where to keep faults ({@code fuzz-faults}), and the beginning of the names of the
 * subjects (all).
 */
final class Fuzz {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int SHARES = 1000;
  private static final double NANOS = 1e9;
  private static final int ARGUMENTS = 5;

  private final long inputs;
  private final long seed;
  private final int threads;
  private final Path faults;

  private Fuzz(long inputs, long seed, int threads, Path faults) {
    this.inputs = inputs;
    this.seed = seed;
    this.threads = threads;
    this.faults = faults;
  }

  /** Fuzzes and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String processors = Integer.toString(Runtime.getRuntime().availableProcessors());
    String[] given = {"10000000", "1", processors, "fuzz-faults", ""};
    System.arraycopy(arguments, 0, given, 0, Math.min(arguments.length, ARGUMENTS));
    Fuzz fuzz =
        new Fuzz(
            Long.parseLong(given[0]),
            Long.parseLong(given[1]),
            Integer.parseInt(given[2]),
            Path.of(given[3]));
    List<Subject> subjects =
        Subjects.all().stream().filter(subject -> subject.name().startsWith(given[4])).toList();
    if (fuzz.run(subjects) > 0) {
      System.exit(1);
    }
  }

  private long run(List<Subject> subjects) throws IOException, InterruptedException {
    System.out.println(
        """
        | subject | inputs | inputs/s | refused | faults | slowest ms (its KB) | most allocated MB |
        |---|---|---|---|---|---|---|\
        """);
    Tally all = new Tally();
    for (Subject subject : subjects) {
      Tally tally = run(subject);
      print(subject.name(), tally);
      keep(subject.name(), tally.examples());
      all.add(tally);
    }
    print("**all**", all);
    System.out.printf(
        Locale.ROOT,
        "%nseed %d, %d threads; most heap in use %.0f MB of %.0f MB, garbage included%n",
        seed,
        threads,
        mostHeap() / 1e6,
        Runtime.getRuntime().maxMemory() / 1e6);
    return all.faults;
  }

  private Tally run(Subject subject) throws IOException, InterruptedException {
    List<Fuzzing> parts = new ArrayList<>();
    List<Thread> running = new ArrayList<>();
    long each = inputs * subject.share() / SHARES / threads;
    for (int i = 0; i < threads; i++) {
      Fuzzing part = new Fuzzing(subject, seed * threads + i);
      parts.add(part);
      running.add(Thread.ofPlatform().name("fuzz-" + i).start(() -> part.run(each)));
    }
    for (Thread thread : running) {
      while (!thread.join(LOOK)) {
        endIfStuck(subject, parts);
      }
    }
    Tally tally = new Tally();
    parts.forEach(part -> tally.add(part.tally()));
    return tally;
  }

  /** What never ends cannot be stopped but with the process. */
  private void endIfStuck(Subject subject, List<Fuzzing> parts) throws IOException {
    for (Fuzzing part : parts) {
      byte[] input = part.stuckFor(STUCK_NANOS);
      if (input != null) {
        keep(subject.name(), List.of(new Fault(input, "does not end")));
        Runtime.getRuntime().halt(1);
      }
    }
  }

  private static void print(String name, Tally tally) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f | %.0f %% | %d | %.1f (%.1f) | %.1f |%n",
        name,
        tally.inputs,
        tally.inputs * NANOS / Math.max(1, tally.nanos),
        100.0 * tally.refused / Math.max(1, tally.inputs),
        tally.faults,
        tally.slowestNanos / 1e6,
        tally.slowestBytes / 1e3,
        tally.mostMemory / 1e6);
  }

  private void keep(String name, List<Fault> examples) throws IOException {
    for (int i = 0; i < examples.size(); i++) {
      Files.createDirectories(faults);
      Path file = faults.resolve(name.replaceAll("[^A-Za-z]+", "-") + "-" + i);
      Files.write(file, examples.get(i).input());
      System.err.println(file + ": " + examples.get(i).what());
    }
  }

  private static long mostHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(Fuzz::peak)
        .sum();
  }

  private static long peak(MemoryPoolMXBean pool) {
    return pool.getPeakUsage().getUsed();
  }
}
