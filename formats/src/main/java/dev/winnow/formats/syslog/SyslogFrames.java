package dev.winnow.formats.syslog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into the messages in it (RFC 6587). Not thread-safe.
 *
 * <p>The message is {@code bytes()[from(), to())} until {@link #next()} or {@link #fill}.
 */
public final class SyslogFrames {
  /*
   * A frame says how long it is, or a line feed ends it, or a NUL. Senders mix both, so each frame is
   * judged by itself: it is counted if a number, a blank and the `<` of a priority begin it.
   *
   * What is longer than a message may be is cut there, and the rest is passed over as it comes. Who
   * fills the buffer at once gets a larger one, up to USEFUL_CAPACITY; otherwise it never holds more
   * than one message and the number before it, whatever a sender does.
   */

  private static final int FIRST_CAPACITY = 4096;

  /** What one reading gives is stored together, so a busy sender is to be read in large pieces. */
  private static final int USEFUL_CAPACITY = 64 << 10;

  /** A longer number is none: it would count more than a gigabyte. */
  private static final int MAX_DIGITS = 9;

  private static final int MAX_HEADER = MAX_DIGITS + 2;
  private static final int LINE = 0;
  private static final int UNKNOWN = -1;

  private final int maxBytes;
  private byte[] buffer = new byte[FIRST_CAPACITY];
  private int start;
  private int limit;
  private int searched;
  private int from;
  private int to;
  private int body;
  private int passed;
  private boolean isPassingLine;
  private boolean isEnded;
  private long cut;

  /** Frames of a stream of which each message may be so long; what is beyond is cut. */
  public SyslogFrames(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Waits for more of the stream and reads it. To be called when {@link #next()} has no more.
   *
   * @return false at its end, after which {@link #next()} gives what nothing has ended
   */
  public boolean fill(InputStream stream) throws IOException {
    boolean isBusy = limit == buffer.length;
    System.arraycopy(buffer, start, buffer, 0, limit - start);
    searched = Math.max(0, searched - start);
    limit -= start;
    start = 0;
    int most = Math.max(maxBytes + MAX_HEADER, USEFUL_CAPACITY);
    if (isBusy && (limit == buffer.length || buffer.length < USEFUL_CAPACITY)) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, most));
    }
    int read = stream.read(buffer, limit, buffer.length - limit);
    limit += Math.max(read, 0);
    isEnded = read < 0;
    return !isEnded;
  }

  /** Goes on to the next message; false if it is not all there yet. */
  public boolean next() {
    passOver();
    while (start < limit && isBetweenFrames(buffer[start])) {
      start++;
    }
    if (start == limit) {
      return false;
    }
    int length = countedLength();
    return switch (length) {
      case UNKNOWN -> false;
      case LINE -> nextLine();
      default -> nextCounted(length);
    };
  }

  private static boolean isBetweenFrames(byte b) {
    return b == '\n' || b == '\r' || b == 0;
  }

  /** What the frame at {@code start} says of its length; UNKNOWN if that is still to come. */
  private int countedLength() {
    int length = 0;
    int at = start;
    while (at < limit && at - start < MAX_DIGITS && buffer[at] >= '0' && buffer[at] <= '9') {
      length = length * 10 + buffer[at++] - '0';
    }
    if (length == 0 || buffer[start] == '0') {
      return LINE;
    }
    for (byte expected : new byte[] {' ', '<'}) {
      if (at == limit) {
        return isEnded ? LINE : UNKNOWN;
      }
      if (buffer[at++] != expected) {
        return LINE;
      }
    }
    body = at - 1;
    return length;
  }

  private boolean nextCounted(int length) {
    int kept = Math.min(length, maxBytes);
    int there = Math.min(kept, limit - body);
    if (there < kept && !isEnded) {
      return false;
    }
    passed = length - kept;
    return frame(body, body + there, body + there, length > kept);
  }

  private boolean nextLine() {
    int most = Math.min(limit, start + maxBytes);
    int end = lineEnd(Math.max(start, searched), most);
    searched = end;
    if (end < most || isEnded) {
      return frame(start, end, Math.min(end + 1, limit), false);
    }
    if (limit == most) {
      return false;
    }
    isPassingLine = !isLineEnd(buffer[most]);
    return frame(start, most, most, isPassingLine);
  }

  private boolean frame(int begin, int end, int next, boolean isCut) {
    from = begin;
    to = end;
    start = next;
    cut += isCut ? 1 : 0;
    return true;
  }

  /** Passes over what was cut off, as far as it has come. */
  private void passOver() {
    if (isPassingLine) {
      start = lineEnd(start, limit);
      isPassingLine = start == limit;
    }
    int here = Math.min(passed, limit - start);
    start += here;
    passed -= here;
  }

  private int lineEnd(int begin, int end) {
    int at = begin;
    while (at < end && !isLineEnd(buffer[at])) {
      at++;
    }
    return at;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == 0;
  }

  /** The array that the message lies in. */
  public byte[] bytes() {
    return buffer;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /** How many messages were cut. */
  public long cut() {
    return cut;
  }
}
