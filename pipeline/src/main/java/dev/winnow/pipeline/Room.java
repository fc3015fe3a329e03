package dev.winnow.pipeline;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Room for so much at once, given in the order of asking. Thread-safe. */
public final class Room {
  /*
   * Nobody enters before who waits, so small amounts cannot keep a large one out for ever. Who is
   * inside never waits for more, as two who did might wait for each other; what is free is theirs
   * first, so that they come to an end. What waits takes memory as well: `waiting` bounds it.
   */

  private final int most;
  private final Semaphore inside;
  private final Semaphore waiting;

  /** Room for {@code most}, while {@code mostWaiting} may wait for it. */
  public Room(int most, int mostWaiting) {
    this.most = most;
    inside = new Semaphore(most, true);
    waiting = new Semaphore(mostWaiting);
  }

  /** All room that there is. */
  public int most() {
    return most;
  }

  /**
   * Takes room, for which it waits so long at most; false if there was none in time, too much waits
   * already, or the thread is to stop.
   */
  public boolean enter(int amount, long patienceNanos) {
    try {
      return inside.tryAcquire(amount, 0, TimeUnit.NANOSECONDS) || await(amount, patienceNanos);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean await(int amount, long nanos) throws InterruptedException {
    if (!waiting.tryAcquire(amount)) {
      return false;
    }
    try {
      return inside.tryAcquire(amount, nanos, TimeUnit.NANOSECONDS);
    } finally {
      waiting.release(amount);
    }
  }

  /** Takes more room for who is inside; false if that much is not free. */
  public boolean grow(int amount) {
    return inside.tryAcquire(amount);
  }

  /** Gives room back. */
  public void leave(int amount) {
    inside.release(amount);
  }
}
