package dev.winnow.core.miner;

import dev.winnow.core.miner.Slot.Kind;
import dev.winnow.kernel.form.CharacterClass;
import org.jspecify.annotations.Nullable;

/** Judges single words: what each may become, by its letters and by the word before it. */
final class Words {
  private Words() {}

  /** The first word of a text: the likeliest of all to be part of the statement. */
  static Kind first(String word) {
    if (hasDigit(word)) {
      return Kind.VALUE;
    }
    if (Vocabulary.isMethod(word)) {
      return Kind.METHOD;
    }
    return isConstant(word) ? Kind.CONSTANT : Kind.FIXED;
  }

  /** A word inside a text, with the position before it. */
  static Kind kind(String word, @Nullable Slot before) {
    if (word.endsWith("Exception") || word.endsWith("Error")) {
      return Kind.FIXED;
    }
    if (isIdentifier(word) || Vocabulary.isNothing(word)) {
      return Kind.VALUE;
    }
    if (CharacterClass.isIdeograph(word.codePointAt(0))) {
      return Kind.WORD;
    }
    if (!isWord(word) || Vocabulary.isDecisive(word)) {
      return Kind.FIXED;
    }
    if (Vocabulary.isMethod(word)) {
      return Kind.METHOD;
    }
    String fixed = before != null && before.kind() == Kind.FIXED ? before.text() : "";
    if (isConstant(word)) {
      boolean labelled = fixed.equals(":");
      return labelled && word.indexOf('_') > 0 ? Kind.VALUE : Kind.CONSTANT;
    }
    boolean introduced = Vocabulary.isIntroducing(fixed);
    if (Vocabulary.isIntroducing(word) && !(introduced && fixed.equals(word))) {
      return Kind.FIXED;
    }
    return introduced || word.indexOf('-') > 0 ? Kind.NAME : Kind.WORD;
  }

  /** Whether a text begins with a letter, perhaps behind one other character. */
  static boolean isWord(String text) {
    return !text.isEmpty()
        && (Character.isLetter(text.charAt(0))
            || (text.length() > 1 && Character.isLetter(text.charAt(1))));
  }

  /** A word that no sentence holds: with a digit, an inner dot, an underscore in lower case ... */
  static boolean isIdentifier(String word) {
    boolean lower = false;
    boolean underscore = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean inner = i > 0 && i < word.length() - 1;
      boolean joins = inner && (c == '.' || c == '/') && Character.isLetter(word.charAt(i + 1));
      if (joins || isDigit(c) || c == '\\' || c == '@' || c == '$') {
        return true;
      }
      lower |= c >= 'a' && c <= 'z';
      underscore |= c == '_';
    }
    return underscore && lower;
  }

  private static boolean isConstant(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c < 'A' || c > 'Z') && c != '_') {
        return false;
      }
    }
    return word.length() > 1;
  }

  private static boolean hasDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (isDigit(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
