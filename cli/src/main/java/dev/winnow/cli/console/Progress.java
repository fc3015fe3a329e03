package dev.winnow.cli.console;

import dev.winnow.formats.input.Input;

/** Tells on a terminal how far the reading is; elsewhere nothing. */
public final class Progress {
  /** How many calls pass between looks at the clock. */
  private static final int STRIDE = 4096;

  private final ProgressLine line;
  private int calls;

  Progress(Console console, boolean quiet) {
    line = new ProgressLine(console, quiet);
  }

  /** Notes that so many lines of an input were read. */
  public void update(Input input, long lines) {
    if (++calls % STRIDE == 0) {
      updateNow(input, lines);
    }
  }

  /** Notes the same, for one who reads many lines at once. */
  public void updateNow(Input input, long lines) {
    line.update(seconds -> text(input, lines, seconds));
  }

  private static String text(Input input, long lines, double seconds) {
    StringBuilder text = new StringBuilder(Printable.of(input.name()));
    text.append("  ").append(Figures.bytes(input.bytesRead()));
    if (input.size() != Input.UNKNOWN_SIZE) {
      text.append(" of ").append(Figures.bytes(input.size()));
    }
    text.append("  ").append(Figures.count((long) (lines / seconds))).append(" lines/s");
    if (input.size() != Input.UNKNOWN_SIZE && input.bytesRead() > 0) {
      double left = seconds * (input.size() - input.bytesRead()) / input.bytesRead();
      text.append("  ").append(Figures.duration(Math.round(left))).append(" left");
    }
    return text.toString();
  }

  /** Takes away what was drawn. */
  public void clear() {
    line.clear();
  }
}
