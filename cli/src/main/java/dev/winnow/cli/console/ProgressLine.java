package dev.winnow.cli.console;

import java.util.function.DoubleFunction;

/** A line on a terminal that tells how far something is, drawn anew now and then. */
public final class ProgressLine {
  private static final long INTERVAL_NANOS = 150_000_000;

  /** What takes less time needs no progress. */
  private static final long QUIET_NANOS = 500_000_000;

  private static final String ERASE_LINE = "\r\u001b[K";

  private final Output err;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long next = start + QUIET_NANOS;
  private boolean drawn;

  /** A line that is shown where somebody watches standard error, unless it is to be quiet. */
  public ProgressLine(Console console, boolean quiet) {
    err = console.err();
    shown = console.terminal().progress() && !quiet;
  }

  /**
   * Draws the line if it is time.
   *
   * @param text makes it of the seconds since the beginning
   */
  public void update(DoubleFunction<String> text) {
    long now = System.nanoTime();
    if (shown && now - next >= 0) {
      next = now + INTERVAL_NANOS;
      err.text(ERASE_LINE + text.apply((now - start) / 1e9));
      err.flush();
      drawn = true;
    }
  }

  /** Takes away what was drawn. */
  public void clear() {
    if (drawn) {
      err.text(ERASE_LINE);
      err.flush();
      drawn = false;
    }
  }
}
