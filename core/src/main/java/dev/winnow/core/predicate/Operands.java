package dev.winnow.core.predicate;

import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.record.AnyValue;

/** Reads what stands beside operators: names, texts, values and lists of them. */
final class Operands {
  private final Tokens tokens;

  Operands(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Moves past a word or quoted text, which {@code what} calls by its role. */
  Token text(String what) {
    if (tokens.current().isText()) {
      return tokens.take();
    }
    boolean isKeyword = tokens.current().kind() == Token.Kind.WORD;
    throw tokens.at(
        tokens.current().from(),
        "expected "
            + what
            + ", found "
            + tokens.current().description()
            + (isKeyword ? "; a text that is a keyword needs quotes" : ""));
  }

  /** Moves past a value to compare with. */
  Token value(Subject subject) {
    Token value = text("a value");
    if (value.kind() == Token.Kind.WORD && value.text().equals("null")) {
      throw tokens.at(
          value.from(),
          "null is no value; use exists " + Words.excerpt(subject.name().text()) + ", or \"null\"");
    }
    return value;
  }

  /** Whether a list goes on; moves past what says so. */
  boolean hasNext() {
    boolean goesOn = tokens.current().isSymbol(",");
    if (!goesOn && !tokens.current().isSymbol(")")) {
      throw tokens.expected(", or )");
    }
    tokens.take();
    return goesOn;
  }

  /** The condition that a field has a value. */
  Equals equalTo(Subject subject, Token value) {
    boolean isText = value.kind() == Token.Kind.QUOTED || subject.isOf(Field.Type.TEXT);
    AnyValue scalar = isText ? AnyValue.of(value.text()) : Words.literal(value.text());
    return tokens.make(value.from(), () -> new Equals(subject.field(), scalar));
  }
}
