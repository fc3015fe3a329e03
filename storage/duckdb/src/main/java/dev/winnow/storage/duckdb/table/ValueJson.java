package dev.winnow.storage.duckdb.table;

import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Values as JSON that gives back equal values. Not thread-safe.
 *
 * <p>It is the JSON that anybody would write, so that DuckDB's functions find what is in it. What
 * JSON does not tell apart is told apart by spelling:
 *
 * <ul>
 *   <li>a double has a fraction or an exponent, an integer has neither: {@code 1.0}, {@code 1};
 *   <li>NaN, the infinities and negative zero are texts: {@code "$double:NaN"};
 *   <li>so are bytes, in base64: {@code "$bytes:aGk="};
 *   <li>and a text that begins like one of these has a beginning of its own: {@code
 *       "$text:$bytes:"}.
 * </ul>
 *
 * <p>Only half a surrogate pair, which no UTF-8 can hold, becomes U+FFFD.
 */
public final class ValueJson {
  /** What a text in JSON begins with that stands for a double. */
  public static final String DOUBLE = "$double:";

  /** What a text in JSON begins with that stands for bytes. */
  public static final String BYTES = "$bytes:";

  /** What is put before a text that begins as one of the three. */
  public static final String TEXT = "$text:";

  private final StringBuilder out = new StringBuilder();

  /** The JSON of a value. */
  public String of(AnyValue value) {
    out.setLength(0);
    write(value, new JsonWriter(out));
    return out.toString();
  }

  /** The JSON of attributes; the empty text if there are none. */
  public String of(Attributes attributes) {
    if (attributes.isEmpty()) {
      return "";
    }
    out.setLength(0);
    write(attributes, new JsonWriter(out));
    return out.toString();
  }

  /** Reads what {@link #of(AnyValue)} wrote. */
  public static AnyValue value(String json) {
    JsonScanner scanner = new JsonScanner().reset(json);
    return read(scanner.next(), scanner);
  }

  /** Reads what {@link #of(Attributes)} wrote. */
  public static Attributes attributes(String json) {
    if (json.isEmpty()) {
      return Attributes.EMPTY;
    }
    JsonScanner scanner = new JsonScanner().reset(json);
    scanner.next();
    return members(scanner);
  }

  private void write(AnyValue value, JsonWriter json) {
    switch (value) {
      case AnyValue.StringValue text ->
          json.value(isReserved(text.value()) ? TEXT + text.value() : text.value());
      case AnyValue.IntValue number -> json.value(number.value());
      case AnyValue.DoubleValue number -> write(number.value(), json);
      case AnyValue.BoolValue bool -> json.value(bool.value());
      case AnyValue.BytesValue bytes ->
          json.value(BYTES + Base64.getEncoder().encodeToString(bytes.toByteArray()));
      case AnyValue.ArrayValue array -> {
        json.beginArray();
        array.values().forEach(element -> write(element, json));
        json.endArray();
      }
      case AnyValue.KvListValue list -> write(list.entries(), json);
      case AnyValue.EmptyValue empty -> json.nullValue();
    }
  }

  private void write(double value, JsonWriter json) {
    if (!Double.isFinite(value) || Double.doubleToRawLongBits(value) == Long.MIN_VALUE) {
      json.value(DOUBLE + value);
      return;
    }
    int from = out.length();
    json.value(value);
    if (out.indexOf(".", from) < 0 && out.indexOf("e", from) < 0) {
      out.append(".0");
    }
  }

  private void write(Attributes entries, JsonWriter json) {
    json.beginObject();
    entries.forEach((key, value) -> write(value, json.key(key)));
    json.endObject();
  }

  private static boolean isReserved(String text) {
    return text.startsWith("$")
        && (text.startsWith(DOUBLE) || text.startsWith(BYTES) || text.startsWith(TEXT));
  }

  private static AnyValue read(JsonEvent event, JsonScanner json) {
    return switch (event) {
      case STRING -> text(json.text());
      case NUMBER ->
          json.isLong() ? AnyValue.of(json.longValue()) : AnyValue.of(json.doubleValue());
      case TRUE -> AnyValue.of(true);
      case FALSE -> AnyValue.of(false);
      case OBJECT_START -> AnyValue.of(members(json));
      case ARRAY_START -> array(json);
      default -> AnyValue.empty();
    };
  }

  /** Reads a text in what {@link #of(AnyValue)} wrote. */
  static AnyValue text(String text) {
    if (!isReserved(text)) {
      return AnyValue.of(text);
    }
    String rest = text.substring(text.indexOf(':') + 1);
    if (text.startsWith(TEXT)) {
      return AnyValue.of(rest);
    }
    return text.startsWith(BYTES)
        ? new AnyValue.BytesValue(Base64.getDecoder().decode(rest))
        : AnyValue.of(Double.parseDouble(rest));
  }

  private static Attributes members(JsonScanner json) {
    Attributes.Builder entries = Attributes.builder();
    while (json.next() == JsonEvent.KEY) {
      String key = json.text();
      entries.put(key, read(json.next(), json));
    }
    return entries.build();
  }

  private static AnyValue array(JsonScanner json) {
    List<AnyValue> values = new ArrayList<>();
    for (JsonEvent event = json.next();
        event != JsonEvent.ARRAY_END && event != JsonEvent.INVALID;
        event = json.next()) {
      values.add(read(event, json));
    }
    return AnyValue.of(values);
  }
}
