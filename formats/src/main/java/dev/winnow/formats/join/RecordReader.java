package dev.winnow.formats.join;

import dev.winnow.formats.input.Input;
import dev.winnow.formats.input.LineReader;
import dev.winnow.formats.layout.Field;
import dev.winnow.formats.layout.Layout;
import dev.winnow.formats.layout.LineInterpreter;
import dev.winnow.formats.layout.LineReading;
import dev.winnow.kernel.severity.Severity;
import dev.winnow.kernel.stacktrace.StackTraceLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads records out of an input, one after another. Not thread-safe; reading allocates nothing.
 *
 * <p>After {@link #next()} returned true, the accessors describe the record until the next call.
 */
public final class RecordReader {
  /*
   * One line is read ahead: a record ends where a line begins another. These begin one: a line whose
   * layout starts with a timestamp, a JSON object, logfmt, and any line that nothing joins to the
   * record before. These join: what continues a stack trace; a line indented deeper than the record's
   * first; what closes brackets; and, if the record began with a timestamp, every line that does not.
   * Empty lines join if the line after them does.
   *
   * A joined record lies in one piece in the buffer of the line reader, with its first line's header.
   * It is cut at the limits of LineReader; lines beyond are joined in the ledger only.
   */

  /** What {@code journalctl} writes between records. */
  private static final byte[][] HEADERS = {
    ascii("-- Journal begins at "),
    ascii("-- Logs begin at "),
    ascii("-- Boot "),
    ascii("-- Reboot --"),
    ascii("-- No entries --")
  };

  private final LineReader lines;
  private final LineInterpreter interpreter;
  private final StackTraceLines trace = new StackTraceLines();
  private LineReading reading = new LineReading();
  private LineReading ahead = new LineReading();
  private boolean isAhead;
  private boolean traceIsBegun;
  private long line;
  private long recordLines;
  private long blanks;
  private boolean isCut;
  private @Nullable Severity severity;

  private long records;
  private long joinedLines;
  private long malformedLines;
  private long blankLines;
  private long cutRecords;
  private long timesWithoutZone;
  private long timesWithoutYear;
  private long timesWithoutDate;
  private long firstMalformedLine;

  public RecordReader(Input input) {
    lines = new LineReader(input);
    interpreter = new LineInterpreter(input.asOf());
  }

  /**
   * Moves to the next record.
   *
   * @return false at the end
   * @throws dev.winnow.kernel.WinnowException if the input turns out not to be text
   */
  public boolean next() throws IOException {
    if (!isAhead && !findFirstLine()) {
      return false;
    }
    begin();
    while (readLine()) {
      if (isMalformed()) {
        malformed();
        break;
      }
      if (!continues()) {
        isAhead = true;
        break;
      }
      join();
    }
    blankLines += blanks;
    blanks = 0;
    lines.dropBlanks();
    return true;
  }

  private boolean findFirstLine() throws IOException {
    while (readLine()) {
      if (!isMalformed()) {
        blankLines += blanks;
        blanks = 0;
        isAhead = true;
        return true;
      }
      malformed();
    }
    blankLines += blanks;
    blanks = 0;
    return false;
  }

  private void begin() {
    LineReading first = ahead;
    ahead = reading;
    reading = first;
    isAhead = false;
    isCut = false;
    severity = null;
    lines.hold();
    line = lines.lines();
    recordLines = 1;
    records++;
    traceIsBegun = false;
    if (reading.hasTime()) {
      timesWithoutZone += reading.hasZone() ? 0 : 1;
      timesWithoutYear += reading.hasYear() || !reading.hasDate() ? 0 : 1;
      timesWithoutDate += reading.hasDate() ? 0 : 1;
    }
  }

  /** Reads the next line that says something. */
  private boolean readLine() throws IOException {
    while (lines.next()) {
      if (lines.hasControls()) {
        lines.endAt(AnsiEscapes.strip(lines.buffer(), lines.from(), lines.to()));
      }
      if (!isBlank() && !isHeader()) {
        interpreter.read(lines.buffer(), lines.from(), lines.to(), ahead);
        return true;
      }
      lines.holdBlank();
      blanks++;
    }
    return false;
  }

  private boolean continues() {
    Layout layout = ahead.layout();
    if (layout.startsWithTime() || layout.isStructured()) {
      return false;
    }
    if (continuesTrace()) {
      return true;
    }
    boolean timed = reading.layout().startsWithTime();
    if (indent(lines.from(), lines.to()) > indent(lines.heldFrom(), lines.heldTo())) {
      return timed || blanks == 0;
    }
    return layout.kind() == Layout.Kind.PLAIN && (timed || (recordLines > 1 && closesBrackets()));
  }

  private boolean continuesTrace() {
    byte[] in = lines.buffer();
    if (!traceIsBegun) {
      // Most records are followed by another at once, and are never looked at for a trace.
      trace.begin(in, bodyFrom(), to());
      traceIsBegun = true;
    }
    return trace.continues(in, lines.from(), lines.to());
  }

  private int indent(int from, int to) {
    byte[] in = lines.buffer();
    int at = from;
    while (at < to && (in[at] == ' ' || in[at] == '\t')) {
      at++;
    }
    return at - from;
  }

  private void join() {
    joinedLines += blanks + 1;
    recordLines += blanks + 1;
    blanks = 0;
    if (!isCut && !lines.append()) {
      isCut = true;
      cutRecords++;
    }
    lines.dropBlanks();
  }

  private void malformed() {
    malformedLines++;
    firstMalformedLine = firstMalformedLine == 0 ? lines.lines() : firstMalformedLine;
  }

  /** Whether the line is an object that was not finished, among others, or not one character. */
  private boolean isMalformed() {
    boolean broken =
        reading.layout().kind() == Layout.Kind.JSON
            && ahead.layout().kind() == Layout.Kind.PLAIN
            && lines.buffer()[lines.from()] == '{';
    return broken || (lines.hasControls() && isUnprintable());
  }

  private boolean isUnprintable() {
    byte[] in = lines.buffer();
    for (int i = lines.from(); i < lines.to(); i++) {
      if (in[i] < 0 || in[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  private boolean isBlank() {
    byte[] in = lines.buffer();
    for (int i = lines.from(); i < lines.to(); i++) {
      if (in[i] != ' ' && in[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private boolean isHeader() {
    byte[] in = lines.buffer();
    int from = lines.from();
    if (in[from] != '-') {
      return false;
    }
    for (byte[] header : HEADERS) {
      int length = Math.min(header.length, lines.to() - from);
      if (Arrays.equals(in, from, from + length, header, 0, header.length)) {
        return true;
      }
    }
    return false;
  }

  private boolean closesBrackets() {
    byte[] in = lines.buffer();
    for (int i = lines.from(); i < lines.to(); i++) {
      switch (in[i]) {
        case '}', ']', ')', ';', ',' -> {}
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  /** The array that holds the record; it is {@code bytes()[from(), to())}. */
  public byte[] bytes() {
    return lines.buffer();
  }

  public int from() {
    return lines.heldFrom();
  }

  /** Where the record's message begins, after its header. */
  public int bodyFrom() {
    return from() + reading.span(Field.MESSAGE).start();
  }

  public int to() {
    return lines.heldTo();
  }

  /** What was read in the record's first line; offsets count from {@link #from()}. */
  public LineReading reading() {
    return reading;
  }

  /** The severity that the record states, or the one read out of its body. */
  public Severity severity() {
    Severity known = severity;
    if (known == null) {
      known = reading.severity().orInferred(bytes(), bodyFrom(), to());
      severity = known;
    }
    return known;
  }

  /** The number of its first line, from 1. */
  public long line() {
    return line;
  }

  /** The number of its lines, those included that were cut off. */
  public long recordLines() {
    return recordLines;
  }

  /** Whether lines of it were cut off. */
  public boolean isCut() {
    return isCut;
  }

  /** What became of the lines up to the end of the record. */
  public LineLedger ledger() {
    long read = lines.lines() - (isAhead ? 1 : 0);
    return new LineLedger(read, records, joinedLines, malformedLines, blankLines);
  }

  public ReadingNotes notes() {
    return new ReadingNotes(
        lines.cutLines(),
        cutRecords,
        timesWithoutZone,
        timesWithoutYear,
        timesWithoutDate,
        firstMalformedLine);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
