package dev.winnow.formats.join;

import dev.winnow.formats.layout.Layout;
import dev.winnow.formats.layout.Layouts;
import dev.winnow.formats.layout.LineInterpreter;
import dev.winnow.formats.layout.LineReading;
import java.time.Instant;
import java.util.Arrays;

/** Finds lines that begin a record whatever was before them. Not thread-safe. */
public final class RecordStarts {
  /** How far from the end of a block a line is looked for, at first and at most. */
  private static final int NEAR_BYTES = 16 << 10;

  private static final int FAR_BYTES = 1 << 20;

  /** A longer line is not looked at. */
  private static final int MAX_LINE_BYTES = 64 << 10;

  /**
   * Lines of plain text in a row that are not indented, the last of which is no part of a stack
   * trace: a trace has one or two of them together.
   */
  private static final int PLAIN_RUN = 4;

  private final LineInterpreter interpreter;
  private final LineReading reading = new LineReading();
  private byte[] line = new byte[4096];
  private byte[] header = {};

  /** A finder for lines of these layouts, written by {@code asOf} at the latest. */
  public RecordStarts(Layouts layouts, Instant asOf) {
    interpreter = new LineInterpreter(layouts, asOf);
  }

  /** The line that names the columns of what follows; empty if there is none. */
  byte[] header() {
    return header;
  }

  /**
   * Where the last record begins, or if none is certain and one is needed, the last line; else 0.
   */
  public int last(byte[] in, int length, boolean isNeeded) {
    int end = lastLineEnd(in, length);
    for (int window = NEAR_BYTES; window <= FAR_BYTES && window <= 8 * end; window *= 4) {
      int found = lastStart(in, Math.max(0, end - window), end);
      if (found > 0) {
        return found;
      }
    }
    return isNeeded ? end : 0;
  }

  private static int lastLineEnd(byte[] in, int length) {
    int end = length;
    while (end > 0 && in[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private int lastStart(byte[] in, int from, int to) {
    int found = 0;
    int run = 0;
    boolean isPartial = true;
    for (int at = lineAfter(in, from, to); at < to; at = lineAfter(in, at, to)) {
      int end = lineAfter(in, at, to) - 1;
      boolean isKnown = read(in, at, end);
      boolean isPlain = isKnown && reading.layout().kind() == Layout.Kind.PLAIN;
      run = isPlain && isUnindented() ? run + 1 : 0;
      boolean begins = isKnown && !reading.isHeader() && (run >= PLAIN_RUN || isSure());
      if (begins && !isPartial && at > 0) {
        found = at;
      }
      isPartial = isKnown && reading.isPartial();
    }
    return found;
  }

  private boolean isSure() {
    return reading.layout().startsWithTime() || reading.layout().isStructured();
  }

  private boolean isUnindented() {
    byte first = line[Math.min(reading.textStart(), line.length - 1)];
    return first != ' ' && first != '\t';
  }

  /** Reads a copy of a line, as reading may change it; false if it is empty or too long. */
  private boolean read(byte[] in, int from, int to) {
    int length = to - from;
    if (length <= 0 || length > MAX_LINE_BYTES) {
      return false;
    }
    if (line.length < length) {
      line = new byte[MAX_LINE_BYTES];
    }
    System.arraycopy(in, from, line, 0, length);
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    interpreter.read(line, 0, end, reading);
    return end > 0;
  }

  private static int lineAfter(byte[] in, int from, int to) {
    int at = from;
    while (at < to && in[at] != '\n') {
      at++;
    }
    return at < to ? at + 1 : to;
  }

  /** Looks at the first line of all, which may name the columns of those after it. */
  void begin(byte[] in, int length) {
    noteHeader(in, 0, length);
  }

  /** Notes headers in a block of a table, for the blocks after it. */
  void note(byte[] in, int length) {
    if (header.length > 0) {
      for (int at = 0; at < length; at = lineAfter(in, at, length)) {
        if (in[at] == '#') {
          noteHeader(in, at, length);
        }
      }
    }
  }

  private void noteHeader(byte[] in, int from, int to) {
    int end = lineAfter(in, from, to);
    int lineEnd = end > from && in[end - 1] == '\n' ? end - 1 : end;
    if (read(in, from, lineEnd) && reading.isHeader()) {
      header = Arrays.copyOfRange(in, from, lineEnd);
    }
  }
}
