package dev.winnow.formats.request;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonFault;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import java.util.Base64;

/**
 * A walk over the JSON of a message, with the liberties that the JSON of protobuf takes: a number
 * may be a string, {@code null} is what was left out, and members that are not known are passed
 * over. Not thread-safe.
 *
 * <p>What is not of the type that belongs there ends in a {@link WinnowException} with {@link
 * ErrorCode#MALFORMED_REQUEST}.
 */
public final class JsonMessage {
  /** What is passed over may nest as deep as it likes; who reads a value counts for himself. */
  private static final int MAX_DEPTH = Integer.MAX_VALUE;

  /** The first whole number that 64 bits with a sign cannot hold. */
  private static final double LONG_END = 0x1p63;

  private final TextCache names = new TextCache();
  private final TextCache texts = new TextCache();
  private JsonScanner json = new JsonScanner(MAX_DEPTH);
  private byte[] in = {};
  private int from;
  private JsonEvent event = JsonEvent.INVALID;

  /** Starts over at the object in {@code in[from, to)}. */
  public void reset(byte[] in, int from, int to) {
    this.in = in;
    this.from = from;
    json.reset(in, from, to);
    next();
  }

  private void next() {
    event = json.next();
    JsonFault fault = json.fault();
    if (fault != null) {
      throw malformed(fault.description(), json.faultOffset());
    }
  }

  /** Reads on to the end, and demands that nothing else comes before it. */
  public void end() {
    next();
  }

  /**
   * Goes into the object that the last event began. Follow with {@link #nextMember} until it is
   * false.
   */
  public boolean isObject() {
    return is(JsonEvent.OBJECT_START, "object");
  }

  private boolean is(JsonEvent wanted, String name) {
    if (event == JsonEvent.NULL) {
      return false;
    }
    if (event != wanted) {
      throw malformed("has no " + name + " where one belongs", json.valueFrom());
    }
    return true;
  }

  /** Moves to the value of the next member; false at the end of the object. */
  public boolean nextMember() {
    next();
    return event == JsonEvent.KEY;
  }

  /** The name of the member. Moves to its value. */
  public String name() {
    String name = cached(names);
    next();
    return name;
  }

  /** Goes into a list. Follow with {@link #nextElement} until it is false. */
  public boolean isList() {
    return is(JsonEvent.ARRAY_START, "list");
  }

  /** Moves to the next element; false at the end of the list. */
  public boolean nextElement() {
    next();
    return event != JsonEvent.ARRAY_END;
  }

  /** Passes over the value. */
  public void skip() {
    json.skipContainer();
    JsonFault fault = json.fault();
    if (fault != null) {
      throw malformed(fault.description(), json.faultOffset());
    }
  }

  /** Where the value begins. */
  public int valueFrom() {
    return json.valueFrom();
  }

  /** Where the value ends that was passed over. */
  public int valueTo() {
    return json.valueTo();
  }

  /** A walk over the value in {@code [from, to)}, which was passed over, in place of this one. */
  public JsonScanner visit(int valueFrom, int valueTo) {
    JsonScanner outer = json;
    json = new JsonScanner(MAX_DEPTH).reset(in, valueFrom, valueTo);
    next();
    return outer;
  }

  public void goBack(JsonScanner outer) {
    json = outer;
  }

  public String text() {
    return switch (event) {
      case STRING -> cached(texts);
      case NULL -> "";
      default -> throw malformed("has no string where one belongs", json.valueFrom());
    };
  }

  public AnyValue textValue() {
    return event == JsonEvent.STRING && json.isPlain()
        ? texts.value(in, json.valueFrom(), json.valueTo())
        : AnyValue.of(text());
  }

  private String cached(TextCache cache) {
    return json.isPlain() ? cache.text(in, json.valueFrom(), json.valueTo()) : json.text();
  }

  /** A whole number of 64 bits, with or without sign. */
  public long integer() {
    return switch (event) {
      case NUMBER, STRING -> integer(json.text());
      case NULL -> 0;
      default -> throw noNumber();
    };
  }

  /** A whole number; one that 64 bits with a sign cannot hold, as the text that it is. */
  public AnyValue integerValue() {
    boolean isLong = event == JsonEvent.NUMBER && json.isLong();
    boolean isSpelled = event == JsonEvent.NUMBER || event == JsonEvent.STRING;
    return isSpelled && !isLong ? integerValue(json.text()) : AnyValue.of(integer());
  }

  private AnyValue integerValue(String text) {
    try {
      return AnyValue.of(Long.parseLong(text));
    } catch (NumberFormatException noLong) {
      double number = event == JsonEvent.NUMBER ? json.doubleValue() : real(text);
      return Math.abs(number) < LONG_END ? AnyValue.of(rounded(text)) : AnyValue.of(text);
    }
  }

  private long integer(String text) {
    try {
      if (event == JsonEvent.NUMBER && json.isLong()) {
        return json.longValue();
      }
      return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    } catch (NumberFormatException noInteger) {
      return rounded(text);
    }
  }

  /**
   * A whole number that is spelled as another, such as {@code 1.79e18}. One that 64 bits cannot
   * hold is the nearest that they can, so that it does not cost the sender the whole request.
   */
  private long rounded(String text) {
    double number = event == JsonEvent.NUMBER ? json.doubleValue() : real(text);
    if (number != Math.rint(number)) {
      throw noNumber();
    }
    return (long) number;
  }

  public double real() {
    return switch (event) {
      case NUMBER -> json.doubleValue();
      case STRING -> real(json.text());
      case NULL -> 0;
      default -> throw noNumber();
    };
  }

  private double real(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> finite(text);
    };
  }

  private double finite(String text) {
    JsonScanner number = new JsonScanner().reset(text);
    if (number.next() != JsonEvent.NUMBER) {
      throw noNumber();
    }
    double value = number.doubleValue();
    if (number.next() != JsonEvent.END) {
      throw noNumber();
    }
    return value;
  }

  public boolean isTrue() {
    return switch (event) {
      case TRUE -> true;
      case FALSE, NULL -> false;
      default -> throw malformed("has no truth value where one belongs", json.valueFrom());
    };
  }

  /** Bytes in base64, of either alphabet. */
  public byte[] bytes() {
    String text = text().replace('-', '+').replace('_', '/');
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException noBase64) {
      throw malformed("has no base64 where it belongs", json.valueFrom());
    }
  }

  private WinnowException noNumber() {
    return malformed("has no number where one belongs", json.valueFrom());
  }

  public WinnowException malformed(String how, int offset) {
    return new WinnowException(
        ErrorCode.MALFORMED_REQUEST, "the JSON " + how + ", byte " + (offset - from));
  }
}
