package dev.winnow.core.miner;

import dev.winnow.core.miner.FormTokens.Token;
import java.util.List;

/** Some tokens of a form in a row, and what they look like together. */
record TokenSpan(List<Token> tokens, int from, int to) {
  /**
   * A bracket or quote that closes further away holds no value; so a form is read in linear time.
   */
  static final int REACH = 256;

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";
  private static final String OPENING_QUOTES = "\"'\u201e\u201c\u2018\u00ab\u300c\u300e";
  private static final String CLOSING_QUOTES = "\"'\u201c\u201d\u2019\u00bb\u300d\u300f";

  static boolean opensBracket(Token token) {
    return token.isSeparator() && OPENING.contains(token.text());
  }

  static boolean closesBracket(Token token) {
    return token.isSeparator() && CLOSING.contains(token.text());
  }

  static boolean isQuote(Token token) {
    return token.isSeparator() && OPENING_QUOTES.contains(token.text());
  }

  /** Where the bracket that opens at the start of the span closes, or its end. */
  int closingBracket() {
    int depth = 0;
    int end = Math.min(to, from + REACH);
    for (int i = from; i < end; i++) {
      depth += opensBracket(tokens.get(i)) ? 1 : closesBracket(tokens.get(i)) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return to;
  }

  /** Where the quote that opens at the start of the span closes, or its end. */
  int closingQuote() {
    int quote = OPENING_QUOTES.indexOf(tokens.get(from).text());
    String closing = CLOSING_QUOTES.substring(quote, quote + 1);
    int end = Math.min(to, from + REACH);
    int close = from + 1;
    while (close < end && !tokens.get(close).text().equals(closing)) {
      close++;
    }
    return close < end ? close : to;
  }

  /** Elements without inner space and with commas between, or one in quotes, or keys in braces. */
  boolean isList() {
    boolean comma = false;
    boolean key = false;
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      boolean spaced = i > from && token.gap() != Slot.NO_GAP;
      if (spaced && !tokens.get(i - 1).text().equals(",")) {
        return false;
      }
      if (token.isSeparator() && !",='\"".contains(token.text())) {
        return false;
      }
      comma |= token.text().equals(",");
      key |= token.text().equals("=");
    }
    boolean braces = tokens.get(from - 1).text().equals("{");
    return comma || isQuote(tokens.get(from)) || (key && braces);
  }

  /** Keys with values, or objects: what a program prints of its data. */
  boolean isData() {
    for (int i = from; i < to; i++) {
      if (isKey(i) || "{[".contains(tokens.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  /** Words that are no data: neither keys with values nor braces. */
  boolean isProse() {
    for (int i = from; i < to; i++) {
      if (isKey(i) || tokens.get(i).text().equals("{")) {
        return false;
      }
    }
    return true;
  }

  /** At least two words, and no brackets or quotes among them. */
  boolean isPhrase() {
    int words = 0;
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (token.isSeparator() && !",'".contains(token.text())) {
        return false;
      }
      words += !token.isMask() && !token.isSeparator() ? 1 : 0;
    }
    return words >= 2;
  }

  boolean hasMask() {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).isMask()) {
        return true;
      }
    }
    return false;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (i > from && token.gap() != Slot.NO_GAP) {
        text.append(token.gap());
      }
      text.append(token.text());
    }
    return text.toString();
  }

  private boolean isKey(int index) {
    Token token = tokens.get(index);
    return token.text().equals("=") && token.gap() == Slot.NO_GAP;
  }
}
