package dev.winnow.cli.console;

import dev.winnow.formats.input.Input;

/** Tells on a terminal how far the reading is; elsewhere nothing. */
public final class Progress {
  private static final long INTERVAL_NANOS = 150_000_000;

  /** What takes less time needs no progress. */
  private static final long QUIET_NANOS = 500_000_000;

  /** How many calls pass between looks at the clock. */
  private static final int STRIDE = 4096;

  private static final String ERASE_LINE = "\r\u001b[K";

  private final Output err;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long next = start + QUIET_NANOS;
  private int calls;
  private boolean drawn;

  Progress(Console console, boolean quiet) {
    err = console.err();
    shown = console.terminal().progress() && !quiet;
  }

  /** Notes that so many lines of an input were read. */
  public void update(Input input, long lines) {
    if (++calls % STRIDE == 0) {
      updateNow(input, lines);
    }
  }

  /** Notes the same, for one who reads many lines at once. */
  public void updateNow(Input input, long lines) {
    if (!shown) {
      return;
    }
    long now = System.nanoTime();
    if (now - next >= 0) {
      next = now + INTERVAL_NANOS;
      draw(input, lines, now);
    }
  }

  private void draw(Input input, long lines, long now) {
    double seconds = (now - start) / 1e9;
    StringBuilder line = new StringBuilder(ERASE_LINE);
    line.append(Printable.of(input.name())).append("  ").append(Figures.bytes(input.bytesRead()));
    if (input.size() != Input.UNKNOWN_SIZE) {
      line.append(" of ").append(Figures.bytes(input.size()));
    }
    line.append("  ").append(Figures.count((long) (lines / seconds))).append(" lines/s");
    if (input.size() != Input.UNKNOWN_SIZE && input.bytesRead() > 0) {
      double left = seconds * (input.size() - input.bytesRead()) / input.bytesRead();
      line.append("  ").append(Figures.duration(Math.round(left))).append(" left");
    }
    err.text(line.toString());
    err.flush();
    drawn = true;
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
