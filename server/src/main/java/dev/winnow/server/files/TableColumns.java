package dev.winnow.server.files;

import dev.winnow.formats.layout.Layouts;
import java.util.Arrays;

/** The lines at the start of a table that name its columns, without which no piece can be read. */
final class TableColumns {
  /** Names that take more than this are not found. */
  static final int MAX_BYTES = 8 << 10;

  private TableColumns() {}

  /**
   * The first line of a file where it is the header of a table; of those with a number sign, all.
   */
  static byte[] of(byte[] first) {
    int end = lineEnd(first, 0);
    if (!Layouts.isTable(first, 0, end)) {
      return new byte[0];
    }
    int next = lineEnd(first, end);
    while (next > end && first[0] == '#' && first[end] == '#') {
      end = next;
      next = lineEnd(first, end);
    }
    return Arrays.copyOf(first, end);
  }

  /**
   * Where the line ends that begins at {@code from}, with its line feed; {@code from} if nowhere.
   */
  private static int lineEnd(byte[] in, int from) {
    int end = from;
    while (end < in.length && in[end] != '\n') {
      end++;
    }
    return end < in.length ? end + 1 : from;
  }
}
