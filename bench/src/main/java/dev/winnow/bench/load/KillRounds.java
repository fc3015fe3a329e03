package dev.winnow.bench.load;

import dev.winnow.bench.traffic.PooledRequest;
import dev.winnow.bench.traffic.Traffic;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Kills a server at random moments under full load, reads everything back and counts what was
 * acknowledged and is lost, and what is stored twice. Prints a table in Markdown.
 *
 * <p>Arguments: {@code winnow} (the launcher), {@code data} (an empty directory), {@code log} (a
 * file), {@code rounds} (50), {@code batch} (200 records a request), {@code connections} (8),
 * {@code least_ms} (300) and {@code most_ms} (3000) of load before the kill.
 */
final class KillRounds {
  /*
   * Each record carries the number of its request and its place in it, and each request has a span
   * of time of its own, so a round is read back page by page as a span of time. What was under way
   * when the server was killed is sent again with the same key once it is back. Then each record of
   * each request that was ever acknowledged must be there exactly once.
   */
  private static final long STEP_NANOS = 1000;
  private static final String PAGE = "1000";

  private final Path winnow;
  private final Path data;
  private final Path log;
  private final Traffic traffic;
  private final int connections;
  private final long startNanos;
  private final SplittableRandom random = new SplittableRandom(11);
  private final long leastMillis;
  private final long mostMillis;
  private long next;
  private long stored;
  private long acknowledged;
  private long lost;
  private long duplicated;

  private KillRounds(Arguments options) {
    winnow = Path.of(options.text("winnow", "./winnow"));
    data = Path.of(options.text("data", ""));
    log = Path.of(options.text("log", ""));
    traffic = new Traffic(new Traffic.Shape(17, (int) options.number("batch", 200), 64, true));
    connections = (int) options.number("connections", 8);
    leastMillis = options.number("least_ms", 300);
    mostMillis = options.number("most_ms", 3000);
    Instant start = Instant.now().minus(Duration.ofHours(2));
    startNanos = TimeUnit.MILLISECONDS.toNanos(start.toEpochMilli());
  }

  /** Kills, prints, and exits with 1 if something was lost or doubled. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments options = new Arguments(arguments);
    KillRounds rounds = new KillRounds(options);
    int count = (int) options.number("rounds", 50);
    options.end();
    if (!rounds.run(count)) {
      System.exit(1);
    }
  }

  private boolean run(int rounds) throws IOException, InterruptedException {
    System.out.println("| round | killed after ms | acknowledged | lost | duplicated | ledger |");
    System.out.println("|---|---|---|---|---|---|");
    boolean isBalanced = true;
    ServerProcess server = ServerProcess.start(winnow, data, log);
    for (int round = 1; round <= rounds; round++) {
      long first = next;
      long millis = random.nextLong(leastMillis, mostMillis + 1);
      Outcome outcome = loadAndKill(server, millis);
      server = ServerProcess.start(winnow, data, log);
      sendAgain(server, outcome);
      boolean balanced = count(round, millis, new Api(server.api()), first, outcome);
      isBalanced &= balanced;
    }
    long there = countAll(new Api(server.api()));
    isBalanced &= there == stored;
    server.close();
    System.out.printf(
        Locale.ROOT,
        "| all | %d still there | %d | %d | %d | %s |%n",
        there,
        acknowledged,
        lost,
        duplicated,
        isBalanced ? "balanced" : "**not balanced**");
    return lost == 0 && duplicated == 0 && isBalanced;
  }

  private Outcome loadAndKill(ServerProcess server, long millis) throws InterruptedException {
    Plan plan = plan(Long.MAX_VALUE);
    try (Links links = new Links(server.otlp(), Links.Protocol.HTTP_KEYED, connections)) {
      Load load = new Load(traffic, plan, links);
      LoadThread thread = new LoadThread(load);
      thread.start();
      thread.join(millis);
      server.kill();
      load.stop();
      thread.join();
      next = load.nextNumber();
      return thread.outcome;
    }
  }

  /** As a client does that had no answer. */
  private void sendAgain(ServerProcess server, Outcome outcome)
      throws IOException, InterruptedException {
    try (Links links = new Links(server.otlp(), Links.Protocol.HTTP_KEYED, 1);
        Link link = links.open(0)) {
      for (long number : outcome.unanswered()) {
        PooledRequest.Times times = plan(0).times(number, traffic.shape().recordsPerRequest());
        if (link.send(number, traffic.request(number, times)) instanceof Link.Answer.Acknowledged) {
          outcome.acknowledge(number, 0);
        }
      }
    }
  }

  private Plan plan(long requests) {
    return new Plan(next, requests, Long.MAX_VALUE, connections, 0, startNanos, STEP_NANOS);
  }

  private boolean count(int round, long millis, Api api, long first, Outcome outcome)
      throws IOException, InterruptedException {
    int batch = traffic.shape().recordsPerRequest();
    Map<Long, int[]> seen = readBack(api, new Window(traffic, plan(0), first, next));
    long lostHere = 0;
    for (long number : outcome.acknowledged()) {
      int[] times = seen.getOrDefault(number, new int[batch]);
      lostHere += Arrays.stream(times).filter(time -> time == 0).count();
    }
    long doubledHere = 0;
    for (int[] times : seen.values()) {
      doubledHere += Arrays.stream(times).filter(time -> time > 1).count();
      stored += Arrays.stream(times).sum();
    }
    long acknowledgedHere = (long) outcome.acknowledged().size() * batch;
    acknowledged += acknowledgedHere;
    lost += lostHere;
    duplicated += doubledHere;
    long ledger = ledger(api);
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %d | %d | %d | %d of %d |%n",
        round,
        millis,
        acknowledgedHere,
        lostHere,
        doubledHere,
        ledger,
        stored);
    return ledger == stored;
  }

  /** How often each record of each request is there. */
  private Map<Long, int[]> readBack(Api api, Window window)
      throws IOException, InterruptedException {
    Map<Long, int[]> seen = new HashMap<>();
    Map<String, String> parameters = window.with("limit", PAGE);
    String cursor = "";
    do {
      Attributes page = api.get("/api/logs", parameters);
      for (Attributes log : Answers.list(page, "logs")) {
        long number = Long.parseLong(log.at("attributes.bench.batch").text());
        int place = Integer.parseInt(log.at("attributes.bench.ordinal").text());
        seen.computeIfAbsent(number, any -> new int[traffic.shape().recordsPerRequest()])[place]++;
      }
      cursor = Answers.text(page, "next_cursor");
      parameters.put("cursor", cursor);
    } while (!cursor.isEmpty());
    return seen;
  }

  /** Whether what earlier rounds read back has outlived the later ones. */
  private long countAll(Api api) throws IOException, InterruptedException {
    Window window = new Window(traffic, plan(0), 0, next);
    return Answers.number(
        api.get("/api/logs", window.with("limit", "1", "count", "true")), "total");
  }

  /** The records that the ledger says are stored. */
  private static long ledger(Api api) throws IOException, InterruptedException {
    Attributes ledger = api.get("/api/v1/ledger", Map.of());
    return ((AnyValue.IntValue) ledger.at("outcomes.stored")).value();
  }

  /** Sends until the server is gone. */
  private static final class LoadThread extends Thread {
    private final Load load;
    private Outcome outcome = new Outcome();

    LoadThread(Load load) {
      super("load");
      this.load = load;
    }

    @Override
    public void run() {
      try {
        outcome = load.run();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
