package dev.winnow.formats.entry;

import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.json.JsonWriter;
import java.nio.charset.StandardCharsets;

/**
 * Writes a log record of OTLP/JSON as plain JSON: lists of keys and values become members, and
 * wrapped values themselves. Attributes stand beside the record's own members.
 */
final class OtlpRecord {
  private final JsonScanner json = new JsonScanner();
  private JsonWriter out = new JsonWriter(new StringBuilder());

  /** The record in {@code in[from, to)}; empty if it is broken. */
  byte[] rewrite(byte[] in, int from, int to) {
    json.reset(in, from, to);
    StringBuilder text = new StringBuilder();
    out = new JsonWriter(text);
    json.next();
    out.beginObject();
    while (json.next() == JsonEvent.KEY) {
      member(json.text(), json.next());
    }
    out.endObject();
    boolean isWhole = json.next() == JsonEvent.END;
    return isWhole ? text.toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
  }

  private void member(String name, JsonEvent value) {
    switch (name) {
      case "attributes" -> pairs(value);
      case "body" -> {
        out.key(name);
        wrapped(value);
      }
      case "resource", "scope" -> {
        out.key(name).beginObject();
        while (value == JsonEvent.OBJECT_START && json.next() == JsonEvent.KEY) {
          member(json.text(), json.next());
        }
        out.endObject();
      }
      default -> {
        out.key(name);
        scalar(value);
      }
    }
  }

  /** Writes a list of objects with a key and a value as members. */
  private void pairs(JsonEvent list) {
    if (list != JsonEvent.ARRAY_START) {
      json.skipContainer();
      return;
    }
    JsonEvent element = json.next();
    while (element != JsonEvent.ARRAY_END && element != JsonEvent.INVALID) {
      if (element == JsonEvent.OBJECT_START) {
        pair();
      } else {
        json.skipContainer();
      }
      element = json.next();
    }
  }

  /** The key comes first in what exporters write; a value without one has no name. */
  private void pair() {
    String key = "";
    while (json.next() == JsonEvent.KEY) {
      boolean isKey = json.text().equals("key");
      JsonEvent value = json.next();
      if (isKey && value == JsonEvent.STRING) {
        key = json.text();
      } else {
        out.key(key);
        wrapped(value);
      }
    }
  }

  /** Writes what is in an object with one member, whose name is the type. */
  private void wrapped(JsonEvent value) {
    if (value != JsonEvent.OBJECT_START || json.next() != JsonEvent.KEY) {
      scalar(value == JsonEvent.OBJECT_START ? JsonEvent.NULL : value);
      return;
    }
    String type = json.text();
    JsonEvent inner = json.next();
    switch (type) {
      case "intValue" -> integer(inner);
      case "arrayValue" -> values(inner, false);
      case "kvlistValue" -> values(inner, true);
      default -> scalar(inner);
    }
    while (json.next() == JsonEvent.KEY) {
      json.next();
      json.skipContainer();
    }
  }

  /** A number of 64 bits is a string in JSON of protobuf. */
  private void integer(JsonEvent value) {
    String text = value == JsonEvent.STRING ? json.text() : "";
    JsonScanner number = new JsonScanner().reset(text);
    if (number.next() == JsonEvent.NUMBER && number.isLong()) {
      out.value(number.longValue());
    } else {
      scalar(value);
    }
  }

  private void values(JsonEvent container, boolean arePairs) {
    boolean isEmpty = container != JsonEvent.OBJECT_START || json.next() != JsonEvent.KEY;
    JsonEvent list = isEmpty ? JsonEvent.NULL : json.next();
    if (arePairs) {
      out.beginObject();
      pairs(list);
      out.endObject();
    } else {
      out.beginArray();
      JsonEvent element = list == JsonEvent.ARRAY_START ? json.next() : JsonEvent.ARRAY_END;
      while (element != JsonEvent.ARRAY_END && element != JsonEvent.INVALID) {
        wrapped(element);
        element = json.next();
      }
      out.endArray();
    }
    if (!isEmpty) {
      json.next();
    }
  }

  private void scalar(JsonEvent value) {
    switch (value) {
      case STRING -> out.value(json.text());
      case NUMBER -> {
        if (json.isLong()) {
          out.value(json.longValue());
        } else {
          out.value(json.doubleValue());
        }
      }
      case TRUE -> out.value(true);
      case FALSE -> out.value(false);
      default -> {
        json.skipContainer();
        out.nullValue();
      }
    }
  }
}
