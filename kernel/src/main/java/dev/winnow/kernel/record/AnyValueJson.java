package dev.winnow.kernel.record;

import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.json.JsonWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Values as JSON. A number without fraction or exponent that fits 64 bits is an integer, every
 * other a double; of members with one name the last counts; {@code null} is the empty value. Bytes
 * become base64 and are read back as a string.
 */
public final class AnyValueJson {
  private AnyValueJson() {}

  /** The compact JSON of a value. */
  public static String toJson(AnyValue value) {
    StringBuilder out = new StringBuilder();
    write(value, new JsonWriter(out));
    return out.toString();
  }

  public static void write(AnyValue value, JsonWriter json) {
    if (value instanceof AnyValue.StringValue string) {
      json.value(string.value());
    } else if (value instanceof AnyValue.IntValue number) {
      json.value(number.value());
    } else if (value instanceof AnyValue.DoubleValue number) {
      json.value(number.value());
    } else if (value instanceof AnyValue.BoolValue bool) {
      json.value(bool.value());
    } else if (value instanceof AnyValue.BytesValue bytes) {
      json.value(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    } else if (value instanceof AnyValue.ArrayValue array) {
      json.beginArray();
      array.values().forEach(element -> write(element, json));
      json.endArray();
    } else if (value instanceof AnyValue.KvListValue list) {
      write(list.entries(), json);
    } else {
      json.nullValue();
    }
  }

  public static void write(Attributes attributes, JsonWriter json) {
    json.beginObject();
    attributes.forEach((key, value) -> write(value, json.key(key)));
    json.endObject();
  }

  /**
   * Reads the scanner's next value. If the scanner then has a {@linkplain JsonScanner#fault()
   * fault} the input was not JSON and the result means nothing.
   */
  public static AnyValue read(JsonScanner json) {
    return value(json.next(), json);
  }

  private static AnyValue value(JsonEvent event, JsonScanner json) {
    return switch (event) {
      case STRING -> AnyValue.of(json.text());
      case NUMBER ->
          json.isLong() ? AnyValue.of(json.longValue()) : AnyValue.of(json.doubleValue());
      case TRUE -> AnyValue.of(true);
      case FALSE -> AnyValue.of(false);
      case OBJECT_START -> object(json);
      case ARRAY_START -> array(json);
      default -> AnyValue.empty();
    };
  }

  private static AnyValue object(JsonScanner json) {
    Attributes.Builder entries = Attributes.builder();
    while (json.next() == JsonEvent.KEY) {
      String key = json.text();
      entries.put(key, read(json));
    }
    return AnyValue.of(entries.build());
  }

  private static AnyValue array(JsonScanner json) {
    List<AnyValue> values = new ArrayList<>();
    for (JsonEvent event = json.next();
        event != JsonEvent.ARRAY_END && event != JsonEvent.INVALID;
        event = json.next()) {
      values.add(value(event, json));
    }
    return AnyValue.of(values);
  }
}
