package dev.winnow.generator;

import dev.winnow.generator.traffic.Traffic;
import dev.winnow.kernel.record.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Plays traffic as time passes, or at once where it lies in the past. One thread plays; others may
 * adjust the traffic meanwhile, and stop it for good.
 */
public final class Player {
  /** The most records that are handed over at once. */
  public static final int BATCH = 2_000;

  private static final long PAUSE_MILLIS = 100;

  /** Who could not take records for so long finds the traffic where the clock is then. */
  private static final long LONGEST_LAG_NANOS = Duration.ofSeconds(10).toNanos();

  private final Traffic traffic;
  private final InstantSource clock;
  private final CountDownLatch stopped = new CountDownLatch(1);

  public Player(Traffic traffic, InstantSource clock) {
    this.traffic = traffic;
    this.clock = clock;
  }

  /**
   * Hands over records when their time has come, until an end or until it is stopped.
   *
   * @param end in nanoseconds since 1970
   * @param most how many records there are at most
   * @param recipient takes them in their order
   */
  public void play(long end, long most, Consumer<List<LogRecord>> recipient) {
    long last = Math.min(now(), end);
    long left = most;
    while (left > 0 && stopped.getCount() > 0) {
      long time = Math.min(now(), end);
      List<LogRecord> batch = next(last, time, (int) Math.min(BATCH, left));
      last = time;
      if (!batch.isEmpty()) {
        recipient.accept(batch);
        left -= batch.size();
      }
      if (batch.size() < BATCH && (time == end || isStoppedMeanwhile())) {
        return;
      }
    }
  }

  private synchronized List<LogRecord> next(long last, long time, int most) {
    if (time - last > LONGEST_LAG_NANOS) {
      traffic.skipTo(time);
    }
    List<LogRecord> batch = new ArrayList<>(most);
    traffic.until(time, most, (record, statement) -> batch.add(record));
    return batch;
  }

  /** Changes how the traffic goes on. */
  public synchronized void adjust(Consumer<Traffic> change) {
    change.accept(traffic);
  }

  /** The time of the clock, in nanoseconds since 1970. */
  private long now() {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  private boolean isStoppedMeanwhile() {
    try {
      return stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Makes {@link #play} return when what it has handed over is taken. */
  public void stop() {
    stopped.countDown();
  }
}
