package dev.winnow.core.predicate;

import dev.winnow.kernel.predicate.Contains;
import dev.winnow.kernel.predicate.Exists;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Not;
import dev.winnow.kernel.predicate.OneOf;
import dev.winnow.kernel.predicate.Or;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.predicate.StartsWith;
import dev.winnow.kernel.record.AnyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a condition on one field, or on the body if it is only a text. */
final class ConditionParser {
  private static final Set<String> WORD_OPERATORS = Set.of("in", "contains", "starts", "not");
  private static final Field BODY = Field.of("body");

  private final Tokens tokens;
  private final Operands operands;
  private final Ranges ranges;

  ConditionParser(Tokens tokens) {
    this.tokens = tokens;
    this.operands = new Operands(tokens);
    this.ranges = new Ranges(tokens);
  }

  Predicate parse() {
    if (tokens.current().isWord("exists")) {
      tokens.take();
      return new Exists(subject(operands.text("the name of a field")).field());
    }
    Token first = operands.text("a condition");
    if (!isOperator(tokens.current())) {
      return bodyContains(first);
    }
    boolean isEnd = Ranges.isNumber(first) || Ranges.isTime(first);
    return isEnd && first.kind() == Token.Kind.WORD ? between(first) : comparison(first);
  }

  private static boolean isOperator(Token token) {
    return switch (token.kind()) {
      case SYMBOL -> !"(),".contains(token.text());
      case WORD -> WORD_OPERATORS.contains(token.text().toLowerCase(Locale.ROOT));
      case QUOTED, END -> false;
    };
  }

  /** In other languages {@code level:error} and {@code -debug} are conditions, so not here. */
  private Predicate bodyContains(Token text) {
    int colon = text.text().indexOf(':');
    if (text.kind() == Token.Kind.WORD && (colon >= 0 || text.text().startsWith("-"))) {
      String meant =
          colon > 0
              ? text.text().substring(0, colon) + " = " + text.text().substring(colon + 1)
              : "not " + text.text().substring(1);
      throw tokens.at(
          text.from(),
          "a text with : or a leading - needs quotes when it stands alone; or did you mean "
              + Words.excerpt(meant.strip())
              + "?");
    }
    return tokens.make(text.from(), () -> new Contains(BODY, text.text()));
  }

  private Predicate comparison(Token name) {
    Subject subject = subject(name);
    Token operator = tokens.take();
    if (operator.isWord("not")) {
      Token negated = tokens.current();
      if (negated.kind() != Token.Kind.WORD || negated.isWord("not") || !isOperator(negated)) {
        throw tokens.expected("in, contains or starts with after not");
      }
      Predicate of = comparison(subject, tokens.take());
      return tokens.make(name.from(), () -> new Not(of));
    }
    return comparison(subject, operator);
  }

  private Predicate comparison(Subject subject, Token operator) {
    String sign = operator.text().toLowerCase(Locale.ROOT);
    if (sign.equals("starts")) {
      if (!tokens.current().isWord("with")) {
        throw tokens.expected("with after starts");
      }
      tokens.take();
      sign = "starts with";
    }
    subject.check(operator, sign, tokens);
    return switch (sign) {
      case "=" -> equalTo(subject, operands.value(subject));
      case "!=" -> new Not(equalTo(subject, operands.value(subject)));
      case "in" -> oneOf(subject);
      case "contains" -> {
        Token part = operands.text("a text");
        yield tokens.make(part.from(), () -> new Contains(subject.field(), part.text()));
      }
      case "starts with" -> {
        Token part = operands.text("a text");
        yield tokens.make(part.from(), () -> new StartsWith(subject.field(), part.text()));
      }
      default -> {
        Ranges.End end = new Ranges.End(operands.value(subject), sign.endsWith("="));
        yield sign.startsWith("<")
            ? ranges.between(subject, null, end)
            : ranges.between(subject, end, null);
      }
    };
  }

  /** A field between two numbers or times, as in {@code 400 <= status < 500}. */
  private Predicate between(Token lower) {
    boolean isLowerInclusive = isInclusive("< or <=; a field with one bound stands before it");
    Subject subject = subject(operands.text("the name of a field"));
    Token sign = tokens.current();
    boolean isUpperInclusive =
        isInclusive("< or <= and an upper bound; a field with one bound stands before it");
    subject.check(sign, sign.text(), tokens);
    return ranges.between(
        subject,
        new Ranges.End(lower, isLowerInclusive),
        new Ranges.End(operands.value(subject), isUpperInclusive));
  }

  private boolean isInclusive(String expected) {
    Token sign = tokens.current();
    if (!sign.isSymbol("<") && !sign.isSymbol("<=")) {
      throw tokens.expected(expected);
    }
    return tokens.take().text().equals("<=");
  }

  private Predicate equalTo(Subject subject, Token value) {
    return subject.isLevel() ? ranges.level(subject, value) : operands.equalTo(subject, value);
  }

  private Predicate oneOf(Subject subject) {
    Token open = tokens.current();
    tokens.take("(");
    List<Predicate> levels = new ArrayList<>();
    List<AnyValue> values = new ArrayList<>();
    do {
      Token value = operands.value(subject);
      if (subject.isLevel()) {
        levels.add(ranges.level(subject, value));
      } else {
        values.add(operands.equalTo(subject, value).value());
      }
    } while (operands.hasNext());
    return tokens.make(
        open.from(), () -> subject.isLevel() ? new Or(levels) : new OneOf(subject.field(), values));
  }

  private Subject subject(Token name) {
    return Subject.of(name, tokens);
  }
}
