package dev.winnow.core.miner;

import dev.winnow.kernel.form.CharacterClass;
import java.util.ArrayList;
import java.util.List;

/** Cuts a form's text into the tokens that the scanner wrote: words, placeholders, separators. */
final class FormTokens {
  /** One token and the white space before it: none, a space, or a line break. */
  record Token(char gap, String text, boolean isMask, boolean isSeparator) {
    static final char NO_GAP = 0;
  }

  private FormTokens() {}

  static List<Token> of(String form) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < form.length()) {
      char gap = Token.NO_GAP;
      if (form.charAt(at) == ' ' || form.charAt(at) == '\n') {
        gap = form.charAt(at++);
      }
      if (at == form.length()) {
        return tokens;
      }
      int end = end(form, at);
      String text = form.substring(at, end);
      boolean mask = isMask(form, at);
      tokens.add(new Token(gap, text, mask, !mask && isSeparator(form.charAt(at))));
      at = end;
    }
    return tokens;
  }

  private static int end(String form, int at) {
    if (form.charAt(at) == '<') {
      int close = form.indexOf('>', at);
      return isMask(form, at) ? close + 1 : Math.min(at + 2, form.length());
    }
    if (isSeparator(form.charAt(at))) {
      return at + 1;
    }
    boolean ideographs = CharacterClass.isIdeograph(form.codePointAt(at));
    int end = at;
    while (end < form.length() && (!isBoundary(form.charAt(end)) || isApostrophe(form, end))) {
      int codePoint = form.codePointAt(end);
      if (CharacterClass.isIdeograph(codePoint) != ideographs) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  /** Whether a single quote stands between two letters, as in a name or a contraction. */
  private static boolean isApostrophe(String form, int at) {
    return form.charAt(at) == '\''
        && at > 0
        && at + 1 < form.length()
        && Character.isLetter(form.charAt(at - 1))
        && Character.isLetter(form.charAt(at + 1));
  }

  private static boolean isMask(String form, int at) {
    return form.charAt(at) == '<' && !form.startsWith("<<", at) && form.indexOf('>', at) > 0;
  }

  private static boolean isBoundary(char c) {
    return c == ' ' || c == '\n' || isSeparator(c);
  }

  private static boolean isSeparator(char c) {
    return !Character.isSurrogate(c) && CharacterClass.isSeparator(c);
  }
}
