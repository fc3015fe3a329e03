package dev.winnow.formats.unpack;

import java.nio.charset.StandardCharsets;

/**
 * What a pax entry says about the one behind it.
 *
 * @param path its name; empty if not said
 * @param size its size; -1 if not said
 */
record TarExtension(String path, long size) {
  static final TarExtension NONE = new TarExtension("", -1);

  private static final int MAX_DIGITS = 18;

  /** Reads lines such as {@code 18 path=some/name}, where 18 is the length of the line. */
  static TarExtension of(byte[] lines) {
    TarExtension extension = NONE;
    int at = 0;
    while (at < lines.length) {
      int space = at;
      while (space < lines.length && lines[space] != ' ') {
        space++;
      }
      long length = number(lines, at, space);
      if (length <= space - at + 1 || length > lines.length - at) {
        return extension;
      }
      int end = at + (int) length;
      extension = extension.with(lines, space + 1, end - 1);
      at = end;
    }
    return extension;
  }

  private TarExtension with(byte[] in, int from, int to) {
    String value = new String(in, from, to - from, StandardCharsets.UTF_8);
    if (value.startsWith("path=")) {
      return new TarExtension(value.substring("path=".length()), size);
    }
    if (value.startsWith("size=")) {
      return new TarExtension(path, number(in, from + "size=".length(), to));
    }
    return this;
  }

  /** A decimal number, or -1. */
  private static long number(byte[] in, int from, int to) {
    if (from == to || to - from > MAX_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      if (in[i] < '0' || in[i] > '9') {
        return -1;
      }
      number = number * 10 + in[i] - '0';
    }
    return number;
  }
}
