package dev.winnow.formats.layout;

import dev.winnow.formats.time.TimeShape;
import dev.winnow.kernel.severity.NumberScale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part of the pattern of a layout. */
sealed interface Part
    permits ContainerName,
        LastDuration,
        LastPairs,
        Part.Digits,
        Part.Enclosed,
        Part.Klog,
        Part.Level,
        Part.Literal,
        Part.MessageStart,
        Part.Optional,
        Part.Pairs,
        Part.PartialTag,
        Part.Priority,
        Part.Rest,
        Part.RestOfHeader,
        Part.ScaledLevel,
        Part.Sign,
        Part.StructuredData,
        Part.Text,
        Part.Timestamp,
        Peer,
        QualifiedName,
        RequestMethod,
        Uuid {
  /** The answer of a part that does not match. */
  int FAILED = -1;

  /** A longer one is no field of a header. */
  int MAX_FIELD_BYTES = 160;

  /** But a path and what stands in quotes may be longer. */
  int MAX_LONG_FIELD_BYTES = 8192;

  /** Matches at a position, and returns where the match ends, or {@link #FAILED}. */
  int match(LineScan line, int at);

  /** Whether a match may begin with this byte. */
  boolean mayBeginWith(byte b);

  /** Text that stands for itself; a blank is any number of them, or the end of the line. */
  // The array is never written, and records of it are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Literal(byte[] text) implements Part {
    @Override
    public int match(LineScan line, int at) {
      int i = at;
      for (byte b : text) {
        if (b == ' ') {
          int end = line.skipBlanks(i);
          if (end == i && i < line.to) {
            return FAILED;
          }
          i = end;
        } else if (i < line.to && line.in[i] == b) {
          i++;
        } else {
          return FAILED;
        }
      }
      return i;
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return b == text[0];
    }

    /** The number of bytes that must be there. */
    int weight() {
      int weight = 0;
      for (byte b : text) {
        weight += b == ' ' ? 0 : 1;
      }
      return weight;
    }
  }

  /** A timestamp, of any shape if none is given; perhaps not that of the record. */
  record Timestamp(@Nullable TimeShape shape, boolean isOfRecord) implements Part {
    @Override
    public int match(LineScan line, int at) {
      if (!isOfRecord) {
        return line.otherTime(at);
      }
      return shape == null ? line.time(at) : line.time(shape, at);
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z');
    }
  }

  /** A word for a severity; an unmistakable one, or any that the place allows. */
  record Level(boolean unmistakable) implements Part {
    @Override
    public int match(LineScan line, int at) {
      return line.level(at, unmistakable);
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return LineScan.isWord(b);
    }
  }

  /** One character for a severity, by its place in a list. */
  record Sign(String signs, List<String> names) implements Part {
    @Override
    public int match(LineScan line, int at) {
      int index = at < line.to ? signs.indexOf(line.in[at]) : -1;
      if (index < 0) {
        return FAILED;
      }
      line.state(names.get(index));
      return at + 1;
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return signs.indexOf(b) >= 0;
    }
  }

  /** The priority of syslog: {@code <34>}. */
  record Priority() implements Part {
    @Override
    public int match(LineScan line, int at) {
      return line.priority(at);
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return b == '<';
    }
  }

  /** The letter, date and time that a record of klog begins with: {@code I1121 10:00:00.000000}. */
  record Klog() implements Part {
    private static final Sign LEVEL = new Sign("IWEF", List.of("info", "warn", "error", "fatal"));

    @Override
    public int match(LineScan line, int at) {
      int end = LEVEL.match(line, at);
      return end == FAILED ? FAILED : line.time(TimeShape.KLOG, end);
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return LEVEL.mayBeginWith(b);
    }
  }

  /**
   * Digits, perhaps with a sign or a fraction; or a hyphen, which says that there are none.
   *
   * @param hasFraction whether there must be a fraction
   */
  record Digits(Capture capture, boolean hasFraction) implements Part {
    @Override
    public int match(LineScan line, int at) {
      int digits = at < line.to && line.in[at] == '-' ? at + 1 : at;
      int end = digits;
      boolean dotted = false;
      while (end < line.to && (isDigit(line.in[end]) || (line.in[end] == '.' && end > digits))) {
        dotted |= line.in[end] == '.';
        end++;
      }
      return end == at || (hasFraction && !dotted) ? FAILED : capture.take(line, at, end);
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return isDigit(b) || b == '-';
    }

    private static boolean isDigit(byte b) {
      return b >= '0' && b <= '9';
    }
  }

  /**
   * The structured data of RFC 5424: {@code -}, or {@code [id name="value"]} any number of times.
   */
  record StructuredData() implements Part {
    @Override
    public int match(LineScan line, int at) {
      if (at < line.to && line.in[at] == '-') {
        return at + 1;
      }
      int end = at;
      while (end < line.to && line.in[end] == '[') {
        end = elementEnd(line, end);
        if (end == FAILED) {
          return FAILED;
        }
      }
      return end == at ? FAILED : end;
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return b == '-' || b == '[';
    }

    private static int elementEnd(LineScan line, int open) {
      boolean quoted = false;
      for (int i = open; i < line.to; i++) {
        byte b = line.in[i];
        if (b == '\\' && quoted) {
          i++;
        } else if (b == '"') {
          quoted = !quoted;
        } else if (b == ']' && !quoted) {
          return i + 1;
        }
      }
      return FAILED;
    }
  }

  /**
   * Text up to where one of its stops begins; in quotes, a backslash or a second quote takes the
   * meaning of a quote.
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Text(
      Capture capture, byte[][] stops, boolean mayHoldBlanks, boolean isQuoted, boolean mayBeLong)
      implements Part {
    @Override
    public int match(LineScan line, int at) {
      int limit = Math.min(line.to, at + (mayBeLong ? MAX_LONG_FIELD_BYTES : MAX_FIELD_BYTES));
      for (int i = at; i < limit; i++) {
        byte b = line.in[i] == '\t' ? (byte) ' ' : line.in[i];
        if (b == '\\' && isQuoted) {
          i++;
          continue;
        }
        if (b == '"' && isQuoted && i + 1 < limit && line.in[i + 1] == '"') {
          i++;
          continue;
        }
        for (byte[] stop : stops) {
          if (b == stop[0] && line.startsWith(stop, i)) {
            return i == at && !mayHoldBlanks ? FAILED : capture.take(line, at, i);
          }
        }
        if (!mayHoldBlanks && b == ' ') {
          return FAILED;
        }
      }
      return mayEndLine() && limit == line.to && limit > at
          ? capture.take(line, at, limit)
          : FAILED;
    }

    /** Whether nothing follows, or a blank, which is also the end of a line. */
    private boolean mayEndLine() {
      return stops.length == 0 || (stops[0].length == 1 && stops[0][0] == ' ');
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return true;
    }
  }

  /** What becomes of the text of a field, without the blanks that pad it. A hyphen is nothing. */
  record Capture(String name, Meaning meaning) {
    int take(LineScan line, int from, int to) {
      boolean nil = to == from || (to - from == 1 && line.in[from] == '-');
      if (!nil && !name.isEmpty()) {
        int end = to;
        while (end > from + 1 && line.in[end - 1] == ' ') {
          end--;
        }
        line.list(name, from, end);
        line.take(meaning, from, end);
      }
      return to;
    }
  }

  /** All that is left. */
  record Rest() implements Part {
    @Override
    public int match(LineScan line, int at) {
      line.set(Field.MESSAGE, at, line.to);
      return line.to;
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return true;
    }
  }

  /** All that is left, where it says more about the record and is no message. */
  record RestOfHeader() implements Part {
    @Override
    public int match(LineScan line, int at) {
      line.set(Field.MESSAGE, line.to, line.to);
      return line.to;
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return true;
    }
  }

  /** Where the message begins; what follows in the pattern reads fields of it. */
  record MessageStart() implements Part {
    @Override
    public int match(LineScan line, int at) {
      line.set(Field.MESSAGE, at, line.to);
      return at;
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return true;
    }
  }

  /** A line of another log, which has a layout of its own. */
  record Enclosed() implements Part {
    @Override
    public int match(LineScan line, int at) {
      int start = at;
      while (start > line.from && isBlank(line.in[start - 1])) {
        start--;
      }
      // One blank parts the lines; what follows it belongs to the inner one.
      line.set(Field.MESSAGE, Math.min(start + 1, at), line.to);
      return line.to;
    }

    private static boolean isBlank(byte b) {
      return b == ' ' || b == '\t';
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return true;
    }
  }

  /** The tag of a container's line: {@code F} if it is whole, {@code P} if the next goes on. */
  record PartialTag() implements Part {
    @Override
    public int match(LineScan line, int at) {
      if (at >= line.to || (line.in[at] != 'F' && line.in[at] != 'P')) {
        return FAILED;
      }
      line.out.isPartial = line.in[at] == 'P';
      return at + 1;
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return b == 'F' || b == 'P';
    }
  }

  /** A severity as a number on a scale. */
  record ScaledLevel(NumberScale scale) implements Part {
    @Override
    public int match(LineScan line, int at) {
      int value = 0;
      int end = at;
      while (end < line.to && end < at + 5 && line.in[end] >= '0' && line.in[end] <= '9') {
        value = value * 10 + line.in[end++] - '0';
      }
      if (end == at) {
        return FAILED;
      }
      line.state(scale, value);
      return end;
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return b >= '0' && b <= '9';
    }
  }

  /**
   * {@code name=value} any number of times, as in CEF and LEEF: a value reaches up to the blank, or
   * tab, before the next name.
   */
  record Pairs(FieldNames names) implements Part {
    @Override
    public int match(LineScan line, int at) {
      int name = line.skipBlanks(at);
      while (name < line.to) {
        int equals = nameEnd(line, name);
        if (equals == FAILED) {
          break;
        }
        int next = nextName(line, equals + 1);
        int end = next;
        while (end > equals + 1 && (line.in[end - 1] == ' ' || line.in[end - 1] == '\t')) {
          end--;
        }
        line.list(name, equals, equals + 1, end);
        line.take(names.of(line.in, name, equals).meaning, equals + 1, end);
        name = next;
      }
      return line.to;
    }

    /** Where the name that begins at {@code at} ends in an equals sign. */
    static int nameEnd(LineScan line, int at) {
      int end = at;
      while (end < line.to && (LineScan.isWord(line.in[end]) || "_.-".indexOf(line.in[end]) >= 0)) {
        end++;
      }
      return end > at && end < line.to && line.in[end] == '=' ? end : FAILED;
    }

    private static int nextName(LineScan line, int from) {
      for (int i = from; i < line.to; i++) {
        if ((line.in[i] == ' ' || line.in[i] == '\t') && nameEnd(line, i + 1) != FAILED) {
          return i + 1;
        }
      }
      return line.to;
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return true;
    }
  }

  /** Parts that may be missing together. */
  @SuppressWarnings("ArrayRecordComponent")
  record Optional(Part[] parts) implements Part {
    @Override
    public int match(LineScan line, int at) {
      int end = at;
      long mark = line.out.mark();
      for (Part part : parts) {
        end = part.match(line, end);
        if (end == FAILED) {
          line.out.undo(mark);
          return at;
        }
      }
      return end;
    }

    @Override
    public boolean mayBeginWith(byte b) {
      return parts[0].mayBeginWith(b);
    }
  }
}
