package dev.winnow.formats.time;

/** What a byte of a timestamp is. */
final class Characters {
  private Characters() {}

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isUpper(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  /** Whether a word goes on with it. */
  static boolean isWord(byte b) {
    return isDigit(b) || isUpper(b) || (b >= 'a' && b <= 'z') || b == '_' || b < 0;
  }
}
