package dev.winnow.core.predicate;

import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonFault;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.predicate.InvalidPredicateException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;

/** The tokens of a text, one ahead, and the complaints about it. */
final class Tokens {
  private static final String BRACKETS = "(),";
  private static final String OPERATOR_CHARACTERS = "=!<>&|~";
  private static final Set<String> OPERATORS = Set.of("=", "!=", "<", "<=", ">", ">=");

  private final String text;
  private int at;
  private Token current;

  Tokens(String text) {
    this.text = text;
    current = scan();
  }

  /** The token that comes next. */
  Token current() {
    return current;
  }

  /** Moves past the current token and returns it. */
  Token take() {
    Token taken = current;
    current = scan();
    return taken;
  }

  /** Moves past a symbol that must be there. */
  void take(String symbol) {
    if (!current.isSymbol(symbol)) {
      throw expected(symbol);
    }
    take();
  }

  InvalidPredicateTextException expected(String what) {
    return at(current.from(), "expected " + what + ", found " + current.description());
  }

  InvalidPredicateTextException at(int offset, String problem) {
    return InvalidPredicateTextException.at(text, offset, problem);
  }

  InvalidPredicateTextException tooLarge(int offset, String problem) {
    return InvalidPredicateTextException.tooLarge(text, offset, problem);
  }

  /** Makes a part of the tree out of the text at {@code offset}. */
  <T> T make(int offset, Supplier<T> part) {
    try {
      return part.get();
    } catch (InvalidPredicateException refusal) {
      throw InvalidPredicateTextException.of(text, offset, refusal);
    }
  }

  /**
   * How much of a text from a place on belongs to one token, or to none, with no regard to fault.
   */
  static int lengthAt(String text, int from) {
    if (from == text.length()) {
      return 0;
    }
    char c = text.charAt(from);
    int end;
    if (c == '"') {
      end = endOfQuoted(text, from);
    } else if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
      end = skip(text, from, each -> OPERATOR_CHARACTERS.indexOf(each) >= 0);
    } else {
      end = skip(text, from, Words::isBare);
    }
    return end > from ? end - from : Character.charCount(text.codePointAt(from));
  }

  private Token scan() {
    at = skip(text, at, Tokens::isBlank);
    int from = at;
    if (from == text.length()) {
      return new Token(Token.Kind.END, "", from);
    }
    char c = text.charAt(from);
    if (c == '"') {
      return quoted(from);
    }
    if (BRACKETS.indexOf(c) >= 0) {
      at = from + 1;
      return new Token(Token.Kind.SYMBOL, text.substring(from, at), from);
    }
    if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
      return operator(from);
    }
    at = skip(text, from, Words::isBare);
    if (at == from || !isEndOfWord()) {
      throw at(at, Hints.character(text.charAt(at)));
    }
    return new Token(Token.Kind.WORD, text.substring(from, at), from);
  }

  private Token operator(int from) {
    at = skip(text, from, c -> OPERATOR_CHARACTERS.indexOf(c) >= 0);
    String operator = text.substring(from, at);
    if (!OPERATORS.contains(operator)) {
      String meant = Hints.operator(operator);
      throw at(
          from,
          Words.excerpt(operator)
              + " is no operator; "
              + (meant == null ? "there are =, !=, <, <=, >, >=" : "did you mean " + meant + "?"));
    }
    return new Token(Token.Kind.SYMBOL, operator, from);
  }

  /** A string of JSON; the character that ends it is found here, the rest is the scanner's work. */
  private Token quoted(int from) {
    at = endOfQuoted(text, from);
    byte[] string = text.substring(from, at).getBytes(StandardCharsets.UTF_8);
    JsonScanner json = new JsonScanner().reset(string, 0, string.length);
    if (json.next() != JsonEvent.STRING) {
      throw json.fault() == JsonFault.UNEXPECTED_END
          ? at(from, "the quote is not closed")
          : at(from + characters(string, json.faultOffset()), "the quoted text " + fault(json));
    }
    return new Token(Token.Kind.QUOTED, json.text(), from);
  }

  private static int endOfQuoted(String text, int from) {
    int end = from + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  private static String fault(JsonScanner json) {
    JsonFault fault = json.fault();
    return (fault == null ? "is incomplete" : fault.description())
        + "; escapes are \\\" \\\\ \\n \\t and the others of JSON";
  }

  private static int characters(byte[] utf8, int length) {
    return new String(utf8, 0, length, StandardCharsets.UTF_8).length();
  }

  private boolean isEndOfWord() {
    return at == text.length()
        || isBlank(text.charAt(at))
        || BRACKETS.indexOf(text.charAt(at)) >= 0
        || OPERATOR_CHARACTERS.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private interface CharTest {
    boolean holds(char c);
  }

  private static int skip(String text, int from, CharTest test) {
    int end = from;
    while (end < text.length() && test.holds(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
