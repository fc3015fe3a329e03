package dev.winnow.kernel.redaction;

/** Base64 (RFC 4648, section 4) of {@code user:password} in printable text, as RFC 7617 has it. */
final class Base64Pair {
  private static final int MIN_LENGTH = 8;
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Base64Pair() {}

  static boolean is(byte[] in, int from, int to) {
    int end = to;
    while (end > from && in[end - 1] == '=') {
      end--;
    }
    if (to - from < MIN_LENGTH || to - end > 2) {
      return false;
    }
    boolean hasColon = false;
    int bits = 0;
    int held = 0;
    for (int at = from; at < end; at++) {
      int digit = ALPHABET.indexOf(in[at]);
      if (digit < 0) {
        return false;
      }
      bits = (bits << 6 | digit) & 0xffff;
      held += 6;
      if (held >= 8) {
        held -= 8;
        int decoded = bits >> held & 0xff;
        if (decoded < ' ' || decoded == 0x7f) {
          return false;
        }
        hasColon |= decoded == ':';
      }
    }
    return hasColon;
  }
}
