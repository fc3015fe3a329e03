package dev.winnow.formats.layout;

/**
 * A part of a line. Offsets count from the beginning of the line, so that they hold when the line
 * moves. Filled again for line after line.
 */
public final class Span {
  private int start;
  private int end;

  Span() {}

  void set(int start, int end) {
    this.start = start;
    this.end = end;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public boolean isEmpty() {
    return end == start;
  }
}
