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

  void set(Span other) {
    set(other.start, other.end);
  }

  void shift(int from, int by) {
    if (start >= from) {
      start += by;
      end += by;
    }
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return end == start;
  }
}
