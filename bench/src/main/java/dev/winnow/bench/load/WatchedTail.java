package dev.winnow.bench.load;

import java.net.http.WebSocket;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A reader of a live tail that checks what it is told: the records that it watches are numbered
 * without gaps.
 */
final class WatchedTail implements WebSocket.Listener {
  /** The member by which {@link TailLatency} numbers records. */
  static final String NUMBER = "tail_number";

  private final StringBuilder part = new StringBuilder();
  private final long[] shownAt;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final BitSet seen = new BitSet();
  private String last = "";
  private long shown;
  private long twice;
  private long dropped;

  /** A reader of the records below a number. */
  WatchedTail(int end) {
    shownAt = new long[end];
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
      check((int) number(message, NUMBER), message.substring(message.lastIndexOf(':')));
    } else if (message.startsWith("{\"type\":\"dropped\"")) {
      dropped += number(message, "count");
    }
    ready.complete(null);
    if (missing() == 0) {
      done.complete(null);
    }
  }

  private long missing() {
    return shownAt.length - shown - dropped;
  }

  /** The order is that of commits, which requests under way together may have changed. */
  private void check(int number, String cursor) {
    boolean isNew = !seen.get(number) && cursor.compareTo(last) > 0;
    if (isNew) {
      shown++;
      shownAt[number] = System.nanoTime();
    } else {
      twice++;
    }
    seen.set(number);
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
    return new Findings(shownAt, twice, missing(), dropped);
  }

  /**
   * What one reader found.
   *
   * @param shownAt when each record came, in nanoseconds of {@link System#nanoTime}; 0 if it did
   *     not
   * @param twice records that came again, or out of order
   * @param skipped records that neither came nor were told as dropped
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, by the one who asked
  record Findings(long[] shownAt, long twice, long skipped, long dropped) {}
}
