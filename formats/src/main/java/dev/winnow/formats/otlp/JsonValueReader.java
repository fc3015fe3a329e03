package dev.winnow.formats.otlp;

import dev.winnow.formats.request.JsonMessage;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.ArrayList;
import java.util.List;

/** Reads the values and attributes of OTLP/JSON, which have their type for a name. */
final class JsonValueReader {
  private final JsonMessage json;
  private final RequestDraft draft;
  private final AttributesDraft attributes;
  private String key = "";
  private AnyValue value = AnyValue.empty();

  JsonValueReader(JsonMessage json, RequestDraft draft) {
    this.json = json;
    this.draft = draft;
    attributes = new AttributesDraft(draft);
  }

  /** The attributes of what is being read. */
  AttributesDraft attributes() {
    return attributes;
  }

  /** Reads a list of attributes. */
  void attributeList() {
    if (json.isList()) {
      while (json.nextElement()) {
        pair(1);
        attributes.put(key, value);
      }
    }
  }

  private void pair(int depth) {
    draft.countValue();
    String pairKey = "";
    AnyValue pairValue = AnyValue.empty();
    if (json.isObject()) {
      while (json.nextMember()) {
        switch (json.name()) {
          case "key" -> pairKey = json.text();
          case "value" -> pairValue = value(depth);
          default -> json.skip();
        }
      }
    }
    key = pairKey;
    value = pairValue;
  }

  /** Reads a value that is in no other. */
  AnyValue body() {
    return value(0);
  }

  private AnyValue value(int depth) {
    AnyValue read = AnyValue.empty();
    if (json.isObject()) {
      while (json.nextMember()) {
        read = alternative(json.name(), depth, read);
      }
    }
    return read;
  }

  private AnyValue alternative(String type, int depth, AnyValue before) {
    return switch (type) {
      case "stringValue" -> json.textValue();
      case "boolValue" -> AnyValue.of(json.isTrue());
      case "intValue" -> json.integerValue();
      case "doubleValue" -> AnyValue.of(json.real());
      case "bytesValue" -> new AnyValue.BytesValue(json.bytes());
      case "arrayValue" -> mayNest(depth) ? list(depth) : AnyValue.empty();
      case "kvlistValue" -> mayNest(depth) ? named(depth) : AnyValue.empty();
      default -> {
        json.skip();
        yield before;
      }
    };
  }

  private boolean mayNest(int depth) {
    boolean may = attributes.mayNest(depth);
    if (!may) {
      json.skip();
    }
    return may;
  }

  /** Goes on to the list of values in the object that is read; false at its end. */
  private boolean nextValues() {
    while (json.nextMember()) {
      boolean isValues = json.name().equals("values");
      if (isValues && json.isList()) {
        return true;
      }
      json.skip();
    }
    return false;
  }

  private AnyValue list(int depth) {
    List<AnyValue> elements = new ArrayList<>();
    if (json.isObject()) {
      while (nextValues()) {
        while (json.nextElement()) {
          draft.countValue();
          elements.add(value(depth + 1));
        }
      }
    }
    return AnyValue.of(elements);
  }

  private AnyValue named(int depth) {
    Attributes.Builder entries = attributes.inner(depth);
    if (json.isObject()) {
      while (nextValues()) {
        while (json.nextElement()) {
          pair(depth + 1);
          entries.put(key, value);
        }
      }
    }
    return AnyValue.of(entries.build());
  }
}
