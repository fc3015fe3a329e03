package dev.winnow.bench.load;

import dev.winnow.bench.LatencyHistogram;
import java.net.http.WebSocket;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A reader of a live tail that checks what it is told: the records that it watches are numbered
 * without gaps, and each says when it was sent.
 */
final class WatchedTail implements WebSocket.Listener {
  /** The members by which {@link TailLatency} numbers records. */
  static final String NUMBER = "tail_number";

  static final String SENT = "tail_sent";

  private final StringBuilder part = new StringBuilder();
  private final LatencyHistogram nanos = new LatencyHistogram();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final long end;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final BitSet seen = new BitSet();
  private String last = "";
  private long shown;
  private long twice;
  private long dropped;

  /** A reader of the records below a number. */
  WatchedTail(long end) {
    this.end = end;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
    part.append(data);
    if (isLast) {
      take(part.toString());
      part.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private synchronized void take(String message) {
    if (message.startsWith("{\"type\":\"new_log\"")) {
      nanos.record(System.nanoTime() - number(message, SENT));
      check(number(message, NUMBER), message.substring(message.lastIndexOf(':')));
    } else if (message.startsWith("{\"type\":\"dropped\"")) {
      dropped += number(message, "count");
    }
    ready.complete(null);
    if (missing() == 0) {
      done.complete(null);
    }
  }

  private long missing() {
    return end - shown - dropped;
  }

  /** The order is that of commits, which requests under way together may have changed. */
  private void check(long number, String cursor) {
    boolean isNew = !seen.get((int) number) && cursor.compareTo(last) > 0;
    if (isNew) {
      shown++;
    } else {
      twice++;
    }
    seen.set((int) number);
    last = cursor;
  }

  private static long number(String message, String name) {
    int from = message.indexOf("\"" + name + "\":") + name.length() + 3;
    int to = from;
    while (Character.isDigit(message.charAt(to))) {
      to++;
    }
    return Long.parseLong(message, from, to, 10);
  }

  /** Done once the tail has begun. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  /** Done once the last record has come. */
  CompletableFuture<Void> done() {
    return done;
  }

  /** What was found, of all records that have come. */
  synchronized Findings findings() {
    return new Findings(nanos, twice, missing(), dropped);
  }

  /**
   * What one reader found.
   *
   * @param nanos from when records were sent to when they came
   * @param twice records that came again, or out of order
   * @param skipped records that neither came nor were told as dropped
   */
  record Findings(LatencyHistogram nanos, long twice, long skipped, long dropped) {}
}
