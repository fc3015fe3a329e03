package dev.winnow.formats.join;

import dev.winnow.formats.entry.Entries;
import dev.winnow.formats.input.Input;
import dev.winnow.formats.input.LineReader;
import dev.winnow.formats.layout.Field;
import dev.winnow.formats.layout.Layout;
import dev.winnow.formats.layout.Layouts;
import dev.winnow.formats.layout.LineInterpreter;
import dev.winnow.formats.layout.LineReading;
import dev.winnow.formats.layout.RecordInterpreter;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.severity.Severity;
import dev.winnow.kernel.stacktrace.StackTraceLines;
import java.io.IOException;
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
   * Empty lines join if the line after them does. A layout may have lines that go on with its records:
   * what is read in them is added, and of those behind a message only the message is joined.
   *
   * A joined record lies in one piece in the buffer of the line reader, with its first line's header.
   * It is cut at the limits of LineReader; lines beyond are joined in the ledger only.
   */

  private final Entries entries;
  private final LineReader lines;
  private final LineInterpreter interpreter;
  private final RecordInterpreter meaning;
  private final StackTraceLines trace = new StackTraceLines();
  private LineReading reading = new LineReading();
  private LineReading ahead = new LineReading();
  private boolean isAhead;
  private int textFrom;
  private boolean isUnfinished;
  private boolean traceIsBegun;
  private long line;
  private long recordLines;
  private long blanks;
  private boolean isCut;
  private @Nullable Severity severity;
  private @Nullable IOException failure;

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
    this(input, Layouts.known());
  }

  /** Reads the records of a block, whose first line has the number 1. */
  public RecordReader(Block block, Layouts layouts) {
    this(block.input(), layouts);
    byte[] header = block.header();
    if (header.length > 0) {
      interpreter.read(header, 0, header.length, ahead);
    }
  }

  /** Reads lines of the given layouts only. */
  public RecordReader(Input input, Layouts layouts) {
    entries = Entries.of(input);
    lines = new LineReader(entries.input());
    interpreter = new LineInterpreter(layouts, input.asOf());
    meaning = new RecordInterpreter(layouts);
  }

  /**
   * Moves to the next record.
   *
   * @return false at the end
   * @throws IOException if the input cannot be read any further; what was read before is given
   *     first
   * @throws dev.winnow.kernel.WinnowException if the input turns out not to be text
   */
  public boolean next() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (!isAhead && !findFirstLine()) {
      return false;
    }
    begin();
    try {
      readOn();
    } catch (IOException e) {
      failure = e;
    }
    noteTime();
    blankLines += blanks;
    blanks = 0;
    lines.dropBlanks();
    return true;
  }

  /** Reads up to the first line that does not belong to the record. */
  private void readOn() throws IOException {
    while (readLine()) {
      if (isMalformed()) {
        malformed();
        return;
      }
      if (!continues()) {
        isAhead = true;
        return;
      }
      join();
    }
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
    isUnfinished = reading.isPartial();
  }

  /** Notes what is missing in the time of the record that was read. */
  private void noteTime() {
    if (reading.hasTime()) {
      timesWithoutZone += reading.hasZone() ? 0 : 1;
      timesWithoutYear += reading.hasYear() || !reading.hasDate() ? 0 : 1;
      timesWithoutDate += reading.hasDate() ? 0 : 1;
    }
  }

  /** Reads the next line that says something. */
  private boolean readLine() throws IOException {
    while (lines.next()) {
      byte[] in = lines.buffer();
      int from = lines.from();
      if (lines.hasControls()) {
        lines.endAt(AnsiEscapes.strip(in, from, lines.to()));
      }
      if (!LineShape.isBlank(in, from, lines.to()) && !LineShape.isHeader(in, from, lines.to())) {
        lines.endAt(interpreter.read(in, from, lines.to(), ahead));
        textFrom = from + ahead.textStart();
        if (!ahead.isHeader() && !LineShape.isBlank(in, textFrom, lines.to())) {
          return true;
        }
      }
      lines.holdBlank();
      blanks++;
    }
    return false;
  }

  private boolean continues() {
    if (isUnfinished) {
      return true;
    }
    Layout layout = ahead.layout();
    if (reading.isOpen()) {
      return layout.kind() != Layout.Kind.TABLE;
    }
    if (goesOn()) {
      return true;
    }
    if (ahead.startsWithTime() || layout.isStructured()) {
      return false;
    }
    if (continuesTrace()) {
      return true;
    }
    byte[] in = lines.buffer();
    boolean timed = reading.startsWithTime();
    if (LineShape.indent(in, textFrom, lines.to()) > LineShape.indent(in, textStart(), to())) {
      return timed || blanks == 0;
    }
    boolean closes = recordLines > 1 && LineShape.closesBrackets(in, textFrom, lines.to());
    return layout.kind() == Layout.Kind.PLAIN && (timed || closes);
  }

  private boolean goesOn() {
    return ahead.goesOn(reading, recordLines == 1);
  }

  private boolean continuesTrace() {
    byte[] in = lines.buffer();
    if (!traceIsBegun) {
      // Most records are followed by another at once, and are never looked at for a trace.
      trace.begin(in, bodyFrom(), to());
      traceIsBegun = true;
    }
    return trace.continues(in, textFrom, lines.to());
  }

  private void join() {
    boolean hasMessage = !reading.span(Field.MESSAGE).isEmpty();
    boolean isRead = goesOn();
    joinedLines += blanks + 1;
    recordLines += blanks + 1;
    blanks = 0;
    int lineFrom = lines.from();
    int message = isRead ? lineFrom + ahead.span(Field.MESSAGE).start() : textFrom;
    lines.beginAt(isRead && hasMessage ? message : textFrom);
    boolean fits = !isCut && (isUnfinished ? lines.appendRest() : lines.append());
    isUnfinished = ahead.isPartial();
    if (fits && (isRead || !hasMessage)) {
      add(lineFrom, message, isRead);
    }
    if (!fits && !isCut) {
      isCut = true;
      cutRecords++;
    }
    lines.dropBlanks();
  }

  /** Adds what was read in the line that was just joined. */
  private void add(int lineFrom, int message, boolean isRead) {
    // where the offset 0 of the line would lie in the record
    int by = to() - from() - (lines.to() - lineFrom);
    if (reading.span(Field.MESSAGE).isEmpty()) {
      int text = message + LineShape.indent(lines.buffer(), message, lines.to());
      reading.beginMessage(by + text - lineFrom, to() - from());
    }
    if (isRead) {
      reading.join(ahead, lines.from() - lineFrom, by);
    }
  }

  private void malformed() {
    malformedLines++;
    firstMalformedLine = firstMalformedLine == 0 ? lines.lines() : firstMalformedLine;
  }

  /** Whether the line is an object that was not finished, among others, or not one character. */
  private boolean isMalformed() {
    byte[] in = lines.buffer();
    boolean isText = ahead.layout().kind() == Layout.Kind.PLAIN && ahead.envelope() == null;
    boolean broken = isJson() && isText && in[lines.from()] == '{';
    return broken || (lines.hasControls() && LineShape.isUnprintable(in, lines.from(), lines.to()));
  }

  private boolean isJson() {
    Layout envelope = reading.envelope();
    return (envelope == null ? reading.layout() : envelope).kind() == Layout.Kind.JSON;
  }

  /** Where the text of the record begins, behind its envelope. */
  private int textStart() {
    return from() + reading.textStart();
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

  /**
   * Where the record's message ends: in a row of a table before other cells, else with the record.
   */
  public int bodyTo() {
    return recordLines == 1 ? from() + reading.span(Field.MESSAGE).end() : to();
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

  /** The record as what it means; made anew by each call. */
  public LogRecord record() {
    return meaning.read(bytes(), from(), to(), reading, severity());
  }

  /**
   * Whether the input is a document of many records, or records over several lines, which were made
   * into a line each: what is called a line is such an entry then.
   */
  public boolean readsEntries() {
    return entries.isDocument();
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
    return new LineLedger(read, records, joinedLines, malformedLines, blankLines + blanks);
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
}
