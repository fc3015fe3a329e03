package dev.winnow.server.live;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.RecordId;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives one reader what its tail holds, as fast as it takes it, on a thread of its own. */
final class TailSession implements Runnable {
  /*
   * One delivery is on its way, and the next one waits in hand until the network has it. So what a slow
   * reader costs is bounded, and it is its tail where records give way.
   */

  private static final Logger LOGGER = System.getLogger(TailSession.class.getName());

  /** A reader that takes nothing for so long is given up. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The records that are read of what a reader missed while it was away. */
  static final int MOST_CAUGHT_UP = 100_000;

  private final TailRequest request;
  private final Follower follower;
  private final LiveMetrics metrics;
  private final Wire wire;
  private final Duration beat;
  private final LiveFilter filter;
  private final Tail tail;
  private Future<Void> underWay = Future.succeededFuture();

  TailSession(
      TailRequest request, Follower follower, LiveMetrics metrics, Wire wire, Duration beat) {
    this.request = request;
    this.follower = follower;
    this.metrics = metrics;
    this.wire = wire;
    this.beat = beat;
    filter = LiveFilter.of(request.selection());
    tail = new Tail(filter, request.extent());
    wire.onClose(() -> end(gone("the reader has closed the connection")));
  }

  /** Lets the reader have nothing more; a session that ends by itself has no need of it. */
  void end(WinnowException reason) {
    tail.end(reason);
  }

  @Override
  public void run() {
    try {
      begin();
      long lastBeat = System.nanoTime();
      while (true) {
        long rest = lastBeat + beat.toNanos() - System.nanoTime();
        if (rest <= 0) {
          request.admission().run();
          await(underWay);
          underWay = wire.beat(tail.place());
          lastBeat = System.nanoTime();
        } else {
          deliver(tail.take(Duration.ofNanos(rest)));
        }
      }
    } catch (WinnowException reason) {
      wire.end(reason);
    } catch (InterruptedException | RuntimeException fault) {
      LOGGER.log(Level.ERROR, "a reader could not be shown what is stored", fault);
      wire.end(new WinnowException(ErrorCode.INTERNAL_ERROR, "nothing more can be shown"));
    } finally {
      follower.leave(tail);
    }
  }

  /** Brings the reader to where all others are, and tells where that is. */
  private void begin() throws InterruptedException {
    RecordId after = request.after();
    RecordId start = after == null ? follower.join(tail) : catchUp(after);
    send(List.of(LiveMessage.ofPlace(start)));
  }

  private RecordId catchUp(RecordId after) throws InterruptedException {
    RecordId at = after;
    int read = 0;
    while (!follower.join(tail, at)) {
      if (read >= MOST_CAUGHT_UP) {
        RecordId present = follower.join(tail);
        send(List.of(LiveMessage.ofDropped(present)));
        return present;
      }
      tail.requireOpen();
      CommitPage page = follower.read(at);
      show(page);
      read += page.records().size();
      at = page.end();
    }
    return at;
  }

  private void show(CommitPage page) throws InterruptedException {
    List<LiveMessage> messages =
        page.records().stream()
            .map(Candidate::new)
            .filter(filter::matches)
            .map(Candidate::stored)
            .map(stored -> follower.message(stored, request.extent()))
            .toList();
    deliver(new Tail.Delivery(0, messages));
  }

  private void deliver(Tail.Delivery delivery) throws InterruptedException {
    if (!delivery.messages().isEmpty()) {
      send(delivery.messages());
      metrics.note(delivery);
    }
  }

  private void send(List<LiveMessage> messages) throws InterruptedException {
    await(underWay);
    underWay = wire.send(messages);
  }

  private static WinnowException gone(String message) {
    return new WinnowException(ErrorCode.REQUEST_TIMEOUT, message);
  }

  private static void await(Future<Void> sent) throws InterruptedException {
    try {
      sent.toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException lost) {
      throw gone("the reader took nothing for too long");
    }
  }
}
