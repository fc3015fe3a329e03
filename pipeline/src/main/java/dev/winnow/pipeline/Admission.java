package dev.winnow.pipeline;

import java.time.Duration;

/** Lets requests in as long as there is room for what they brought, in the order they came. */
final class Admission {
  /*
   * As much may wait as may be inside. A request that is larger than all room takes all of it, so it
   * is let in when nothing else is inside.
   */

  private static final int MAX_ROOM = 1 << 30;

  private final Room records;
  private final Room bytes;

  /** How many bytes go into one of `bytes`, whose amounts are no longs. */
  private final long unit;

  private final long maxWaitNanos;

  Admission(int maxRecords, long maxBytes, Duration maxWait) {
    unit = 1 + maxBytes / MAX_ROOM;
    int units = (int) (maxBytes / unit);
    records = new Room(maxRecords, maxRecords);
    bytes = new Room(units, units);
    maxWaitNanos = maxWait.toNanos();
  }

  /** Waits for room; false if there was none in time, or the thread is to stop. */
  boolean enter(Submission submission) {
    long deadline = System.nanoTime() + maxWaitNanos;
    if (!records.enter(records(submission), maxWaitNanos)) {
      return false;
    }
    boolean isInside = bytes.enter(bytes(submission), deadline - System.nanoTime());
    if (!isInside) {
      records.leave(records(submission));
    }
    return isInside;
  }

  /** Gives the room back. */
  void leave(Submission submission) {
    bytes.leave(bytes(submission));
    records.leave(records(submission));
  }

  private int records(Submission submission) {
    return Math.min(submission.records().size(), records.most());
  }

  private int bytes(Submission submission) {
    return (int) Math.min(Math.ceilDiv(submission.bytes(), unit), bytes.most());
  }
}
