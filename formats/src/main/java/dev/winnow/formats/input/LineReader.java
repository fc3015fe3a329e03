package dev.winnow.formats.input;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into lines, and holds on to lines that belong together. Lines end with LF or CRLF,
 * the last one also without. Not thread-safe.
 *
 * <p>The line is {@code buffer()[from(), to())} until {@link #next()}; what is held is {@code
 * buffer()[heldFrom(), heldTo())} until {@link #hold()}. Both may move within the buffer, and the
 * buffer may be another one, after each {@link #next()}.
 */
public final class LineReader {
  /*
   * One buffer, read into at its end and searched for line feeds in place, eight bytes at a time.
   * When it is full, what is held and the unfinished line move to its front; if they fill it, it
   * doubles. So nothing is copied or allocated per line.
   *
   * Bounds: a line is cut at MAX_LINE_BYTES and the rest of it read over, and what is held never
   * exceeds its first line or MAX_HELD_BYTES, so the buffer stays below MAX_CAPACITY.
   */

  /** A line longer than this is cut. */
  public static final int MAX_LINE_BYTES = 1 << 20;

  /** Lines are joined to what is held up to this size in all. */
  public static final int MAX_HELD_BYTES = 256 << 10;

  /** Lines are joined to what is held up to this number in all. */
  public static final int MAX_HELD_LINES = 1000;

  private static final int INITIAL_CAPACITY = 256 << 10;
  private static final int MAX_CAPACITY = 4 << 20;
  private static final int MIN_READ = 64 << 10;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SPACES = 0x2020_2020_2020_2020L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private final Input input;
  private byte[] buffer = new byte[INITIAL_CAPACITY];
  private int position;
  private int limit;
  private int from;
  private int to;
  private boolean hasControls;
  private int heldFrom;
  private int heldTo;
  private int heldLines;
  private int heldBlanks;
  private @Nullable IOException failure;
  private long lines;
  private long cutLines;

  public LineReader(Input input) {
    this.input = input;
  }

  /**
   * Moves to the next line.
   *
   * @return false at the end, and also while an input that is followed has no further line yet;
   *     then it may be called again
   * @throws IOException if the input cannot be read any further; what was read before, also the
   *     beginning of a line, is given first
   */
  public boolean next() throws IOException {
    from = position;
    hasControls = false;
    int at = position;
    while (true) {
      int end = Math.min(limit, from + MAX_LINE_BYTES + 1);
      at = findLineFeed(at, end);
      if (at < end) {
        return line(at, at + 1);
      }
      if (at - from > MAX_LINE_BYTES) {
        return cutLine();
      }
      int scanned = at - from;
      if (!fill()) {
        return endLine(scanned);
      }
      at = from + scanned;
    }
  }

  /** Gives the line that no line feed ends, if nothing can follow it. */
  private boolean endLine(int length) throws IOException {
    if (length > 0 && isEnded()) {
      return line(limit, limit);
    }
    if (failure != null) {
      throw failure;
    }
    position = from;
    return false;
  }

  private boolean isEnded() {
    return failure != null || input.isEnded();
  }

  private boolean line(int end, int next) {
    to = end;
    while (to > from && buffer[to - 1] == '\r') {
      to--;
    }
    position = next;
    lines++;
    return true;
  }

  private boolean cutLine() throws IOException {
    int end = from + MAX_LINE_BYTES;
    int at = end;
    while (at == limit || buffer[at] != '\n') {
      at++;
      if (at >= limit) {
        limit = end;
        boolean more = fill();
        while (!more && !isEnded()) {
          more = fill();
        }
        end = from + MAX_LINE_BYTES;
        at = end;
        if (!more) {
          break;
        }
      }
    }
    cutLines++;
    return line(end, Math.min(at + 1, limit));
  }

  /** Where the next line feed is; {@code end} if there is none. Notes control characters. */
  private int findLineFeed(int start, int end) {
    int at = start;
    while (at < end) {
      if (end - at >= Long.BYTES) {
        long word = (long) LONGS.get(buffer, at);
        long controls = (word - SPACES) & ~word & HIGH_BITS;
        if (controls == 0) {
          at += Long.BYTES;
          continue;
        }
        at += Long.numberOfTrailingZeros(controls) / Byte.SIZE;
      }
      byte b = buffer[at];
      if (b == '\n') {
        return at;
      }
      hasControls |= b >= 0 && b < ' ' && b != '\t' && b != '\r';
      at++;
    }
    return at;
  }

  /** Reads more behind the unfinished line, which may move; false if there is nothing more. */
  private boolean fill() {
    if (buffer.length - limit < MIN_READ) {
      makeRoom();
    }
    int read = 0;
    if (!isEnded()) {
      try {
        read = input.read(buffer, limit, buffer.length);
      } catch (IOException e) {
        failure = e;
      }
    }
    limit += Math.max(read, 0);
    return read > 0;
  }

  private void makeRoom() {
    int held = heldTo - heldFrom;
    System.arraycopy(buffer, heldFrom, buffer, 0, held);
    heldFrom = 0;
    heldTo = held;
    // Room for the line feeds that append() puts in between.
    int lineFrom = heldLines == 0 ? 0 : held + heldBlanks + 1;
    System.arraycopy(buffer, from, buffer, lineFrom, limit - from);
    limit = lineFrom + limit - from;
    from = lineFrom;
    if (buffer.length - limit < buffer.length / 2 && buffer.length < MAX_CAPACITY) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }

  /** Holds the current line, and lets go of what was held before. */
  public void hold() {
    heldFrom = from;
    heldTo = to;
    heldLines = 1;
    heldBlanks = 0;
  }

  /** Remembers that an empty line was read, which {@link #append} joins as well. */
  public void holdBlank() {
    heldBlanks = Math.min(heldBlanks + 1, MAX_HELD_LINES);
  }

  /** Forgets the empty lines. */
  public void dropBlanks() {
    heldBlanks = 0;
  }

  /**
   * Joins the empty lines and the current line to what is held, with line feeds between.
   *
   * @return false if that would exceed a limit; then nothing is joined
   */
  public boolean append() {
    return append(heldBlanks + 1);
  }

  /** Joins the current line, which is the rest of what was cut, to what is held; likewise. */
  public boolean appendRest() {
    return append(0);
  }

  private boolean append(int lineFeeds) {
    int length = heldTo - heldFrom + lineFeeds + to - from;
    if (length > MAX_HELD_BYTES || heldLines + heldBlanks >= MAX_HELD_LINES) {
      return false;
    }
    for (int i = 0; i < lineFeeds; i++) {
      buffer[heldTo++] = '\n';
    }
    System.arraycopy(buffer, from, buffer, heldTo, to - from);
    heldTo += to - from;
    heldLines += heldBlanks + 1;
    heldBlanks = 0;
    return true;
  }

  /** Lets the current line begin at an offset within it, for one who needs not all of it. */
  public void beginAt(int offset) {
    from = offset;
  }

  /** Cuts the current line at an offset within it, for one who has taken something out of it. */
  public void endAt(int offset) {
    to = offset;
  }

  public byte[] buffer() {
    return buffer;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  public int heldFrom() {
    return heldFrom;
  }

  public int heldTo() {
    return heldTo;
  }

  /** Whether the line holds a control character other than a tab or carriage return. */
  public boolean hasControls() {
    return hasControls;
  }

  /**
   * Whether all that has arrived so far was read, so that the next line may have to be waited for.
   */
  public boolean isDrained() {
    return position == limit;
  }

  /** The number of lines read; the number of the current one, from 1. */
  public long lines() {
    return lines;
  }

  /** How many of them were cut. */
  public long cutLines() {
    return cutLines;
  }
}
