package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.pipeline.Room;
import java.time.Duration;

/** Room for the bodies of requests that are at work, shared by all ports. */
public final class BodyBudget {
  private final Room room;
  private final Duration patience;

  /**
   * Room for so many bytes; for half as many more, senders may wait.
   *
   * @param patience how long to wait for what others give back
   */
  public BodyBudget(int most, Duration patience) {
    room = new Room(most, most / 2);
    this.patience = patience;
  }

  /** The share of a request that begins, and holds nothing yet. */
  Share share() {
    return new Share();
  }

  /** The room that one request holds, all of which is given back when it is over. Thread-safe. */
  final class Share implements AutoCloseable {
    private int held;
    private boolean isClosed;

    private Share() {}

    /** Takes room that is free. What holds nothing does not overtake those who wait. */
    boolean take(long bytes) {
      return bytes <= room.most() && enter((int) bytes, 0);
    }

    /**
     * Takes room; what holds nothing waits for it. May block.
     *
     * @throws WinnowException with {@code OVERLOADED} if there was none in time, with {@code
     *     REQUEST_TOO_LARGE} if there never will be
     */
    void await(long bytes) {
      if (held() + bytes > room.most()) {
        throw new WinnowException(
            ErrorCode.REQUEST_TOO_LARGE,
            "the body needs more room than there is for all (limits.requests_in_flight)");
      }
      if (!enter((int) bytes, patience.toNanos())) {
        throw new WinnowException(
            ErrorCode.OVERLOADED,
            "the requests at work fill their room (limits.requests_in_flight)");
      }
    }

    private boolean enter(int bytes, long nanos) {
      boolean isInside = held() > 0 ? room.grow(bytes) : room.enter(bytes, nanos);
      if (isInside) {
        keep(bytes);
      }
      return isInside;
    }

    private synchronized int held() {
      return held;
    }

    /** What is read of a body when its request is over would never be given back. */
    private synchronized void keep(int bytes) {
      if (isClosed) {
        room.leave(bytes);
      } else {
        held += bytes;
      }
    }

    /** Gives some of the room back, unless all was. */
    synchronized void leave(int bytes) {
      if (!isClosed) {
        room.leave(bytes);
        held -= bytes;
      }
    }

    @Override
    public synchronized void close() {
      isClosed = true;
      room.leave(held);
      held = 0;
    }
  }
}
