package dev.winnow.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again, also after it has failed, and a last time at the end. */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger(Housekeeping.class.getName());

  private final Runnable work;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("housekeeping").factory());
  private final Future<?> repetition;

  Housekeeping(Runnable work, Duration pause) {
    this.work = work;
    repetition =
        thread.scheduleWithFixedDelay(
            this::attempt, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void attempt() {
    try {
      work.run();
    } catch (RuntimeException | Error failure) {
      // Whatever came out of here would end the repetition without a word.
      LOGGER.log(Level.WARNING, "housekeeping has failed and is tried again", failure);
    }
  }

  @Override
  public void close() {
    repetition.cancel(false);
    thread.close();
    attempt();
  }
}
