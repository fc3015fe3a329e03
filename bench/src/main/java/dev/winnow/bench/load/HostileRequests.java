package dev.winnow.bench.load;

import dev.winnow.bench.fuzz.Mutator;
import dev.winnow.bench.fuzz.Seeds;
import dev.winnow.kernel.record.Attributes;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Sends requests that are nearly right to a server of its own, over HTTP and gRPC. Prints how they
 * were answered, as a table in Markdown, and exits with 1 if one was answered with a fault of the
 * server or not at all, a kind with nothing but refusals for now, or the server is not well
 * afterwards.
 *
 * <p>Arguments: {@code winnow} (the launcher), {@code data} (an empty directory), {@code log} (a
 * file), {@code requests} (200,000 in all), {@code connections} (8 at once), {@code seed} (1),
 * {@code kind} (what the names of the kinds begin with that are sent over HTTP: all).
 */
final class HostileRequests {
  private static final int PATIENCE_MILLIS = 20_000;

  /** A head that is cut leaves the server waiting for the rest. */
  private static final int PATIENCE_FOR_HEADS_MILLIS = 300;

  /** Each of these takes that long if the server waits: one in so many. */
  private static final int FEWER_HEADS = 20;

  private static final String HEADS = "heads";
  private static final Set<String> OVERLOADED = Set.of("503", "UNAVAILABLE");
  private static final int FAULT = 500;
  private static final int OK = 200;
  private static final int SHOWN = 10;
  private static final long MOST_MEMORY_MB = 1024;

  private final ServerProcess server;
  private final int connections;
  private final long seed;
  private final AtomicLong faults = new AtomicLong();

  /** Whether each request of each kind was sent, and some of each were looked into. */
  private boolean isTested = true;

  private HostileRequests(ServerProcess server, int connections, long seed) {
    this.server = server;
    this.connections = connections;
    this.seed = seed;
  }

  /** Sends, prints, and exits with 1 if something is wrong. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments options = new Arguments(arguments);
    Path winnow = Path.of(options.text("winnow", "./winnow"));
    Path data = Path.of(options.text("data", ""));
    Path log = Path.of(options.text("log", ""));
    long requests = options.number("requests", 200_000);
    int connections = (int) options.number("connections", 8);
    long seed = options.number("seed", 1);
    String kind = options.text("kind", "");
    options.end();
    boolean isWell;
    try (ServerProcess server = ServerProcess.start(winnow, data, log)) {
      isWell = new HostileRequests(server, connections, seed).run(kind, requests);
    }
    if (!isWell) {
      System.exit(1);
    }
  }

  private boolean run(String prefix, long requests) throws IOException, InterruptedException {
    System.out.println("| kind | requests | answers |\n|---|---|---|");
    List<HostileKind> kinds =
        HostileKind.all().stream().filter(kind -> kind.name().startsWith(prefix)).toList();
    long each = requests / (kinds.size() + 1);
    long before = 0;
    for (HostileKind kind : kinds) {
      Target target = kind.name().startsWith("OTLP") ? server.otlp() : server.api();
      boolean isHead = kind.name().equals(HEADS);
      RawRequest http =
          new RawRequest(target, isHead ? PATIENCE_FOR_HEADS_MILLIS : PATIENCE_MILLIS);
      sendAll(
          kind.name(),
          isHead ? each / FEWER_HEADS : each,
          kind.seeds(),
          input -> status(http.send(kind.request().apply(input)), input, isHead));
      before = before == 0 ? megabytes("VmRSS") : before;
    }
    ManagedChannel connection = GrpcLink.connect(server.grpc());
    GrpcLink grpc = new GrpcLink(connection, server.grpc());
    sendAll("OTLP over gRPC", each, Seeds.otlpProtobuf(), input -> grpc(grpc, input));
    connection.shutdownNow();
    return isWell(before);
  }

  /** Sends one input, and says in a word how it was answered. */
  @FunctionalInterface
  private interface Sending {
    String send(byte[] input) throws IOException;
  }

  private void sendAll(String name, long requests, List<byte[]> seeds, Sending sending)
      throws InterruptedException {
    Map<String, Long> answers = new TreeMap<>();
    AtomicLong next = new AtomicLong();
    try (ExecutorService senders = Executors.newFixedThreadPool(connections)) {
      for (int i = 0; i < connections; i++) {
        Mutator mutator = new Mutator(seeds, seed * connections + i);
        senders.execute(() -> {
          for (long number = next.getAndIncrement();
              number < requests;
              number = next.getAndIncrement()) {
            String answer = answer(mutator.next(), sending);
            synchronized (answers) {
              answers.merge(answer, 1L, Long::sum);
            }
          }
        });
      }
      senders.shutdown();
      senders.awaitTermination(1, TimeUnit.HOURS);
    }
    long answered = answers.values().stream().mapToLong(Long::longValue).sum();
    isTested &= answered == requests && !OVERLOADED.containsAll(answers.keySet());
    System.out.printf(
        "| %s | %d | %s |%n",
        name,
        requests,
        answers.entrySet().stream()
            .map(answer -> answer.getKey() + ": " + answer.getValue())
            .collect(Collectors.joining(", ")));
  }

  private String answer(byte[] input, Sending sending) {
    try {
      return sending.send(input);
    } catch (IOException failure) {
      return fault("none", failure.toString(), input);
    }
  }

  private String status(String answer, byte[] input, boolean mayBeNone) {
    int status = RawRequest.status(answer);
    String word = status == 0 ? "none" : Integer.toString(status);
    boolean isFault = status == FAULT || (status == 0 && !mayBeNone);
    return isFault ? fault(word, answer, input) : word;
  }

  private String grpc(GrpcLink link, byte[] input) throws IOException {
    return switch (link.send(0, input)) {
      case Link.Answer.Acknowledged _ -> "OK";
      case Link.Answer.TryAgain _ -> "UNAVAILABLE";
      case Link.Answer.Refused refused -> {
        String code = refused.reason().split(" ", 2)[0];
        yield code.equals("UNKNOWN") || code.equals("INTERNAL")
            ? fault(code, refused.reason(), input)
            : code;
      }
    };
  }

  private String fault(String word, String answer, byte[] input) {
    if (faults.incrementAndGet() <= SHOWN) {
      System.err.println(answer + " to " + new String(input, StandardCharsets.ISO_8859_1));
    }
    return word;
  }

  private long megabytes(String name) throws IOException {
    return server.status(name) / 1024;
  }

  private boolean isWell(long before) throws IOException, InterruptedException {
    Api api = new Api(server.api());
    Attributes ledger = api.get("/api/v1/ledger", Map.of());
    long stored = Long.parseLong(ledger.at("outcomes.stored").text());
    Attributes page = api.get("/api/logs", Map.of("limit", "1", "count", "true"));
    long found = Answers.number(page, "total");
    byte[] plain = HostileKind.plain();
    boolean isReady =
        api.isWell("/health/ready")
            && RawRequest.status(new RawRequest(server.otlp(), PATIENCE_MILLIS).send(plain)) == OK;
    long peak = megabytes("VmHWM");
    System.out.printf(
        """

        %d answers were faults of the server, or missing. Each kind was %s. \
        Afterwards it is %s; %d records are stored by the ledger, %d are found. \
        Resident MB after the first kind, at the end, at most: %d, %d, %d.
        """,
        faults.get(),
        isTested ? "sent and looked into" : "not sent, or refused for now",
        isReady ? "ready" : "not ready",
        stored,
        found,
        before,
        megabytes("VmRSS"),
        peak);
    return faults.get() == 0 && isTested && isReady && stored == found && peak <= MOST_MEMORY_MB;
  }
}
