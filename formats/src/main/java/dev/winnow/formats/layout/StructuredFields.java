package dev.winnow.formats.layout;

import dev.winnow.formats.layout.FieldNames.Entry;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import org.jspecify.annotations.Nullable;

/** Reads lines that are one JSON object, or logfmt. The first of several names for a thing wins. */
final class StructuredFields {
  /** Fewer pairs are free text that happens to hold an equals sign. */
  private static final int LEAST_PAIRS = 3;

  /** The answer of {@link #unwrap} where there is nothing to unwrap. */
  static final int NOWHERE = -1;

  private final Layouts layouts;
  private final JsonScanner json = new JsonScanner();
  private final NamePath path = new NamePath();
  private byte[] enclosed = new byte[1024];

  /** What is expected: the layout of the object before. */
  private @Nullable JsonLayout layout;

  private final Marks marks = new Marks();
  private final Marks lastMarks = new Marks();
  private int firstMark;
  private int lastFirstMark;
  private boolean isFirst;
  private int keyFrom;
  private int keyTo;
  private boolean isOutermost;
  private int enclosedFrom;
  private int enclosedTo;
  private int enclosedLength;
  private boolean isContinued;

  StructuredFields(Layouts layouts) {
    this.layouts = layouts;
  }

  /** Reads {@code [from, to)} of a line as a JSON object; false if it is none. */
  boolean readJson(LineScan line, int from) {
    if (!readMembers(line, from)) {
      return false;
    }
    if (firstMark != lastFirstMark || !marks.isSame(lastMarks)) {
      lastMarks.set(marks);
      lastFirstMark = firstMark;
      FieldNames before = ownNames();
      layout = layouts.json(marks, firstMark);
      if (ownNames() != before) {
        line.clear();
        readMembers(line, from);
      }
    }
    line.out.layout = layout == null ? Layout.JSON : layout.layout();
    return true;
  }

  private @Nullable FieldNames ownNames() {
    return layout == null ? null : layout.names();
  }

  private boolean readMembers(LineScan line, int from) {
    json.reset(line.in, from, line.to);
    marks.clear();
    firstMark = Marks.NONE;
    isFirst = true;
    enclosedFrom = NOWHERE;
    if (json.next() != JsonEvent.OBJECT_START) {
      return false;
    }
    Meaning meaning = Meaning.NOTHING;
    while (true) {
      switch (json.next()) {
        case KEY -> meaning = key(line);
        case STRING -> string(line, meaning);
        case NUMBER -> number(line, meaning);
        case TRUE, FALSE, NULL -> list(line, json.valueFrom(), json.valueTo());
        case OBJECT_START -> {
          list(line, json.position(), json.position());
          if (json.depth() > NamePath.MAX_DEPTH) {
            json.skipContainer();
          }
        }
        case ARRAY_START -> {
          list(line, json.position(), json.position());
          json.skipContainer();
        }
        case END -> {
          return true;
        }
        case INVALID -> {
          return false;
        }
        case OBJECT_END, ARRAY_END -> {}
      }
    }
  }

  private Meaning key(LineScan line) {
    keyFrom = json.valueFrom();
    keyTo = json.valueTo();
    isOutermost = json.depth() == 1;
    path.set(line.in, json.depth(), keyFrom, keyTo);
    Entry entry = layouts.names().of(line.in, path);
    marks.add(entry.mark);
    firstMark = isFirst ? entry.mark : firstMark;
    isFirst = false;
    FieldNames own = ownNames();
    Entry special = own == null ? Entry.UNKNOWN : own.of(line.in, path);
    return (special == Entry.UNKNOWN ? entry : special).meaning;
  }

  /** Lists a member of the outermost object. */
  private void list(LineScan line, int from, int to) {
    if (isOutermost) {
      line.list(keyFrom, keyTo, from, to);
      isOutermost = false;
    }
  }

  private void string(LineScan line, Meaning meaning) {
    list(line, json.valueFrom(), json.valueTo());
    if (meaning.kind() == Meaning.Kind.LINE) {
      enclose(meaning.equals(Meaning.LINE_WITH_FEED));
    } else {
      line.take(meaning, json.valueFrom(), json.valueTo());
    }
  }

  private void number(LineScan line, Meaning meaning) {
    list(line, json.valueFrom(), json.valueTo());
    if (meaning.kind() == Meaning.Kind.LEVEL) {
      marks.add(layouts.numericLevel());
    }
    Field field = meaning.field();
    if (field != Field.HOST && field != Field.SERVICE && field != Field.BODY) {
      line.take(meaning, json.valueFrom(), json.valueTo());
    }
  }

  private void enclose(boolean endsWithFeed) {
    enclosedFrom = json.valueFrom();
    enclosedTo = json.valueTo();
    if (enclosed.length < enclosedTo - enclosedFrom) {
      enclosed = new byte[2 * (enclosedTo - enclosedFrom)];
    }
    enclosedLength = json.unescape(enclosed, 0);
    boolean fed = enclosedLength > 0 && enclosed[enclosedLength - 1] == '\n';
    isContinued = endsWithFeed && !fed;
    while (enclosedLength > 0 && isLineBreak(enclosed[enclosedLength - 1])) {
      enclosedLength--;
    }
  }

  private static boolean isLineBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  /**
   * Puts the line that the object holds behind the object, without escapes, where the line ends
   * from then on; returns where it begins, or {@link #NOWHERE} if there is none. It takes no more
   * room than it had in the object.
   */
  int unwrap(LineScan line) {
    if (enclosedFrom == NOWHERE) {
      return NOWHERE;
    }
    int escapedLength = enclosedTo - enclosedFrom;
    int start = line.to - escapedLength;
    System.arraycopy(line.in, enclosedTo, line.in, enclosedFrom, line.to - enclosedTo);
    System.arraycopy(enclosed, 0, line.in, start, enclosedLength);
    line.out.shift(enclosedTo - line.base, -escapedLength);
    line.to = start + enclosedLength;
    return start;
  }

  /** Whether the enclosed line lacks the line feed that those which are whole end with. */
  boolean isContinued() {
    return isContinued;
  }

  /** Reads the fields of the object at {@code from}, whatever its layout; none if it is broken. */
  void readFields(LineScan line, int from) {
    long mark = line.out.mark();
    layout = null;
    lastMarks.clear();
    if (!readMembers(line, from)) {
      line.out.undo(mark);
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
      line.list(at, keyEnd, from, to);
      line.take(layouts.names().of(in, at, keyEnd).meaning, from, to);
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
}
