package dev.winnow.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A wish to stop early: Ctrl-C, or a request to end the process. */
public final class Interruption {
  /*
   * The virtual machine ends when its shutdown hooks have run, with the exit code that the signal asks
   * for (130 for Ctrl-C). So the hook interrupts the command, which ends its input, and waits until the
   * command has printed what it has. A server is not interrupted, for that would close its files: it
   * waits for the wish.
   */

  /** Time to print a partial result. */
  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final CountDownLatch requested = new CountDownLatch(1);
  private @Nullable Thread command;

  Interruption() {}

  /** Makes signals to this process stop the command that the calling thread runs. */
  public void listen() {
    interrupt(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "interruption"));
  }

  private synchronized void interrupt(@Nullable Thread thread) {
    command = thread;
  }

  private synchronized void interruptCommand() {
    requested.countDown();
    if (command != null) {
      command.interrupt();
    }
  }

  private void stop() {
    if (finished.getCount() > 0) {
      interruptCommand();
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
    return requested.getCount() == 0;
  }

  /** Leaves the calling thread, which runs the command, uninterrupted from now on. */
  public void spare() {
    interrupt(null);
    boolean wasInterrupted = Thread.interrupted();
    assert !wasInterrupted || isRequested();
  }

  /** Waits for the wish, if it is not there yet. */
  public void await() {
    try {
      requested.await();
    } catch (InterruptedException other) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the wish, for so long at most; returns whether it is there. */
  public boolean await(Duration most) {
    try {
      return requested.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException wish) {
      return true;
    }
  }

  /** Lets the process end, as everything has been printed. */
  public void finish() {
    finished.countDown();
  }
}
