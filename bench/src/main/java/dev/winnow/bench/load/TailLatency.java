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
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long records take to those who watch, through a server of its own: from before their
 * request is sent until a WebSocket has them, so intake and commit are part of it; and from the
 * answer, which says that they are stored. Prints a line of a table in Markdown, and exits with 1
 * if a record came twice or was left out without a word.
 *
 * <p>Arguments: {@code winnow} (the launcher), {@code data} (an empty directory), {@code log} (a
 * file), {@code tails}, {@code rate} (records a second), {@code seconds}, {@code warmup} (seconds
 * before those, whose times are not counted). Each tail watches a service of its own, and all have
 * the same number of records.
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
  private final int passed;
  private final long[] sentAt;
  private final AtomicLongArray storedAt;
  private final LatencyHistogram acknowledged = new LatencyHistogram();
  private final LatencyHistogram shown = new LatencyHistogram();
  private final LatencyHistogram shownOnceStored = new LatencyHistogram();

  private TailLatency(Target target, int tails, int rate, int seconds, int warmup) {
    this.target = target;
    this.tails = tails;
    recordsPerRequest = rate / REQUESTS_PER_SECOND;
    passed = warmup * REQUESTS_PER_SECOND;
    sentAt = new long[passed + seconds * REQUESTS_PER_SECOND];
    storedAt = new AtomicLongArray(sentAt.length);
  }

  /** Starts a server, watches it, and prints what was measured. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments options = new Arguments(arguments);
    Path winnow = Path.of(options.text("winnow", "./winnow"));
    Path data = Path.of(options.text("data", ""));
    Path log = Path.of(options.text("log", ""));
    int tails = (int) options.number("tails", 1);
    int rate = (int) options.number("rate", 5_000);
    int seconds = (int) options.number("seconds", 20);
    int warmup = (int) options.number("warmup", 10);
    options.end();
    boolean isWhole;
    try (ServerProcess server = ServerProcess.start(winnow, data, log)) {
      isWhole = new TailLatency(server.api(), tails, rate, seconds, warmup).run(server, rate);
    }
    System.exit(isWhole ? 0 : 1);
  }

  private boolean run(ServerProcess server, int rate) throws IOException, InterruptedException {
    List<WatchedTail> watched = open();
    long refused = send();
    boolean isComplete = isDone(watched);
    long twice = 0;
    long skipped = 0;
    long dropped = 0;
    for (int i = 0; i < tails; i++) {
      WatchedTail.Findings found = watched.get(i).findings();
      note(i, found.shownAt());
      twice += found.twice();
      skipped += found.skipped();
      dropped += found.dropped();
    }
    for (int request = passed; request < sentAt.length; request++) {
      acknowledged.record(storedAt.get(request) - sentAt[request]);
    }
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %d | %s | %s | %s | %d | %d | %d | %d | %d |%n",
        tails,
        rate,
        shown.total(),
        millis(acknowledged),
        millis(shown),
        millis(shownOnceStored),
        twice,
        skipped,
        dropped,
        refused,
        server.status("VmRSS") / 1024);
    return isComplete && twice == 0 && skipped == 0;
  }

  private void note(int tail, long[] shownAt) {
    for (int number = 0; number < shownAt.length; number++) {
      int request = (number * tails + tail) / recordsPerRequest;
      if (request >= passed && shownAt[number] != 0) {
        shown.record(shownAt[number] - sentAt[request]);
        // Those who watch may be faster than the answer.
        shownOnceStored.record(Math.max(0, shownAt[number] - storedAt.get(request)));
      }
    }
  }

  private static String millis(LatencyHistogram nanos) {
    return "%.0f / %.0f / %.0f / %.0f"
        .formatted(
            nanos.percentile(0.5) / NANOS_PER_MILLI,
            nanos.percentile(0.95) / NANOS_PER_MILLI,
            nanos.percentile(0.99) / NANOS_PER_MILLI,
            nanos.max() / NANOS_PER_MILLI);
  }

  private List<WatchedTail> open() {
    int records = sentAt.length * recordsPerRequest;
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
    for (int request = 0; request < sentAt.length; request++) {
      long due = start + request * TimeUnit.SECONDS.toNanos(1) / REQUESTS_PER_SECOND;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      answers.add(send(request));
    }
    return answers.stream().filter(answer -> answer.join() != OK).count();
  }

  private CompletableFuture<Integer> send(int request) {
    HttpRequest post =
        HttpRequest.newBuilder(
                URI.create("http://%s:%d/api/logs".formatted(target.host(), target.port())))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines(request)))
            .build();
    sentAt[request] = System.nanoTime();
    return client
        .sendAsync(post, BodyHandlers.discarding())
        .thenApply(answer -> {
          storedAt.set(request, System.nanoTime());
          return answer.statusCode();
        });
  }

  private String lines(int request) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < recordsPerRequest; i++) {
      int record = request * recordsPerRequest + i;
      lines.append(
          """
          {"service":"watched-%d","level":"info","message":"order %d of customer %d was shipped in %d ms",\
          "%s":%d}
          """
              .formatted(
                  record % tails,
                  record,
                  record % 977,
                  record % 89,
                  WatchedTail.NUMBER,
                  record / tails));
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
