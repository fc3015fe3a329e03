package dev.winnow.core.miner;

import dev.winnow.kernel.form.CharacterClass;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins what two forms hold in one position: the least text that stands for both. Commutative,
 * associative and idempotent, with {@link #WILD} on top.
 */
final class Texts {
  static final String WILD = "<*>";

  private Texts() {}

  static String join(String a, String b) {
    if (a.equals(b)) {
      return a;
    }
    if (isQuoted(a) && isQuoted(b) && a.charAt(0) == b.charAt(0)) {
      return a.charAt(0) + join(inner(a), inner(b)) + a.charAt(0);
    }
    List<String> left = pieces(a);
    List<String> right = pieces(b);
    if (left.size() != right.size()) {
      return WILD;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < left.size(); i++) {
      String x = left.get(i);
      String y = right.get(i);
      if (x.equals(y)) {
        text.append(x);
      } else if (isContent(x) && isContent(y)) {
        text.append(WILD);
      } else {
        return WILD;
      }
    }
    return text.toString();
  }

  /** Whether the text begins and ends with the same quote and has no other of it. */
  static boolean isQuoted(String text) {
    int last = text.length() - 1;
    return last > 0
        && text.charAt(0) == text.charAt(last)
        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
        && text.indexOf(text.charAt(0), 1) == last;
  }

  static String inner(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  private static boolean isContent(String piece) {
    return CharacterClass.isAlphanumeric(piece.charAt(0)) || isPlaceholder(piece);
  }

  static boolean isPlaceholder(String piece) {
    return piece.charAt(0) == '<' && piece.length() > 2;
  }

  /** Placeholders, words, and single characters that are neither. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at + 1;
      char c = text.charAt(at);
      if (c == '<' && at + 1 < text.length() && text.charAt(at + 1) != '<') {
        end = text.indexOf('>', at) + 1;
      } else if (c == '<') {
        end = at + 2;
      } else if (CharacterClass.isAlphanumeric(c)) {
        while (end < text.length() && isInner(text, end)) {
          end++;
        }
      }
      pieces.add(text.substring(at, end));
      at = end;
    }
    return pieces;
  }

  private static boolean isInner(String text, int at) {
    char c = text.charAt(at);
    return CharacterClass.isAlphanumeric(c)
        || ("._-$".indexOf(c) >= 0
            && at + 1 < text.length()
            && CharacterClass.isAlphanumeric(text.charAt(at + 1)));
  }
}
