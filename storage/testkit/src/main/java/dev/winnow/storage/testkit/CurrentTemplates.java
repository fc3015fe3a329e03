package dev.winnow.storage.testkit;

import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Not;
import dev.winnow.kernel.predicate.OneOf;
import dev.winnow.kernel.predicate.Or;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.AnyValue;
import java.util.HexFormat;
import java.util.function.LongUnaryOperator;

/** Puts the ids that templates have by now into a predicate. */
final class CurrentTemplates {
  private static final Field TEMPLATE_ID = Field.of("template_id");
  private static final int HEX_DIGITS = 16;

  private CurrentTemplates() {}

  static Predicate in(Predicate predicate, LongUnaryOperator resolve) {
    return switch (predicate) {
      case And and -> new And(and.of().stream().map(each -> in(each, resolve)).toList());
      case Or or -> new Or(or.of().stream().map(each -> in(each, resolve)).toList());
      case Not not -> new Not(in(not.of(), resolve));
      case Equals equals when equals.field().equals(TEMPLATE_ID) ->
          new Equals(TEMPLATE_ID, current(equals.value(), resolve));
      case OneOf oneOf when oneOf.field().equals(TEMPLATE_ID) ->
          new OneOf(
              TEMPLATE_ID,
              oneOf.values().stream().map(id -> current(id, resolve)).distinct().toList());
      default -> predicate;
    };
  }

  private static AnyValue current(AnyValue value, LongUnaryOperator resolve) {
    String text = value.text();
    if (text.length() != HEX_DIGITS || !text.chars().allMatch(HexFormat::isHexDigit)) {
      return value;
    }
    long id = HexFormat.fromHexDigitsToLong(text);
    return AnyValue.of(HexFormat.of().toHexDigits(resolve.applyAsLong(id)));
  }
}
