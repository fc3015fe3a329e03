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
  /*
   * What waits takes room that all requests share; a body of which nothing waits has none, however
   * long it is open. Where no room is free its sender pauses, and what had come by then is taken
   * without. So a stream never fails for want of room, and holds but a chunk more than it has.
   */

  /** When more than this waits to be taken, no more is read from the sender. */
  static final int WINDOW = 256 << 10;

  /** Something that came of a body. */
  private enum Kind {
    BYTES,
    END,
    BREAK
  }

  private record Arrival(Kind kind, Buffer bytes, int room) {
    static final Arrival NOTHING = of(Kind.BYTES);

    static Arrival of(Kind kind) {
      return new Arrival(kind, Buffer.buffer(), 0);
    }
  }

  private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final BodyBudget.Share room;
  private final Runnable admission;
  private final Runnable resume;
  private volatile boolean isBrokenOff;
  private boolean isOver;

  /**
   * A body of which nothing has come.
   *
   * @param room for what waits to be taken
   * @param admission fails once the sender may not send any more
   * @param resume has the sender heard again
   */
  BodyStream(BodyBudget.Share room, Runnable admission, Runnable resume) {
    this.room = room;
    this.admission = admission;
    this.resume = resume;
  }

  /** Adds what came; false if the sender should pause. */
  boolean add(Buffer chunk) {
    int length = chunk.length();
    boolean hasRoom = room.take(length);
    // Counted first, or it might be taken before, and nobody would have the sender heard again.
    boolean isWithin = waiting.addAndGet(length) < WINDOW;
    arrived.add(new Arrival(Kind.BYTES, chunk, hasRoom ? length : 0));
    return hasRoom && isWithin;
  }

  /** Takes note that the body is complete. */
  void complete() {
    arrived.add(Arrival.of(Kind.END));
  }

  /** Takes note that nothing more will come, and gives the room back. */
  void breakOff() {
    isBrokenOff = true;
    room.close();
    arrived.add(Arrival.of(Kind.BREAK));
  }

  /** Whether nobody waits for an answer any more. */
  public boolean isBrokenOff() {
    return isBrokenOff;
  }

  /**
   * Lets pass while the sender may send, which may have come to an end since the body began.
   *
   * @throws WinnowException otherwise
   */
  public void requireAdmission() {
    admission.run();
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
    room.leave(next.room());
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
