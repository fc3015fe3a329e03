package dev.winnow.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wish to stop early: Ctrl-C, or a request to end the process. */
public final class Interruption {
  /*
   * The virtual machine ends when its shutdown hooks have run, with the exit code that the signal asks
   * for (130 for Ctrl-C). So the hook interrupts the command, which ends its input, and waits until the
   * command has printed what it has.
   */

  /** Time to print a partial result. */
  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;

  Interruption() {}

  /** Makes signals to this process stop the command that the calling thread runs. */
  public void listen() {
    Thread command = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(command), "interruption"));
  }

  private void stop(Thread command) {
    if (finished.getCount() > 0) {
      requested = true;
      command.interrupt();
      try {
        boolean inTime = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assert inTime;
      } catch (InterruptedException impatience) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether to stop reading and print what there is. */
  public boolean isRequested() {
    return requested;
  }

  /** Lets the process end, as everything has been printed. */
  public void finish() {
    finished.countDown();
  }
}
