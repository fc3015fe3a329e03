package dev.winnow.storage.duckdb;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What may wait in memory between the log and the parts, in shares that batches hold meanwhile. */
final class Shares {
  /** The bytes of a share. */
  static final int BYTES = 1 << 10;

  private static final long PATIENCE_SECONDS = 2;

  private final long bytes;
  private final int all;
  private final Semaphore free;

  Shares(long bytes) {
    this.bytes = bytes;
    all = Math.toIntExact(bytes / BYTES);
    free = new Semaphore(all, true);
  }

  /**
   * Takes the shares of a batch, and waits for them a while. One that is larger than all of them
   * waits for all.
   *
   * @return how many these are; 0 if they did not get free
   */
  int take(int bytes) throws InterruptedException {
    int shares = Math.min(all, bytes / BYTES + 1);
    return free.tryAcquire(shares, PATIENCE_SECONDS, TimeUnit.SECONDS) ? shares : 0;
  }

  /** What all of them are. */
  long bytes() {
    return bytes;
  }

  void giveBack(int shares) {
    free.release(shares);
  }
}
