package dev.winnow.core.miner;

import dev.winnow.core.miner.Slot.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the shape of a structured body's form: its keys are fixed, its masks are values, and its
 * strings are read as free text.
 */
final class StructuredShape {
  private static final int LEAST_PAIRS = 3;

  private final String form;
  private final List<Slot> slots = new ArrayList<>();
  private int at;

  private StructuredShape(String form) {
    this.form = form;
  }

  /** Whether the form is the one of a JSON object or of logfmt. */
  static boolean isStructured(String form) {
    return form.startsWith("{\"") || isLogfmt(form);
  }

  static List<Slot> read(String form) {
    StructuredShape shape = new StructuredShape(form);
    while (shape.at < form.length()) {
      shape.next();
    }
    return shape.slots;
  }

  /** Pairs only, at least three: each key is followed by a placeholder or a string. */
  private static boolean isLogfmt(String form) {
    int pairs = 0;
    int at = 0;
    while (at < form.length()) {
      int equals = form.indexOf('=', at);
      if (equals <= at || !isKey(form, at, equals)) {
        return false;
      }
      at = valueEnd(form, equals + 1);
      if (at < 0 || (at < form.length() && form.charAt(at) != ' ')) {
        return false;
      }
      at++;
      pairs++;
    }
    return pairs >= LEAST_PAIRS;
  }

  private static boolean isKey(String form, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = form.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && "_.-@/".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Where the value that begins at {@code from} ends, or -1 if none does. */
  private static int valueEnd(String form, int from) {
    int close = -1;
    if (form.startsWith("\"", from)) {
      close = stringEnd(form, from + 1);
    } else if (form.startsWith("<", from) && !form.startsWith("<<", from)) {
      close = form.indexOf('>', from);
    }
    return close >= 0 && close < form.length() ? close + 1 : -1;
  }

  private static int stringEnd(String form, int from) {
    int at = from;
    while (at < form.length() && form.charAt(at) != '"') {
      at += form.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  private void next() {
    int start = at;
    while (at < form.length() && !isValue()) {
      at++;
    }
    if (at > start) {
      slots.add(Slot.of(Slot.NO_GAP, Kind.FIXED, form.substring(start, at)));
    }
    if (at == form.length()) {
      return;
    }
    if (form.charAt(at) == '<') {
      int end = form.indexOf('>', at) + 1;
      slots.add(Slot.of(Slot.NO_GAP, Kind.VALUE, form.substring(at, end)));
      at = end;
    } else {
      string();
    }
  }

  /** Whether a placeholder or the string of a value begins here. */
  private boolean isValue() {
    char c = form.charAt(at);
    if (c == '<') {
      boolean literal = at + 1 < form.length() && form.charAt(at + 1) == '<';
      at += literal ? 1 : 0;
      return !literal;
    }
    boolean behindKey = at > 0 && (form.charAt(at - 1) == ':' || form.charAt(at - 1) == '=');
    return c == '"' && behindKey;
  }

  private void string() {
    int end = Math.min(stringEnd(form, at + 1), form.length());
    slots.add(Slot.of(Slot.NO_GAP, Kind.FIXED, "\""));
    slots.addAll(ShapeReader.readText(form.substring(at + 1, end).replace("\\\"", "\"")));
    if (end < form.length()) {
      slots.add(Slot.of(Slot.NO_GAP, Kind.FIXED, "\""));
    }
    at = end + 1;
  }
}
