package dev.winnow.bench.load;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what the answers of the API hold. */
final class Answers {
  private Answers() {}

  /** The elements of a list of objects. */
  static List<Attributes> list(Attributes answer, String name) {
    return answer.value(name) instanceof AnyValue.ArrayValue array
        ? array.values().stream().map(Answers::members).toList()
        : List.of();
  }

  /** A whole number; -1 if there is none. */
  static long number(Attributes answer, String name) {
    return answer.value(name) instanceof AnyValue.IntValue number ? number.value() : -1;
  }

  static String text(Attributes answer, String name) {
    return answer.value(name).text();
  }

  /** How many records there are of each element of a list. */
  static Map<String, Long> counts(List<Attributes> elements, String name) {
    Map<String, Long> counts = new TreeMap<>();
    elements.forEach(each -> counts.put(text(each, name), number(each, "count")));
    return counts;
  }

  private static Attributes members(AnyValue value) {
    return value instanceof AnyValue.KvListValue object ? object.entries() : Attributes.EMPTY;
  }
}
