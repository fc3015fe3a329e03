package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A body as it comes. The event loop adds to it, one thread takes from it. */
public final class BodyStream {
  /** When more than this waits to be taken, no more is read from the sender. */
  static final int WINDOW = 256 << 10;

  /** Something that came of a body. */
  private enum Kind {
    BYTES,
    END,
    BREAK
  }

  private record Arrival(Kind kind, Buffer bytes) {
    static final Arrival NOTHING = new Arrival(Kind.BYTES, Buffer.buffer());

    static Arrival of(Kind kind) {
      return new Arrival(kind, Buffer.buffer());
    }
  }

  private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Runnable resume;
  private boolean isOver;

  /** A body of which nothing has come; {@code resume} has its sender heard again. */
  BodyStream(Runnable resume) {
    this.resume = resume;
  }

  /** Adds what came; false if the sender should pause. */
  boolean add(Buffer chunk) {
    arrived.add(new Arrival(Kind.BYTES, chunk));
    return waiting.addAndGet(chunk.length()) < WINDOW;
  }

  /** Takes note that the body is complete. */
  void complete() {
    arrived.add(Arrival.of(Kind.END));
  }

  /** Takes note that nothing more will come. */
  void breakOff() {
    arrived.add(Arrival.of(Kind.BREAK));
  }

  /**
   * What came next; empty if nothing did in time, or the body is complete, which {@link #isOver}
   * tells. May block.
   *
   * @throws WinnowException if the sender broke off, with {@code MALFORMED_REQUEST}
   */
  public byte[] next(Duration patience) {
    Arrival next = poll(patience);
    if (next.kind() == Kind.BREAK) {
      throw new WinnowException(ErrorCode.MALFORMED_REQUEST, "the body is not complete");
    }
    isOver = next.kind() == Kind.END;
    int length = next.bytes().length();
    if (length > 0 && waiting.addAndGet(-length) == 0) {
      resume.run();
    }
    return next.bytes().getBytes();
  }

  private Arrival poll(Duration patience) {
    try {
      Arrival next = arrived.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      return next == null ? Arrival.NOTHING : next;
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return Arrival.of(Kind.BREAK);
    }
  }

  /** Whether the body is complete, and all of it was taken. */
  public boolean isOver() {
    return isOver;
  }
}
