package dev.winnow.kernel.form;

import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import org.jspecify.annotations.Nullable;

/** Reads the members of one JSON object as pairs, without entering what is nested in it. */
final class JsonReader {
  private final JsonScanner scanner = new JsonScanner();

  /** Adds the members of the object; returns whether the text is one JSON object as a whole. */
  boolean read(byte[] in, int from, int to, Pairs pairs) {
    scanner.reset(in, from, to);
    if (scanner.next() != JsonEvent.OBJECT_START) {
      return false;
    }
    while (scanner.next() == JsonEvent.KEY) {
      int keyFrom = scanner.valueFrom();
      int keyTo = scanner.valueTo();
      Pairs.Kind kind = kind(scanner.next());
      if (kind == null) {
        return false;
      }
      int valueFrom = scanner.valueFrom();
      int valueTo = scanner.valueTo();
      if (kind == Pairs.Kind.OBJECT || kind == Pairs.Kind.LIST) {
        scanner.skipContainer();
        valueTo = scanner.position();
      }
      if (!pairs.add(keyFrom, keyTo, valueFrom, valueTo, kind)) {
        return false;
      }
    }
    return scanner.fault() == null && scanner.depth() == 0 && scanner.next() == JsonEvent.END;
  }

  private static Pairs.@Nullable Kind kind(JsonEvent event) {
    return switch (event) {
      case STRING -> Pairs.Kind.STRING;
      case NUMBER -> Pairs.Kind.NUMBER;
      case TRUE, FALSE -> Pairs.Kind.BOOL;
      case NULL -> Pairs.Kind.NULL;
      case OBJECT_START -> Pairs.Kind.OBJECT;
      case ARRAY_START -> Pairs.Kind.LIST;
      default -> null;
    };
  }
}
