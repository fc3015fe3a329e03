package dev.winnow.pipeline;

import dev.winnow.kernel.WinnowException;
import java.util.function.Supplier;

/** What whoever brings a submission does when it cannot be stored. */
@FunctionalInterface
public interface Patience {
  /** Of those who bring what somebody else sent, and tell that one. */
  Patience NONE = failure -> false;

  /** Whether to try again after a failure; waits before it says so. */
  boolean triesAgain(WinnowException failure);

  /** Whether what is not stored comes again, so that it has not come to an end by that. */
  default boolean comesAgain() {
    return false;
  }

  /**
   * Does something until it works.
   *
   * @throws WinnowException if it fails and is not to be tried again
   */
  default <T> T persist(Supplier<T> attempt) {
    while (true) {
      try {
        return attempt.get();
      } catch (WinnowException failure) {
        if (!triesAgain(failure)) {
          throw failure;
        }
      }
    }
  }
}
