package dev.winnow.server.receiver;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.pipeline.Patience;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.Submission;
import dev.winnow.server.access.RateLimit;
import dev.winnow.server.data.FreeSpace;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

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
    boolean isAdmitted = works(() -> admit(sender, submission, this::triesAgain));
    if (!isAdmitted) {
      lose(submission.tenantId(), submission.receiver(), submission.records().size());
    }
    return isAdmitted && works(() -> pipeline.accept(submission, this::triesAgain));
  }

  /**
   * Stores a submission likewise, of whose records whoever brings it still has the source: what is
   * not stored is not counted, as it comes again.
   */
  public boolean storeOrLeave(String sender, Submission submission) {
    return storeOrLeave(sender, submission, () -> false);
  }

  /**
   * Stores a submission likewise, unless whoever brings it is gone while that is not possible.
   *
   * @return false if the server or {@code isGone} ends the wait
   */
  public boolean storeOrLeave(String sender, Submission submission, BooleanSupplier isGone) {
    Patience patience = returning(isGone);
    return works(() -> {
      admit(sender, submission, patience);
      var _ = pipeline.accept(submission, patience);
    });
  }

  private Patience returning(BooleanSupplier isGone) {
    return new Patience() {
      @Override
      public boolean triesAgain(WinnowException failure) {
        return Feed.this.triesAgain(failure) && !isGone.getAsBoolean();
      }

      @Override
      public boolean comesAgain() {
        return true;
      }
    };
  }

  private void admit(String sender, Submission submission, Patience patience) {
    var _ =
        patience.persist(() -> {
          rate.take(sender, submission.bytes());
          return true;
        });
    var _ =
        patience.persist(() -> {
          space.requireForIntake();
          return true;
        });
  }

  /** Does something that is tried again until it works; false if the server ends before. */
  private static boolean works(Runnable attempts) {
    try {
      attempts.run();
      return true;
    } catch (WinnowException failure) {
      if (isForGood(failure)) {
        throw failure;
      }
      return false;
    }
  }

  private static boolean isForGood(WinnowException failure) {
    return failure.code().kind() != ErrorCode.Kind.TRANSIENT;
  }

  private boolean triesAgain(WinnowException failure) {
    return !isForGood(failure) && !pause(PAUSE_MILLIS);
  }

  /** Takes note of records for which there is no time to wait. */
  public void lose(String tenantId, String receiver, long records) {
    pipeline.refuse(tenantId, receiver, records);
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
