package dev.winnow.formats.time;

import java.util.Arrays;

/**
 * The text of the last timestamp up to its whole seconds, and the seconds that it stands for. Lines
 * of one second, of which a busy log has thousands, are then read by one comparison.
 */
final class SecondMemo {
  private static final int MAX_BYTES = 40;

  private final byte[] text = new byte[MAX_BYTES];
  private int length;
  private long seconds;
  private TimeShape shape = TimeShape.EPOCH;

  /** Whether the text at a place begins as the last timestamp of this shape did. */
  boolean isAt(TimeShape candidate, byte[] in, int from, int to) {
    return length > 0
        && shape == candidate
        && to - from >= length
        && Arrays.equals(text, 0, length, in, from, from + length);
  }

  int length() {
    return length;
  }

  /** Seconds since 1970 as if the text was of UTC. */
  long seconds() {
    return seconds;
  }

  void put(TimeShape newShape, byte[] in, int from, int to, long newSeconds) {
    length = to - from <= MAX_BYTES ? to - from : 0;
    System.arraycopy(in, from, text, 0, length);
    seconds = newSeconds;
    shape = newShape;
  }
}
