package dev.winnow.formats.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a table, which names its columns: RFC 4180 with commas, semicolons or tabs, the
 * W3C extended log file format, and names with blanks between, as in AWS's flow logs.
 */
final class TableHeader {
  private static final byte[] FIELDS = ascii("#Fields:");

  /** What else the W3C extended log file format and Zeek write before and between records. */
  private static final byte[][] COMMENTS = {
    ascii("#Software:"),
    ascii("#Version:"),
    ascii("#Date:"),
    ascii("#Start-Date:"),
    ascii("#End-Date:"),
    ascii("#Remark:"),
    ascii("#separator "),
    ascii("#set_separator\t"),
    ascii("#empty_field\t"),
    ascii("#unset_field\t"),
    ascii("#path\t"),
    ascii("#open\t"),
    ascii("#close\t"),
    ascii("#types\t")
  };

  /** Zeek's, whose cells are separated by tabs, as its own comments say. */
  private static final byte[] ZEEK_FIELDS = ascii("#fields\t");

  /** A column of Amazon CloudFront, whose cells are separated by tabs and who counts seconds. */
  private static final String CLOUDFRONT = "x-edge-location";

  private static final byte[] FLOW_LOG = ascii("version account-id ");
  private static final byte[] SEPARATORS = ascii(",\t;|");
  private static final int LEAST_COLUMNS = 3;
  private static final int MAX_COLUMNS = LineReading.MAX_VALUES;
  private static final int MAX_NAME_BYTES = 80;
  private static final TableHeader COMMENT = new TableHeader((byte) 0, List.of(), List.of());
  private static final FieldNames OWN = ownNames();

  private final byte separator;
  private final List<String> names;
  private final List<Meaning> meanings;

  /** The column of a date that the column after it has the time of day for; or -1. */
  private final int date;

  private TableHeader(byte separator, List<String> names, List<Meaning> meanings) {
    this.separator = separator;
    this.names = names;
    this.meanings = meanings;
    int at = names.indexOf("date");
    this.date = at >= 0 && names.indexOf("time") == at + 1 ? at : -1;
  }

  private static FieldNames ownNames() {
    FieldNames own = new FieldNames();
    own.put("start", Meaning.TIME, 0);
    own.put("id.orig_h", Meaning.of(Field.CLIENT), 0);
    own.put("c-ip", Meaning.of(Field.CLIENT), 0);
    own.put("srcaddr", Meaning.of(Field.CLIENT), 0);
    own.put("cs-username", Meaning.of(Field.USER), 0);
    own.put("cs-method", Meaning.of(Field.METHOD), 0);
    own.put("cs-uri-stem", Meaning.of(Field.PATH), 0);
    own.put("sc-status", Meaning.of(Field.STATUS), 0);
    own.put("s-computername", Meaning.of(Field.HOST), 0);
    own.put("s-sitename", Meaning.of(Field.SERVICE), 0);
    own.put("time-taken", Meaning.parse("duration ms"), 0);
    return own;
  }

  /** Whether a line may be a header, as few can. */
  static boolean mayBegin(LineScan line, boolean isFirst) {
    return isFirst || (line.from < line.to && line.in[line.from] == '#');
  }

  /** The header that a line is; null if it is none. */
  static @Nullable TableHeader of(LineScan line, FieldNames known) {
    byte[] in = line.in;
    if (starts(FIELDS, line)) {
      int first = line.skipBlanks(line.from + FIELDS.length);
      TableHeader header = columns((byte) ' ', in, first, line.to, known);
      return header != null && header.names.contains(CLOUDFRONT) ? header.ofCloudFront() : header;
    }
    if (starts(ZEEK_FIELDS, line)) {
      return columns((byte) '\t', in, line.from + ZEEK_FIELDS.length, line.to, known);
    }
    for (byte[] comment : COMMENTS) {
      if (starts(comment, line)) {
        return COMMENT;
      }
    }
    if (starts(FLOW_LOG, line)) {
      return columns((byte) ' ', in, line.from, line.to, known);
    }
    for (byte separator : SEPARATORS) {
      TableHeader header = columns(separator, in, line.from, line.to, known);
      if (header != null && header.names.size() >= LEAST_COLUMNS && header.isPlausible()) {
        return header;
      }
    }
    return null;
  }

  private TableHeader ofCloudFront() {
    List<Meaning> inSeconds = new ArrayList<>(meanings);
    int duration = names.indexOf("time-taken");
    if (duration >= 0) {
      inSeconds.set(duration, Meaning.parse("duration s"));
    }
    return new TableHeader((byte) '\t', names, inSeconds);
  }

  private static boolean starts(byte[] text, LineScan line) {
    return line.from < line.to && line.in[line.from] == text[0] && line.startsWith(text, line.from);
  }

  /** The columns that the cells of a line name; null if a cell is no name. */
  private static @Nullable TableHeader columns(
      byte separator, byte[] in, int from, int to, FieldNames known) {
    List<String> names = new ArrayList<>();
    List<Meaning> meanings = new ArrayList<>();
    int at = from;
    while (at <= to && names.size() < MAX_COLUMNS) {
      int end = at;
      while (end < to && in[end] != separator) {
        end++;
      }
      boolean quoted = end - at >= 2 && in[at] == '"' && in[end - 1] == '"';
      int start = quoted ? at + 1 : at;
      int stop = quoted ? end - 1 : end;
      if (!isName(in, start, stop)) {
        return null;
      }
      Meaning own = OWN.of(in, start, stop).meaning;
      meanings.add(own.kind() == Meaning.Kind.NOTHING ? known.of(in, start, stop).meaning : own);
      names.add(new String(in, start, stop - start, StandardCharsets.UTF_8));
      at = end + 1;
    }
    return new TableHeader(separator, names, meanings);
  }

  private static boolean isName(byte[] in, int from, int to) {
    if (from >= to || to - from > MAX_NAME_BYTES || (in[from] >= '0' && in[from] <= '9')) {
      return false;
    }
    for (int i = from; i < to; i++) {
      boolean fits = LineScan.isWord(in[i]) || "_-.@()/ #:".indexOf(in[i]) >= 0;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Whether no name comes twice, and a time or a message is among what they mean. */
  private boolean isPlausible() {
    Set<String> different = new HashSet<>(names);
    return different.size() == names.size()
        && meanings.stream()
            .anyMatch(
                meaning -> meaning.kind() == Meaning.Kind.TIME || meaning.field() == Field.BODY);
  }

  /** Whether it names no columns, and those that were named before stay. */
  boolean isComment() {
    return names.isEmpty();
  }

  /** Reads a line as a row; false if it does not have as many cells as there are columns. */
  boolean read(LineScan line) {
    byte[] in = line.in;
    int column = 0;
    int at = line.from;
    int dateStart = at;
    while (at <= line.to) {
      boolean quoted = at < line.to && in[at] == '"' && separator != ' ';
      int start = quoted ? at + 1 : at;
      int end = quoted ? quoteEnd(in, start, line.to) : cellEnd(in, start, line.to);
      if (column == names.size()) {
        line.clear();
        return false;
      }
      if (column == date) {
        dateStart = start;
      } else if (column > 0 && column - 1 == date) {
        line.utcTime(dateStart, end);
      }
      line.list(names.get(column), start, end);
      line.take(meanings.get(column), start, end);
      line.out.isOpen = quoted && end == line.to;
      at = quoted ? end + 2 : end + 1;
      column++;
    }
    if (column < names.size() && !line.out.isOpen) {
      line.clear();
      return false;
    }
    finish(line);
    return true;
  }

  private static void finish(LineScan line) {
    line.out.layout = Layout.TABLE;
    Span body = line.out.span(Field.BODY);
    if (body.isEmpty()) {
      line.set(Field.MESSAGE, line.from, line.to);
    } else {
      line.set(Field.MESSAGE, line.base + body.start(), line.base + body.end());
    }
  }

  private int cellEnd(byte[] in, int from, int to) {
    int at = from;
    while (at < to && in[at] != separator) {
      at++;
    }
    return at;
  }

  /** The quote that closes a cell, where two stand for one; the end if there is none. */
  private static int quoteEnd(byte[] in, int from, int to) {
    for (int at = from; at < to; at++) {
      if (in[at] == '"') {
        if (at + 1 < to && in[at + 1] == '"') {
          at++;
        } else {
          return at;
        }
      }
    }
    return to;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
