package dev.winnow.cli.query;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.List;

/** Members of an answer; what a newer or older server does not send counts as nothing. */
final class Answers {
  private Answers() {}

  static List<AnyValue> list(Attributes answer, String name) {
    return answer.value(name) instanceof AnyValue.ArrayValue array ? array.values() : List.of();
  }

  static Attributes object(AnyValue value) {
    return value instanceof AnyValue.KvListValue object ? object.entries() : Attributes.EMPTY;
  }

  static long number(Attributes answer, String name) {
    return answer.value(name) instanceof AnyValue.IntValue number ? number.value() : 0;
  }
}
