package dev.winnow.pipeline;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets requests in as long as there is room for what they brought. */
final class Admission {
  /*
   * What waits takes memory as well, so no more of it waits than may be inside; the next is turned
   * away at once. A request that is larger than all room is let in when nothing else is inside.
   */

  private final long maxRecords;
  private final long maxBytes;
  private final long maxWaitNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private long records;
  private long bytes;
  private long waitingBytes;
  private long waitingRecords;

  Admission(long maxRecords, long maxBytes, Duration maxWait) {
    this.maxRecords = maxRecords;
    this.maxBytes = maxBytes;
    maxWaitNanos = maxWait.toNanos();
  }

  /** Waits for room; false if there was none in time, or the thread is to stop. */
  boolean enter(Submission submission) {
    lock.lock();
    try {
      boolean isAdmitted = hasRoom(submission) || (mayWait(submission) && await(submission));
      if (isAdmitted) {
        records += submission.records().size();
        bytes += submission.bytes();
      }
      return isAdmitted;
    } finally {
      lock.unlock();
    }
  }

  /** Gives the room back. */
  void leave(Submission submission) {
    lock.lock();
    try {
      records -= submission.records().size();
      bytes -= submission.bytes();
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom(Submission submission) {
    boolean fits =
        records + submission.records().size() <= maxRecords
            && bytes + submission.bytes() <= maxBytes;
    return fits || (records == 0 && bytes == 0);
  }

  private boolean mayWait(Submission submission) {
    return waitingRecords + submission.records().size() <= maxRecords
        && waitingBytes + submission.bytes() <= maxBytes;
  }

  private boolean await(Submission submission) {
    waitingRecords += submission.records().size();
    waitingBytes += submission.bytes();
    try {
      long nanos = maxWaitNanos;
      while (!hasRoom(submission) && nanos > 0) {
        nanos = left.awaitNanos(nanos);
      }
      return hasRoom(submission);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waitingRecords -= submission.records().size();
      waitingBytes -= submission.bytes();
    }
  }
}
