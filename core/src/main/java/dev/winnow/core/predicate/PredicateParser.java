package dev.winnow.core.predicate;

import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Not;
import dev.winnow.kernel.predicate.Or;
import dev.winnow.kernel.predicate.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what joins conditions; one method for each rule of the grammar. */
final class PredicateParser {
  private final Tokens tokens;
  private final ConditionParser conditions;

  /** How many {@code not} and brackets are open, which bounds the recursion. */
  private int depth;

  PredicateParser(Tokens tokens) {
    this.tokens = tokens;
    this.conditions = new ConditionParser(tokens);
  }

  Predicate parse() {
    Predicate predicate = disjunction();
    if (tokens.current().kind() != Token.Kind.END) {
      throw unexpected(tokens.current(), "and or or");
    }
    return predicate;
  }

  private Predicate disjunction() {
    return joined("or", this::conjunction, Or::new);
  }

  private Predicate conjunction() {
    return joined("and", this::negation, And::new);
  }

  private Predicate joined(
      String keyword, Supplier<Predicate> part, Function<List<Predicate>, Predicate> join) {
    int from = tokens.current().from();
    Predicate first = part.get();
    if (!tokens.current().isWord(keyword)) {
      return first;
    }
    List<Predicate> parts = new ArrayList<>();
    parts.add(first);
    while (tokens.current().isWord(keyword)) {
      tokens.take();
      parts.add(part.get());
    }
    return tokens.make(from, () -> join.apply(parts));
  }

  private Predicate negation() {
    int from = tokens.current().from();
    if (!tokens.current().isWord("not")) {
      return operand();
    }
    Predicate negated = nested(this::negation);
    return tokens.make(from, () -> new Not(negated));
  }

  private Predicate operand() {
    if (tokens.current().isSymbol("(")) {
      Predicate group = nested(this::disjunction);
      close();
      return group;
    }
    Token first = tokens.current();
    boolean mayBeList = first.isWord("all") || first.isWord("any");
    // Where no bracket follows, all and any are words like others.
    Predicate condition = conditions.parse();
    if (!mayBeList || !tokens.current().isSymbol("(")) {
      return condition;
    }
    List<Predicate> parts = nested(this::parts);
    close();
    return tokens.make(first.from(), () -> first.isWord("all") ? new And(parts) : new Or(parts));
  }

  private List<Predicate> parts() {
    List<Predicate> parts = new ArrayList<>();
    if (!tokens.current().isSymbol(")")) {
      parts.add(disjunction());
      while (tokens.current().isSymbol(",")) {
        tokens.take();
        parts.add(disjunction());
      }
    }
    return parts;
  }

  /** Moves past the current token and reads what it opens. */
  private <T> T nested(Supplier<T> inner) {
    if (++depth > Predicate.MAX_DEPTH) {
      throw tokens.tooLarge(
          tokens.current().from(), "nests deeper than the limit " + Predicate.MAX_DEPTH);
    }
    tokens.take();
    T read = inner.get();
    depth--;
    return read;
  }

  private void close() {
    if (!tokens.current().isSymbol(")")) {
      throw unexpected(tokens.current(), ")");
    }
    tokens.take();
  }

  /** The complaint about what follows a condition. */
  private InvalidPredicateTextException unexpected(Token token, String wanted) {
    String meant = token.kind() == Token.Kind.WORD ? Hints.operator(token.text()) : null;
    if (meant != null) {
      return tokens.at(
          token.from(),
          Words.excerpt(token.text()) + " is no operator; did you mean " + meant + "?");
    }
    if (token.isText()) {
      return tokens.expected("and, or or an operator; a text of several words needs quotes");
    }
    return tokens.expected(wanted);
  }
}
