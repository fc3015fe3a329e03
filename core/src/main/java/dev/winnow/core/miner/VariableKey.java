package dev.winnow.core.miner;

/**
 * The name that a template gives a value: the key before it, as in {@code user=} or {@code id:}.
 */
final class VariableKey {
  private static final int MAX_LENGTH = 64;
  private static final String OPENING = " \"'([{";

  private VariableKey() {}

  /** The key that a text ends with, without what marks it; empty if there is none. */
  static String before(CharSequence text) {
    int end = skipBack(text, text.length(), OPENING);
    if (end == 0 || "=:".indexOf(text.charAt(end - 1)) < 0) {
      return "";
    }
    end = skipBack(text, end - 1, " \"'");
    int start = end;
    while (start > 0 && end - start <= MAX_LENGTH && isKeyCharacter(text.charAt(start - 1))) {
      start--;
    }
    while (start < end && !isFirstCharacter(text.charAt(start))) {
      start++;
    }
    return end - start > MAX_LENGTH ? "" : text.subSequence(start, end).toString();
  }

  private static int skipBack(CharSequence text, int from, String skipped) {
    int at = from;
    while (at > 0 && skipped.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static boolean isKeyCharacter(char c) {
    return Character.isLetterOrDigit(c) || "_.-@/".indexOf(c) >= 0;
  }

  private static boolean isFirstCharacter(char c) {
    return Character.isLetter(c) || c == '_' || c == '@';
  }
}
