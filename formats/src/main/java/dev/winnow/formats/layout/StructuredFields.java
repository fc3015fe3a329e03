package dev.winnow.formats.layout;

import dev.winnow.formats.layout.FieldNames.Meaning;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.severity.NumberScale;

/** Reads lines that are one JSON object, or logfmt. The first of several names for a thing wins. */
final class StructuredFields {
  /** Fewer pairs are free text that happens to hold an equals sign. */
  private static final int LEAST_PAIRS = 3;

  private static final int MAX_LEVEL_DIGITS = 6;

  private final JsonScanner json = new JsonScanner();
  private int outerFrom;
  private int outerTo;

  /** Reads {@code [from, to)} of a line as a JSON object; false if it is none. */
  boolean readJson(LineScan line, int from) {
    json.reset(line.in, from, line.to);
    if (json.next() != JsonEvent.OBJECT_START) {
      return false;
    }
    Meaning meaning = Meaning.NOTHING;
    while (true) {
      switch (json.next()) {
        case KEY -> meaning = key(line);
        case STRING -> take(line, meaning, json.valueFrom(), json.valueTo());
        case NUMBER -> number(line, meaning);
        case OBJECT_START -> {
          if (json.depth() > 2) {
            json.skipContainer();
          }
        }
        case ARRAY_START -> json.skipContainer();
        case END -> {
          return true;
        }
        case INVALID -> {
          return false;
        }
        case OBJECT_END, ARRAY_END, TRUE, FALSE, NULL -> {}
      }
    }
  }

  private Meaning key(LineScan line) {
    int from = json.valueFrom();
    int to = json.valueTo();
    if (json.depth() > 1) {
      return FieldNames.of(line.in, outerFrom, outerTo, from, to);
    }
    outerFrom = from;
    outerTo = to;
    line.addName(from, to);
    return FieldNames.of(line.in, from, to);
  }

  private void number(LineScan line, Meaning meaning) {
    int from = json.valueFrom();
    int to = json.valueTo();
    if (meaning != Meaning.HOST && meaning != Meaning.SERVICE) {
      take(line, meaning, from, to);
    }
  }

  /** Reads a line as logfmt; false if it is something else. */
  boolean readLogfmt(LineScan line) {
    byte[] in = line.in;
    int pairs = 0;
    int at = line.from;
    while (at < line.to) {
      int keyEnd = keyEnd(in, at, line.to);
      if (keyEnd == at || keyEnd == line.to || in[keyEnd] != '=') {
        return false;
      }
      boolean quoted = keyEnd + 1 < line.to && in[keyEnd + 1] == '"';
      int from = quoted ? keyEnd + 2 : keyEnd + 1;
      int to = quoted ? quotedEnd(in, from, line.to) : bareEnd(in, from, line.to);
      int end = quoted ? to + 1 : to;
      if (to == Part.FAILED || (end < line.to && in[end] != ' ')) {
        return false;
      }
      line.addName(at, keyEnd);
      take(line, FieldNames.of(in, at, keyEnd), from, to);
      pairs++;
      at = line.skipBlanks(end);
    }
    return pairs >= LEAST_PAIRS;
  }

  private static int keyEnd(byte[] in, int from, int to) {
    int at = from;
    while (at < to && isKey(in[at])) {
      at++;
    }
    return at;
  }

  private static boolean isKey(byte b) {
    int lower = b | 0x20;
    return (lower >= 'a' && lower <= 'z')
        || (b >= '0' && b <= '9')
        || b == '_'
        || b == '.'
        || b == '-'
        || b == '@'
        || b == '/';
  }

  private static int bareEnd(byte[] in, int from, int to) {
    int at = from;
    while (at < to && in[at] != ' ') {
      if (in[at] == '"' || in[at] == '=') {
        return Part.FAILED;
      }
      at++;
    }
    return at;
  }

  private static int quotedEnd(byte[] in, int from, int to) {
    for (int at = from; at < to; at++) {
      if (in[at] == '\\') {
        at++;
      } else if (in[at] == '"') {
        return at;
      }
    }
    return Part.FAILED;
  }

  private void take(LineScan line, Meaning meaning, int from, int to) {
    switch (meaning) {
      case TIME -> line.timeValue(from, to);
      case LEVEL -> line.state(from, to);
      case SYSLOG_LEVEL -> level(line, NumberScale.SYSLOG, from, to);
      case OPENTELEMETRY_LEVEL -> level(line, NumberScale.OPENTELEMETRY, from, to);
      case HOST -> keep(line, Field.HOST, from, to);
      case SERVICE -> keep(line, Field.SERVICE, from, to);
      case NOTHING -> {}
    }
  }

  private static void keep(LineScan line, Field field, int from, int to) {
    if (line.out.span(field).isEmpty()) {
      line.set(field, from, to);
    }
  }

  private static void level(LineScan line, NumberScale scale, int from, int to) {
    long value = 0;
    boolean digits = to > from && to - from <= MAX_LEVEL_DIGITS;
    for (int i = from; digits && i < to; i++) {
      digits = line.in[i] >= '0' && line.in[i] <= '9';
      value = value * 10 + line.in[i] - '0';
    }
    if (digits) {
      line.state(scale, value);
    }
  }
}
