package dev.winnow.kernel.predicate;

import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonFault;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import org.jspecify.annotations.Nullable;

/** The one JSON form of predicates: an object per node, whose {@code op} says which. */
final class PredicateJson {
  private PredicateJson() {}

  static Predicate read(String json) {
    Limit.checkBytes("", json, Predicate.MAX_JSON_BYTES);
    JsonScanner scanner = new JsonScanner().reset(json);
    AnyValue tree = AnyValueJson.read(scanner);
    if (scanner.next() != JsonEvent.END) {
      throw notJson(scanner.fault(), scanner.faultOffset());
    }
    return PredicateReader.read(tree);
  }

  private static InvalidPredicateException notJson(@Nullable JsonFault fault, int offset) {
    if (fault == JsonFault.TOO_DEEP) {
      return InvalidPredicateException.tooLarge(
          "", "nests deeper than the limit " + Predicate.MAX_DEPTH);
    }
    String reason = fault == null ? "is incomplete" : fault.description();
    return InvalidPredicateException.at("", "is not JSON: it " + reason + ", byte " + offset);
  }

  static String write(Predicate predicate) {
    StringBuilder out = new StringBuilder();
    write(predicate, new JsonWriter(out));
    return out.toString();
  }

  private static void write(Predicate predicate, JsonWriter json) {
    if (predicate instanceof And and) {
      writeParts("and", and.of(), json);
    } else if (predicate instanceof Or or) {
      writeParts("or", or.of(), json);
    } else if (predicate instanceof Not not) {
      write(not.of(), begin("not", json).key("of"));
      json.endObject();
    } else {
      writeLeaf(predicate, json);
      json.endObject();
    }
  }

  private static void writeParts(String op, Iterable<Predicate> parts, JsonWriter json) {
    begin(op, json).key("of").beginArray();
    for (Predicate part : parts) {
      write(part, json);
    }
    json.endArray().endObject();
  }

  private static void writeLeaf(Predicate leaf, JsonWriter json) {
    if (leaf instanceof Exists exists) {
      begin("exists", exists.field(), json);
    } else if (leaf instanceof Equals equals) {
      AnyValueJson.write(equals.value(), begin("equals", equals.field(), json).key("value"));
    } else if (leaf instanceof OneOf oneOf) {
      AnyValue values = AnyValue.of(oneOf.values());
      AnyValueJson.write(values, begin("one_of", oneOf.field(), json).key("values"));
    } else if (leaf instanceof Contains contains) {
      begin("contains", contains.field(), json).key("value").value(contains.value());
    } else if (leaf instanceof StartsWith startsWith) {
      begin("starts_with", startsWith.field(), json).key("value").value(startsWith.value());
    } else if (leaf instanceof NumberRange range) {
      begin("range", range.field(), json);
      writeBound("gt", range.lower(), json);
      writeBound("lt", range.upper(), json);
    } else if (leaf instanceof TimeRange range) {
      begin("time_range", range.field(), json);
      writeTime("from", range.from(), json);
      writeTime("to", range.to(), json);
    }
  }

  private static void writeBound(String name, NumberRange.@Nullable Bound bound, JsonWriter json) {
    if (bound != null) {
      AnyValueJson.write(bound.number(), json.key(bound.isInclusive() ? name + "e" : name));
    }
  }

  private static void writeTime(String name, long time, JsonWriter json) {
    if (time != 0) {
      json.key(name).value(Rfc3339.format(time));
    }
  }

  private static JsonWriter begin(String op, JsonWriter json) {
    return json.beginObject().key("op").value(op);
  }

  private static JsonWriter begin(String op, Field field, JsonWriter json) {
    return begin(op, json).key("field").value(field.name());
  }
}
