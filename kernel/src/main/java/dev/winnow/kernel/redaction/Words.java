package dev.winnow.kernel.redaction;

/**
 * Where words begin: runs of letters, digits, dashes, underscores and dots. The letter of an escape
 * such as {@code \n}, and the digits of one such as {@code %3D}, are no part of the word that they
 * touch.
 */
final class Words {
  private static final String ESCAPES = "nrtbf";

  private Words() {}

  /** The start of the word that {@code inside} is in, not before {@code floor}. */
  static int start(byte[] in, int floor, int inside, int to) {
    int at = inside;
    while (at > floor && ByteClass.is(in[at - 1], ByteClass.WORD)) {
      at--;
    }
    return at + (at > floor ? escaped(in, at - 1, to) : 0);
  }

  /** Whether a word begins at {@code at}, which is in one. */
  static boolean startsAt(byte[] in, int floor, int at, int to) {
    if (at == floor) {
      return true;
    }
    if (!ByteClass.is(in[at - 1], ByteClass.WORD)) {
      return escaped(in, at - 1, to) == 0;
    }
    return (at - 2 >= floor && in[at - 2] == '\\' && escaped(in, at - 2, to) == 1)
        || (at - 3 >= floor && in[at - 3] == '%' && escaped(in, at - 3, to) == 2);
  }

  /** How many bytes behind the one at {@code at} belong to its escape. */
  private static int escaped(byte[] in, int at, int to) {
    if (in[at] == '\\') {
      return at + 1 < to && ESCAPES.indexOf(in[at + 1]) >= 0 ? 1 : 0;
    }
    boolean isHex =
        in[at] == '%'
            && at + 2 < to
            && ByteClass.isHexDigit(in[at + 1])
            && ByteClass.isHexDigit(in[at + 2]);
    return isHex ? 2 : 0;
  }
}
