package dev.winnow.formats.input;

/** How to pass the time until it is worth looking for new bytes again. */
@FunctionalInterface
public interface Pause {
  /**
   * Returns after a moment: long enough not to keep a processor busy, short enough for one who
   * watches.
   *
   * @throws InterruptedException if the thread is to stop
   */
  void await() throws InterruptedException;
}
