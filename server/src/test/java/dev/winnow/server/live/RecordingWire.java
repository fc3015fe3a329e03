package dev.winnow.server.live;

import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.RecordId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A reader that keeps what it is told, and takes it only while it wants to. */
final class RecordingWire implements Wire {
  private static final long PATIENCE_SECONDS = 60;

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final List<Promise<Void>> held = new ArrayList<>();
  private boolean isHolding;
  private volatile Future<Void> beat = Future.succeededFuture();
  private Runnable closed = () -> {};

  @Override
  public synchronized Future<Void> send(List<LiveMessage> messages) {
    messages.forEach(message -> told.add(message.json()));
    if (!isHolding) {
      return Future.succeededFuture();
    }
    Promise<Void> taken = Promise.promise();
    held.add(taken);
    return taken.future();
  }

  /** Takes nothing more from the next message on. */
  synchronized void hold() {
    isHolding = true;
  }

  synchronized void resume() {
    isHolding = false;
    held.forEach(Promise::tryComplete);
  }

  @Override
  public Future<Void> beat(@Nullable RecordId place) {
    told.add("beat");
    return beat;
  }

  /** Takes no beat any more. */
  void fallSilent() {
    beat = Future.failedFuture("as in a test");
  }

  @Override
  public void end(WinnowException reason) {
    told.add(LiveMessage.ofEnd(reason));
  }

  @Override
  public void onClose(Runnable work) {
    closed = work;
  }

  void close() {
    closed.run();
  }

  /** The next message. */
  String next() {
    try {
      String message = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("nothing was told");
      }
      return message;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** The next messages, up to one that holds a text. */
  List<String> until(String text) {
    List<String> messages = new ArrayList<>();
    do {
      messages.add(next());
    } while (!messages.getLast().contains(text));
    return messages;
  }
}
