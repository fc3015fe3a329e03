package dev.winnow.formats.syslog;

import dev.winnow.kernel.record.AnyValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The structured data of a message: {@code -}, or {@code [id name="value"]} any number of times.
 * Not thread-safe.
 */
final class StructuredData {
  /** The answer of {@link #read} where there is none. */
  static final int NONE = -1;

  /** A message with more parameters keeps the first. */
  private static final int MAX_PARAMETERS = 256;

  /** A parameter may be given several times, and has all of its values then. */
  private final Map<String, List<AnyValue>> parameters = new LinkedHashMap<>();

  private final StringBuilder name = new StringBuilder("syslog.");
  private int count;
  private byte[] in = {};
  private int end;

  /** Reads what stands at {@code from}; returns its end, or {@link #NONE}. */
  int read(byte[] in, int from, int to) {
    this.in = in;
    end = to;
    parameters.clear();
    count = 0;
    if (from < to && in[from] == '-') {
      return from + 1 == to || in[from + 1] == ' ' ? from + 1 : NONE;
    }
    int at = from;
    while (at != NONE && at < to && in[at] == '[') {
      at = element(at + 1);
    }
    boolean isEnded = at == to || (at != NONE && in[at] == ' ');
    return at > from && isEnded ? at : NONE;
  }

  private int element(int from) {
    int at = nameEnd(from);
    String id = text(from, at);
    while (at < end && in[at] == ' ') {
      at = parameter(id, at + 1);
      if (at == NONE) {
        return NONE;
      }
    }
    return at < end && in[at] == ']' && !id.isEmpty() ? at + 1 : NONE;
  }

  private int parameter(String id, int from) {
    int equals = nameEnd(from);
    int value = equals + 2;
    if (equals == from || value > end || in[equals] != '=' || in[equals + 1] != '"') {
      return NONE;
    }
    int quote = value;
    boolean isEscaped = false;
    while (quote < end && in[quote] != '"') {
      boolean isEscape = in[quote] == '\\' && quote + 1 < end && isEscapable(in[quote + 1]);
      isEscaped |= isEscape;
      quote += isEscape ? 2 : 1;
    }
    if (quote >= end) {
      return NONE;
    }
    if (count++ < MAX_PARAMETERS) {
      String text = text(value, quote);
      put(id, text(from, equals), isEscaped ? unescaped(text) : text);
    }
    return quote + 1;
  }

  private void put(String id, String parameter, String value) {
    name.setLength("syslog.".length());
    name.append(id).append('.').append(parameter);
    parameters.computeIfAbsent(name.toString(), any -> new ArrayList<>(1)).add(AnyValue.of(value));
  }

  private int nameEnd(int from) {
    int at = from;
    while (at < end && in[at] > ' ' && in[at] != '=' && in[at] != ']' && in[at] != '"') {
      at++;
    }
    return at;
  }

  /** A backslash before anything else is itself. */
  private static boolean isEscapable(byte b) {
    return b == '"' || b == '\\' || b == ']';
  }

  private static String unescaped(String text) {
    return text.replaceAll("\\\\([\"\\\\\\]])", "$1");
  }

  private String text(int from, int to) {
    return new String(in, from, to - from, StandardCharsets.UTF_8);
  }

  /** Calls {@code action} with each parameter, {@code syslog.ID.NAME}, and its value. */
  void forEach(BiConsumer<String, AnyValue> action) {
    parameters.forEach((parameter, values) ->
        action.accept(parameter, values.size() == 1 ? values.getFirst() : AnyValue.of(values)));
  }

  /** How many parameters were not kept. */
  int dropped() {
    return Math.max(0, count - MAX_PARAMETERS);
  }
}
