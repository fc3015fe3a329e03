package dev.winnow.storage;

import java.time.Duration;

/** Tells those who follow a store that there is something new. Safe for use by many threads. */
public interface CommitSignal {
  /**
   * Waits until something was committed, for whichever tenant, behind a commit, for so long at
   * most.
   *
   * <p>Whoever asks {@link LogReader#since} afterwards finds everything up to the commit that is
   * returned; of what came later it may find some and not yet what was committed before that.
   *
   * @param after the sequence of a commit; 0 is before the first one
   * @return the sequence of the last commit, whether something new came or not
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  long await(long after, Duration most) throws InterruptedException;

  /** The sequence of the last commit; 0 if there was none. */
  long last();
}
