package dev.winnow.pipeline;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Room for so much at once, given in the order of asking. Thread-safe. */
public final class Room {
  /*
   * Nobody overtakes who waits, so small amounts cannot keep a large one out for ever. What waits
   * takes memory as well: `present` counts it with what is inside, and what exceeds it is turned away
   * at once.
   */

  private final int most;
  private final Semaphore inside;
  private final Semaphore present;

  /** Room for {@code most}, while {@code mostWaiting} more may wait for it. */
  public Room(int most, int mostWaiting) {
    this.most = most;
    inside = new Semaphore(most, true);
    present = new Semaphore(Math.addExact(most, mostWaiting));
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
    if (!present.tryAcquire(amount)) {
      return false;
    }
    boolean isInside = false;
    try {
      isInside = inside.tryAcquire(amount, patienceNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      if (!isInside) {
        present.release(amount);
      }
    }
    return isInside;
  }

  /** Gives room back. */
  public void leave(int amount) {
    inside.release(amount);
    present.release(amount);
  }
}
