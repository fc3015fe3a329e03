package dev.winnow.server.receiver;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.Submission;
import dev.winnow.server.access.RateLimit;
import dev.winnow.server.data.FreeSpace;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes in what comes without a request, so that nobody can be told to come again: whoever brings
 * it waits until it is durable, and reads no more meanwhile. Safe for use by many threads.
 */
public final class Feed implements AutoCloseable {
  private static final long PAUSE_MILLIS = 500;

  private final Pipeline pipeline;
  private final RateLimit rate;
  private final FreeSpace space;
  private final CountDownLatch ending = new CountDownLatch(1);

  public Feed(Pipeline pipeline, RateLimit rate, FreeSpace space) {
    this.pipeline = pipeline;
    this.rate = rate;
    this.space = space;
  }

  /**
   * Stores a submission; waits while that is not possible for now.
   *
   * @param sender whose rate it counts against
   * @return false if the server ends before it is stored; it is counted as refused then
   * @throws WinnowException if it never will be
   */
  public boolean store(String sender, Submission submission) {
    boolean isStored =
        persist(() -> rate.take(sender, submission.bytes()))
            && persist(() -> {
              space.requireForIntake();
              var _ = pipeline.accept(submission);
            });
    if (!isStored) {
      lose(submission.tenantId(), submission.receiver(), submission.records().size());
    }
    return isStored;
  }

  /** Takes note of records for which there is no time to wait. */
  public void lose(String tenantId, String receiver, long records) {
    pipeline.refuse(tenantId, receiver, records);
  }

  /** Tries until it works; false if the server ends before. */
  private boolean persist(Runnable attempt) {
    while (true) {
      try {
        attempt.run();
        return true;
      } catch (WinnowException failure) {
        if (failure.code().kind() != ErrorCode.Kind.TRANSIENT) {
          throw failure;
        }
      }
      if (pause(PAUSE_MILLIS)) {
        return false;
      }
    }
  }

  /** Waits for so long; true if the server ends, at once then. */
  public boolean pause(long millis) {
    try {
      return ending.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Ends every wait. */
  @Override
  public void close() {
    ending.countDown();
  }
}
