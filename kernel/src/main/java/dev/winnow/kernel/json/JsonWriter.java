package dev.winnow.kernel.json;

/**
 * A writer of compact JSON; equal values are spelled equally in every language (RFC 8785), but
 * members keep the order in which they are written. Commas are placed by the writer. The caller is
 * trusted to open, name and close in turn.
 */
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out;
  private boolean first = true;
  private int depth;

  /** Writes to the end of {@code out}. */
  public JsonWriter(StringBuilder out) {
    this.out = out;
  }

  public JsonWriter beginObject() {
    return open('{');
  }

  public JsonWriter endObject() {
    return close('}');
  }

  public JsonWriter beginArray() {
    return open('[');
  }

  public JsonWriter endArray() {
    return close(']');
  }

  /** Writes the name of a member; its value must follow. */
  public JsonWriter key(String name) {
    separate();
    quote(name);
    out.append(':');
    first = true;
    return this;
  }

  public JsonWriter value(String value) {
    separate();
    quote(value);
    return this;
  }

  public JsonWriter value(long value) {
    separate();
    out.append(value);
    return this;
  }

  /** Writes a number; what JSON has no number for, as the strings that OTLP/JSON uses. */
  public JsonWriter value(double value) {
    if (Double.isFinite(value)) {
      separate();
      JsonNumbers.append(value, out);
      return this;
    }
    return value(Double.toString(value));
  }

  public JsonWriter value(boolean value) {
    separate();
    out.append(value);
    return this;
  }

  public JsonWriter nullValue() {
    separate();
    out.append("null");
    return this;
  }

  private JsonWriter open(char bracket) {
    separate();
    out.append(bracket);
    first = true;
    depth++;
    return this;
  }

  private JsonWriter close(char bracket) {
    out.append(bracket);
    first = false;
    depth--;
    return this;
  }

  private void separate() {
    if (!first && depth > 0) {
      out.append(',');
    }
    first = false;
  }

  /** Most texts need no escape, and are copied whole. */
  private void quote(String text) {
    out.append('"');
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || isLoneSurrogate(text, i)) {
        out.append(text, copied, i);
        escape(c);
        copied = i + 1;
      }
    }
    out.append(text, copied, text.length()).append('"');
  }

  /** Such a half of a pair has no UTF-8. */
  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }

  private void escape(char c) {
    if (c < ' ') {
      escapeControl(c);
    } else if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else {
      out.append('\ufffd');
    }
  }

  private void escapeControl(char c) {
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
    }
  }
}
