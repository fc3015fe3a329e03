package dev.winnow.bench.load;

import dev.winnow.bench.LatencyHistogram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long records take from a sender to those who watch, through a server of its own:
 * from before their request is sent until a WebSocket has them, so intake and commit are part of
 * it. Prints a line of a table in Markdown, and exits with 1 if a record came twice or was left out
 * without a word.
 *
 * <p>Arguments: {@code winnow} (the launcher), {@code data} (an empty directory), {@code log} (a
 * file), {@code tails}, {@code rate} (records a second), {@code seconds}. Each tail watches a
 * service of its own, and all have the same number of records.
 */
final class TailLatency {
  private static final int REQUESTS_PER_SECOND = 50;
  private static final int OK = 200;
  private static final int PATIENCE_SECONDS = 60;
  private static final double NANOS_PER_MILLI = 1e6;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Target target;
  private final int tails;
  private final int recordsPerRequest;
  private final long requests;

  private final LatencyHistogram acknowledgements = new LatencyHistogram();

  private TailLatency(Target target, int tails, long rate, long seconds) {
    this.target = target;
    this.tails = tails;
    recordsPerRequest = Math.toIntExact(rate / REQUESTS_PER_SECOND);
    requests = seconds * REQUESTS_PER_SECOND;
  }

  /** Starts a server, watches it, and prints what was measured. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments options = new Arguments(arguments);
    Path winnow = Path.of(options.text("winnow", "./winnow"));
    Path data = Path.of(options.text("data", ""));
    Path log = Path.of(options.text("log", ""));
    int tails = (int) options.number("tails", 1);
    long rate = options.number("rate", 5_000);
    long seconds = options.number("seconds", 20);
    options.end();
    boolean isWhole;
    try (ServerProcess server = ServerProcess.start(winnow, data, log)) {
      isWhole = new TailLatency(server.api(), tails, rate, seconds).run(server, rate);
    }
    System.exit(isWhole ? 0 : 1);
  }

  private boolean run(ServerProcess server, long rate) throws IOException, InterruptedException {
    List<WatchedTail> watched = open();
    long refused = send();
    boolean isComplete = isDone(watched);
    LatencyHistogram nanos = new LatencyHistogram();
    long twice = 0;
    long skipped = 0;
    long dropped = 0;
    for (WatchedTail tail : watched) {
      WatchedTail.Findings found = tail.findings();
      nanos.add(found.nanos());
      twice += found.twice();
      skipped += found.skipped();
      dropped += found.dropped();
    }
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %d | %d | %d | %d | %d |%n",
        tails,
        rate,
        nanos.total(),
        acknowledgements.percentile(0.5) / NANOS_PER_MILLI,
        acknowledgements.percentile(0.95) / NANOS_PER_MILLI,
        nanos.percentile(0.5) / NANOS_PER_MILLI,
        nanos.percentile(0.95) / NANOS_PER_MILLI,
        nanos.percentile(0.99) / NANOS_PER_MILLI,
        nanos.max() / NANOS_PER_MILLI,
        twice,
        skipped,
        dropped,
        refused,
        server.status("VmRSS") / 1024);
    return isComplete && twice == 0 && skipped == 0;
  }

  private List<WatchedTail> open() {
    long records = requests * recordsPerRequest;
    List<WatchedTail> watched = new ArrayList<>();
    for (int i = 0; i < tails; i++) {
      WatchedTail tail = new WatchedTail((records - i + tails - 1) / tails);
      URI address =
          URI.create(
              "ws://%s:%d/ws/logs?service=watched-%d".formatted(target.host(), target.port(), i));
      var _ = client.newWebSocketBuilder().buildAsync(address, tail).join();
      watched.add(tail);
    }
    watched.forEach(tail -> tail.ready().join());
    return watched;
  }

  /** Sends on time, be requests before answered or not; returns how many were refused. */
  private long send() {
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    long start = System.nanoTime();
    for (long request = 0; request < requests; request++) {
      long due = start + request * TimeUnit.SECONDS.toNanos(1) / REQUESTS_PER_SECOND;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      HttpRequest post =
          HttpRequest.newBuilder(
                  URI.create("http://%s:%d/api/logs".formatted(target.host(), target.port())))
              .header("Content-Type", "application/x-ndjson")
              .POST(BodyPublishers.ofString(lines(request)))
              .build();
      long sent = System.nanoTime();
      answers.add(
          client
              .sendAsync(post, BodyHandlers.discarding())
              .thenApply(answer -> acknowledged(answer.statusCode(), System.nanoTime() - sent)));
    }
    return answers.stream().filter(answer -> answer.join() != OK).count();
  }

  private synchronized int acknowledged(int status, long nanos) {
    acknowledgements.record(nanos);
    return status;
  }

  private String lines(long request) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < recordsPerRequest; i++) {
      long record = request * recordsPerRequest + i;
      lines.append(
          """
          {"service":"watched-%d","level":"info","message":"order %d of customer %d was shipped in %d ms",\
          "%s":%d,"%s":%d}
          """
              .formatted(
                  record % tails,
                  record,
                  record % 977,
                  record % 89,
                  WatchedTail.NUMBER,
                  record / tails,
                  WatchedTail.SENT,
                  System.nanoTime()));
    }
    return lines.toString();
  }

  private static boolean isDone(List<WatchedTail> watched) {
    try {
      CompletableFuture.allOf(
              watched.stream().map(WatchedTail::done).toArray(CompletableFuture[]::new))
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
      return true;
    } catch (CompletionException late) {
      return false;
    }
  }
}
