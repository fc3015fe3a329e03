package dev.winnow.server.listen;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Room for the bodies of requests that are at work, shared by all ports. */
public final class BodyBudget {
  private final long most;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition given = lock.newCondition();
  private long used;

  /**
   * Room for so many bytes.
   *
   * @param patience how long to wait for what others give back
   */
  public BodyBudget(long most, Duration patience) {
    this.most = most;
    this.patience = patience;
  }

  /** All room that there is. */
  long most() {
    return most;
  }

  /** Takes room, unless there is not that much left. */
  boolean take(long bytes) {
    lock.lock();
    try {
      return takeNow(bytes);
    } finally {
      lock.unlock();
    }
  }

  /** Takes room when others have given theirs back; false if they did not in time. May block. */
  boolean await(long bytes) {
    long nanos = patience.toNanos();
    lock.lock();
    try {
      boolean isTaken = takeNow(bytes);
      while (!isTaken && nanos > 0) {
        nanos = given.awaitNanos(nanos);
        isTaken = takeNow(bytes);
      }
      return isTaken;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean takeNow(long bytes) {
    boolean fits = used + bytes <= most;
    used += fits ? bytes : 0;
    return fits;
  }

  void give(long bytes) {
    lock.lock();
    try {
      used -= bytes;
      given.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
