package dev.winnow.kernel.severity;

/** Punctuation around words, with the full-width colon and brackets seen as the ASCII ones. */
final class Punctuation {
  private static final int FULL_WIDTH_BYTES = 3;

  /** Stands for any character that is neither ASCII nor known here; part of a word like them. */
  private static final char OTHER = 'x';

  private Punctuation() {}

  /** The character at an offset; 0 at the end. */
  static char at(byte[] in, int at, int to) {
    if (at >= to) {
      return 0;
    }
    return in[at] >= 0 ? (char) in[at] : fullWidth(in, at, to);
  }

  /** The character before an offset; 0 at the beginning. */
  static char before(byte[] in, int from, int at) {
    if (at <= from) {
      return 0;
    }
    if (in[at - 1] >= 0) {
      return (char) in[at - 1];
    }
    return at - FULL_WIDTH_BYTES < from ? OTHER : fullWidth(in, at - FULL_WIDTH_BYTES, at);
  }

  /** Whether the character at an offset is part of a word. */
  static boolean isWordAt(byte[] in, int at, int to) {
    return Bytes.isWord((byte) at(in, at, to));
  }

  /** Whether the character before an offset is part of a word. */
  static boolean isWordBefore(byte[] in, int from, int at) {
    return Bytes.isWord((byte) before(in, from, at));
  }

  /** The bytes of the punctuation mark at an offset. */
  static int width(byte[] in, int at) {
    return in[at] >= 0 ? 1 : FULL_WIDTH_BYTES;
  }

  /** The end of the word at an offset; the offset itself if there is none. */
  static int wordEnd(byte[] in, int at, int to) {
    int i = at;
    while (i < to && Bytes.isWord(in[i]) && (in[i] >= 0 || fullWidth(in, i, to) == OTHER)) {
      i++;
    }
    return i;
  }

  private static char fullWidth(byte[] in, int at, int to) {
    if (to - at < FULL_WIDTH_BYTES) {
      return OTHER;
    }
    int bytes = ((in[at] & 0xff) << 16) | ((in[at + 1] & 0xff) << 8) | (in[at + 2] & 0xff);
    return switch (bytes) {
      case 0xefbc9a -> ':';
      case 0xe38090 -> '[';
      case 0xe38091 -> ']';
      default -> OTHER;
    };
  }
}
