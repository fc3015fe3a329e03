package dev.winnow.kernel.stacktrace;

import java.nio.charset.StandardCharsets;

/**
 * The text that a fingerprint is the hash of, in UTF-8: one line per exception type and per frame,
 * each cut to a fixed length. A line that is there already is not written again.
 */
final class Signature {
  /** Bytes of one line. */
  static final int MAX_LINE = 256;

  /** Lines of a full chain and of the frames of a fingerprint. */
  private static final int MAX_LINES = TraceSpans.MAX_THROWN + Fingerprint.FRAMES;

  private final byte[] text = new byte[MAX_LINES * (MAX_LINE + 1)];
  private int length;
  private int line;
  private int firstFrame;

  void reset() {
    length = line = firstFrame = 0;
  }

  /** From here on, lines name frames. */
  void beginFrames() {
    firstFrame = length;
  }

  void add(int b) {
    if (length - line < MAX_LINE) {
      text[length++] = (byte) b;
    }
  }

  void add(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      add(ascii.charAt(i));
    }
  }

  void add(byte[] in, int from, int to) {
    for (int i = from; i < to && length - line < MAX_LINE; i++) {
      add(in[i]);
    }
  }

  /** Ends a line. */
  void endLine() {
    text[length++] = '\n';
    line = length;
  }

  /** Forgets the line that was not ended. */
  void dropLine() {
    length = line;
  }

  /** Whether the line that was not ended stands among the frames already. */
  boolean isRepeated() {
    int size = length - line;
    for (int at = firstFrame; at < line; ) {
      int end = at;
      while (text[end] != '\n') {
        end++;
      }
      if (end - at == size && equal(at, line, size)) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  private boolean equal(int a, int b, int size) {
    for (int i = 0; i < size; i++) {
      if (text[a + i] != text[b + i]) {
        return false;
      }
    }
    return true;
  }

  byte[] bytes() {
    return text;
  }

  int length() {
    return length;
  }

  @Override
  public String toString() {
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }
}
