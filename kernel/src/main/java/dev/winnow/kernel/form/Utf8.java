package dev.winnow.kernel.form;

/**
 * Decodes UTF-8 that may be broken: each maximal ill-formed part becomes one U+FFFD, as in chapter
 * 3 of the Unicode standard and the WHATWG encoding standard.
 */
final class Utf8 {
  private static final int REPLACEMENT = 0xfffd;
  private static final int LENGTH_BITS = 3;

  private Utf8() {}

  /** The code point at {@code at} and the number of bytes it takes, packed; see the accessors. */
  static int decode(byte[] in, int at, int to) {
    int first = in[at] & 0xff;
    if (first < 0x80) {
      return pack(first, 1);
    }
    if (first < 0xc2 || first > 0xf4) {
      return pack(REPLACEMENT, 1);
    }
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    int codePoint = first & (0x7f >> length);
    for (int i = 1; i < length; i++) {
      if (at + i >= to || !continues(first, i, in[at + i] & 0xff)) {
        return pack(REPLACEMENT, i);
      }
      codePoint = (codePoint << 6) | (in[at + i] & 0x3f);
    }
    return pack(codePoint, length);
  }

  static int codePoint(int packed) {
    return packed >> LENGTH_BITS;
  }

  static int length(int packed) {
    return packed & ((1 << LENGTH_BITS) - 1);
  }

  /** Writes a code point; the caller provides four bytes of room. */
  static int encode(int codePoint, byte[] out, int at) {
    if (codePoint < 0x80) {
      out[at++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      out[at++] = (byte) (0xc0 | (codePoint >> 6));
      out[at++] = (byte) (0x80 | (codePoint & 0x3f));
    } else if (codePoint < 0x10000) {
      out[at++] = (byte) (0xe0 | (codePoint >> 12));
      out[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
      out[at++] = (byte) (0x80 | (codePoint & 0x3f));
    } else {
      out[at++] = (byte) (0xf0 | (codePoint >> 18));
      out[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
      out[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
      out[at++] = (byte) (0x80 | (codePoint & 0x3f));
    }
    return at;
  }

  private static boolean continues(int first, int index, int b) {
    if (index > 1) {
      return (b & 0xc0) == 0x80;
    }
    int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    return b >= low && b <= high;
  }

  private static int pack(int codePoint, int length) {
    return (codePoint << LENGTH_BITS) | length;
  }
}
