package dev.winnow.kernel.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pull scanner over one JSON value (RFC 8259) in UTF-8.
 *
 * <p>{@link #next()} returns one event at a time and the accessors describe the last one. Input
 * that is not JSON ends in {@link JsonEvent#INVALID}; nothing is ever thrown for it. A scanner is
 * reused through {@link #reset} and is not thread-safe. It keeps a reference to the input, never a
 * copy.
 */
public final class JsonScanner {
  /*
   * The open containers are one bit each in a long, set for an object. That is the whole stack, but
   * for a scanner that may go deeper than its 64 bits, which lays full longs aside: an eighth of the
   * input at most. So no input can make the scanner call itself, or one of the usual depth allocate.
   *
   * `expected` names what the grammar allows next, not counting white space. Each byte is looked at
   * once by the scan, so the cost is linear in the input; unescaping and converting a number
   * look at the bytes of one value again, and only when the caller asks.
   */

  /** The number of containers that may be open at once, unless a scanner is made for more. */
  public static final int MAX_DEPTH = Long.SIZE;

  private enum Expected {
    VALUE,
    VALUE_OR_ARRAY_END,
    KEY,
    KEY_OR_OBJECT_END,
    COMMA_OR_END,
    NOTHING
  }

  private byte[] in = {};
  private int at;
  private int to;
  private final int maxDepth;
  private long[] outer = {};
  private long objects;
  private int depth;
  private Expected expected = Expected.VALUE;
  private JsonEvent event = JsonEvent.INVALID;
  private int valueFrom;
  private int valueTo;
  private boolean plain;
  private @Nullable JsonFault fault;

  public JsonScanner() {
    this(MAX_DEPTH);
  }

  /** A scanner that goes {@code maxDepth} deep. */
  public JsonScanner(int maxDepth) {
    this.maxDepth = maxDepth;
  }

  /** Starts over on the bytes of {@code in} from {@code from} up to, excluding, {@code to}. */
  public JsonScanner reset(byte[] in, int from, int to) {
    this.in = in;
    this.at = from;
    this.to = to;
    objects = 0;
    depth = 0;
    expected = Expected.VALUE;
    event = JsonEvent.INVALID;
    valueFrom = from;
    valueTo = from;
    plain = true;
    fault = null;
    return this;
  }

  /** Starts over on a string. */
  public JsonScanner reset(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return reset(bytes, 0, bytes.length);
  }

  /** Moves to the next event. */
  public JsonEvent next() {
    event = fault == null ? scan() : JsonEvent.INVALID;
    return event;
  }

  /** Moves past the container whose start is the last event; otherwise does nothing. */
  public void skipContainer() {
    if (event != JsonEvent.OBJECT_START && event != JsonEvent.ARRAY_START) {
      return;
    }
    int outside = depth - 1;
    while (depth > outside && fault == null) {
      next();
    }
  }

  /** The number of containers that are open. */
  public int depth() {
    return depth;
  }

  /** Where the last value begins: after the quote of a string or key, else at its first byte. */
  public int valueFrom() {
    return valueFrom;
  }

  /** Where the last value ends, exclusive: before the quote of a string or key. */
  public int valueTo() {
    return valueTo;
  }

  /** Where the scan stands: just after the last value, or after the colon of a key. */
  public int position() {
    return at;
  }

  /** Why the input is not JSON, or null as long as it is. */
  public @Nullable JsonFault fault() {
    return fault;
  }

  /** Where the fault is; the end of the input for {@link JsonFault#UNEXPECTED_END}. */
  public int faultOffset() {
    return at;
  }

  /** Whether the last string or key holds no escape, so that its bytes are its text. */
  public boolean isPlain() {
    return plain;
  }

  /**
   * Writes the last string or key without its escapes and returns the end of what was written.
   * Never longer than {@code valueTo() - valueFrom()}. A surrogate without its partner becomes
   * U+FFFD.
   */
  public int unescape(byte[] out, int outAt) {
    return JsonStrings.unescape(in, valueFrom, valueTo, out, outAt);
  }

  /** The last string or key as a string; the text of a number. */
  public String text() {
    if (plain) {
      return new String(in, valueFrom, valueTo - valueFrom, StandardCharsets.UTF_8);
    }
    byte[] out = new byte[valueTo - valueFrom];
    return new String(out, 0, unescape(out, 0), StandardCharsets.UTF_8);
  }

  /** Whether the last number has neither fraction nor exponent and fits a {@code long}. */
  public boolean isLong() {
    return JsonNumbers.isLong(in, valueFrom, valueTo);
  }

  /** The last number, if {@link #isLong()}. */
  public long longValue() {
    return JsonNumbers.parseLong(in, valueFrom, valueTo);
  }

  /** The {@code double} nearest to the last number; infinite if it is too large. */
  public double doubleValue() {
    return JsonNumbers.parseDouble(in, valueFrom, valueTo);
  }

  private JsonEvent scan() {
    skipWhitespace();
    if (expected == Expected.COMMA_OR_END && at < to && in[at] == ',') {
      at++;
      skipWhitespace();
      expected = isInObject() ? Expected.KEY : Expected.VALUE;
    }
    if (at == to) {
      return expected == Expected.NOTHING ? JsonEvent.END : fail(JsonFault.UNEXPECTED_END);
    }
    byte b = in[at];
    return switch (expected) {
      case VALUE -> value(b);
      case VALUE_OR_ARRAY_END -> b == ']' ? close(b) : value(b);
      case KEY -> key(b);
      case KEY_OR_OBJECT_END -> b == '}' ? close(b) : key(b);
      case COMMA_OR_END -> close(b);
      case NOTHING -> fail(JsonFault.TRAILING_CONTENT);
    };
  }

  private JsonEvent value(byte b) {
    return switch (b) {
      case '{' -> open(JsonEvent.OBJECT_START);
      case '[' -> open(JsonEvent.ARRAY_START);
      case '"' -> string() ? complete(JsonEvent.STRING) : JsonEvent.INVALID;
      case 't' -> literal("true") ? complete(JsonEvent.TRUE) : JsonEvent.INVALID;
      case 'f' -> literal("false") ? complete(JsonEvent.FALSE) : JsonEvent.INVALID;
      case 'n' -> literal("null") ? complete(JsonEvent.NULL) : JsonEvent.INVALID;
      default -> number() ? complete(JsonEvent.NUMBER) : JsonEvent.INVALID;
    };
  }

  private JsonEvent complete(JsonEvent value) {
    expected = depth == 0 ? Expected.NOTHING : Expected.COMMA_OR_END;
    return value;
  }

  private JsonEvent key(byte b) {
    if (b != '"') {
      return fail(JsonFault.UNEXPECTED_BYTE);
    }
    if (!string()) {
      return JsonEvent.INVALID;
    }
    skipWhitespace();
    if (at == to) {
      return fail(JsonFault.UNEXPECTED_END);
    }
    if (in[at] != ':') {
      return fail(JsonFault.UNEXPECTED_BYTE);
    }
    at++;
    expected = Expected.VALUE;
    return JsonEvent.KEY;
  }

  private JsonEvent open(JsonEvent start) {
    if (depth == maxDepth) {
      return fail(JsonFault.TOO_DEEP);
    }
    if (depth > 0 && depth % Long.SIZE == 0) {
      layAside(depth / Long.SIZE - 1);
    }
    boolean object = start == JsonEvent.OBJECT_START;
    objects = (objects << 1) | (object ? 1 : 0);
    depth++;
    expected = object ? Expected.KEY_OR_OBJECT_END : Expected.VALUE_OR_ARRAY_END;
    return span(start);
  }

  private void layAside(int full) {
    if (full == outer.length) {
      outer = Arrays.copyOf(outer, 2 * full + 1);
    }
    outer[full] = objects;
  }

  private JsonEvent close(byte b) {
    boolean object = isInObject();
    if (b != (object ? '}' : ']')) {
      return fail(JsonFault.UNEXPECTED_BYTE);
    }
    objects >>>= 1;
    depth--;
    if (depth > 0 && depth % Long.SIZE == 0) {
      objects = outer[depth / Long.SIZE - 1];
    }
    return complete(span(object ? JsonEvent.OBJECT_END : JsonEvent.ARRAY_END));
  }

  private boolean isInObject() {
    return (objects & 1) != 0;
  }

  private JsonEvent span(JsonEvent bracket) {
    valueFrom = at;
    valueTo = ++at;
    return bracket;
  }

  private boolean string() {
    plain = true;
    valueFrom = ++at;
    while (at < to) {
      byte b = in[at];
      if (b == '"') {
        valueTo = at++;
        return true;
      }
      int length = b == '\\' ? JsonStrings.escapeLength(in, at, to) : charLength(b);
      if (length <= 0) {
        return length < 0 ? refuse(JsonFault.UNEXPECTED_END, to) : refuse(stringFault(b), at);
      }
      plain &= b != '\\';
      at += length;
    }
    return refuse(JsonFault.UNEXPECTED_END, to);
  }

  private int charLength(byte b) {
    return b >= ' ' ? 1 : b >= 0 ? 0 : JsonStrings.sequenceLength(in, at, to);
  }

  private static JsonFault stringFault(byte b) {
    return b == '\\'
        ? JsonFault.INVALID_ESCAPE
        : b < 0 ? JsonFault.INVALID_UTF8 : JsonFault.CONTROL_CHARACTER;
  }

  private boolean literal(String word) {
    valueFrom = at;
    for (int i = 0; i < word.length(); i++, at++) {
      if (at == to || in[at] != word.charAt(i)) {
        return refuseHere();
      }
    }
    valueTo = at;
    return true;
  }

  private boolean number() {
    plain = true;
    valueFrom = at;
    int end = JsonNumbers.scan(in, at, to);
    at = end < 0 ? ~end : end;
    valueTo = at;
    return end >= 0 || refuseHere();
  }

  private void skipWhitespace() {
    while (at < to && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
      at++;
    }
  }

  private boolean refuseHere() {
    return refuse(at == to ? JsonFault.UNEXPECTED_END : JsonFault.UNEXPECTED_BYTE, at);
  }

  private boolean refuse(JsonFault reason, int offset) {
    fault = reason;
    at = offset;
    return false;
  }

  private JsonEvent fail(JsonFault reason) {
    fault = reason;
    return JsonEvent.INVALID;
  }
}
