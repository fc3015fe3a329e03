package dev.winnow.core.predicate;

import java.util.Locale;

/**
 * A piece of the readable form.
 *
 * @param text what it says: of a quoted text, what is between the quotes, without escapes
 * @param from where it begins
 */
record Token(Kind kind, String text, int from) {
  enum Kind {
    WORD,
    QUOTED,
    SYMBOL,
    END
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether this is a keyword, in any case. */
  boolean isWord(String keyword) {
    return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(keyword);
  }

  /** Whether this may be a name or a value. */
  boolean isText() {
    return kind == Kind.QUOTED || (kind == Kind.WORD && !Words.isKeyword(text));
  }

  /** The token as a complaint names it. */
  String description() {
    return kind == Kind.END ? "the end" : Words.excerpt(text);
  }
}
