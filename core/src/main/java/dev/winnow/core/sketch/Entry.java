package dev.winnow.core.sketch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** A string that is counted, in an array that is used again when another takes its place. */
final class Entry {
  static final Comparator<Entry> MOST_FREQUENT_FIRST =
      Comparator.comparingLong((Entry entry) -> entry.count)
          .reversed()
          .thenComparing(entry -> entry.hash, Long::compareUnsigned);

  private static final int ROOM_STEP = 16;

  long hash;
  long count;
  long error;

  /** How many entries stand before this one. */
  int rank;

  private byte[] bytes = {};
  private int length;
  private boolean isCut;

  /** Makes this the entry of another string; the count stays. */
  void become(long hash, byte[] in, int from, int to) {
    this.hash = hash;
    isCut = to - from > HeavyHitters.MAX_BYTES;
    length = isCut ? HeavyHitters.MAX_BYTES : to - from;
    if (bytes.length < length) {
      bytes = new byte[(length + ROOM_STEP - 1) & -ROOM_STEP];
    }
    System.arraycopy(in, from, bytes, 0, length);
  }

  /** A copy, with what a summary that did not know the string may have missed. */
  Entry copy(long missed) {
    Entry copy = new Entry();
    copy.hash = hash;
    copy.count = count + missed;
    copy.error = error + missed;
    copy.bytes = Arrays.copyOf(bytes, length);
    copy.length = length;
    copy.isCut = isCut;
    return copy;
  }

  HeavyHitter toHeavyHitter() {
    return new HeavyHitter(text(), isCut, count, error);
  }

  /** The kept bytes as text, without a character that was cut in two. */
  private String text() {
    int end = length;
    if (isCut) {
      int start = end - 1;
      while (start > end - 4 && (bytes[start] & 0xc0) == 0x80) {
        start--;
      }
      end = (bytes[start] & 0xc0) == 0xc0 ? start : end;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
