package dev.winnow.formats.layout;

import dev.winnow.kernel.severity.Severity;
import dev.winnow.kernel.severity.Severity.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a line says beside its message. One per thread; reading allocates nothing. */
public final class LineInterpreter {
  /*
   * The layout of the line before is tried first, as most logs have one, unless it is a general one
   * that takes lines of others for its own; then all that may begin with the line's first byte, in
   * the order of their weight. Fields are anchored and bounded, and what many patterns begin with is
   * looked for once, so a line costs a few comparisons for each pattern.
   *
   * A line may enclose a line of another log, as a container's does. The outer reading is then laid
   * aside, the enclosed line is read by itself, and what only the outer one says is added. So is the
   * header of a line whose message is what some program writes.
   */

  /** The first status that says that something went wrong. */
  private static final int FIRST_ERROR = 400;

  private static final int NOWHERE = StructuredFields.NOWHERE;

  private final Layouts layouts;
  private final LineScan line;
  private final StructuredFields structured;
  private final LineReading outer = new LineReading();
  private final LineReading header = new LineReading();
  private Recent recent = new Recent();
  private Recent recentEnclosed = new Recent();
  private @Nullable LayoutPattern matched;
  private @Nullable TableHeader columns;
  private boolean isFirst = true;

  /** The layout of the line before, and the patterns that the next is tried by first. */
  private static final class Recent {
    private Layout layout = Layout.PLAIN;
    private List<LayoutPattern> likely = List.of();
  }

  /** An interpreter for lines that were written by {@code reference} at the latest. */
  public LineInterpreter(Layouts layouts, Instant reference) {
    this.layouts = layouts;
    line = new LineScan(reference);
    structured = new StructuredFields(layouts);
  }

  /**
   * Begins the lines of another log, which were written by {@code reference} at the latest. What
   * earlier lines looked like has no say any more.
   */
  public void begin(Instant reference) {
    line.begin(reference);
    recent = new Recent();
    recentEnclosed = new Recent();
    columns = null;
    isFirst = true;
  }

  /**
   * Reads a line, given without its line break. Where it encloses another in JSON, the other is put
   * at its end without escapes.
   *
   * @return where the line ends
   */
  public int read(byte[] in, int from, int to, LineReading out) {
    line.reset(in, from, to, out);
    int enclosed = readLine(recent);
    if (enclosed != NOWHERE) {
      outer.copy(out);
      line.enter(enclosed, out);
      readLine(recentEnclosed);
      out.complete(outer);
    }
    inferSeverity(out);
    isFirst = false;
    return line.to;
  }

  /** Reads what stands at the scan; returns where a line of another log begins in it. */
  private int readLine(Recent before) {
    if (line.from < line.to && line.in[line.from] == '{' && layouts.hasJson()) {
      return readJson();
    }
    if (!readTable() && !readFields(before) && !readLogfmt()) {
      line.clear();
      line.set(Field.MESSAGE, line.from, line.to);
      return NOWHERE;
    }
    if (line.out.layout.kind() != Layout.Kind.FIELDS) {
      return NOWHERE;
    }
    int message = line.base + line.out.span(Field.MESSAGE).start();
    if (matched != null && matched.isEnvelope()) {
      return message;
    }
    readWithin(message);
    return NOWHERE;
  }

  private int readJson() {
    if (!structured.readJson(line, line.from)) {
      line.clear();
      line.set(Field.MESSAGE, line.from, line.to);
      return NOWHERE;
    }
    line.set(Field.MESSAGE, line.from, line.to);
    int enclosed = structured.unwrap(line);
    line.out.isPartial = enclosed != NOWHERE && structured.isContinued();
    return enclosed;
  }

  private boolean readLogfmt() {
    if (!layouts.hasLogfmt() || !structured.readLogfmt(line)) {
      return false;
    }
    line.out.layout = Layout.LOGFMT;
    line.set(Field.MESSAGE, line.from, line.to);
    return true;
  }

  private boolean readTable() {
    if (!layouts.hasTable()) {
      return false;
    }
    if (TableHeader.mayBegin(line, isFirst)) {
      TableHeader found = TableHeader.of(line, layouts.names());
      if (found != null) {
        columns = found.isComment() ? columns : found;
        line.out.layout = Layout.TABLE;
        line.out.isHeader = true;
        return true;
      }
    }
    return columns != null && columns.read(line);
  }

  private boolean readFields(Recent before) {
    if (line.from == line.to || line.in[line.from] == ' ' || line.in[line.from] == '\t') {
      return false;
    }
    if (match(before.likely)) {
      return true;
    }
    if (!match(layouts.beginningWith(line.in[line.from]))) {
      return false;
    }
    if (!line.out.layout.equals(before.layout)) {
      before.layout = line.out.layout;
      before.likely = before.layout.isGeneral() ? List.of() : layouts.of(before.layout);
    }
    return true;
  }

  private boolean match(List<LayoutPattern> patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).match(line)) {
        matched = patterns.get(i);
        return true;
      }
    }
    return false;
  }

  /** Reads more out of a message that is JSON, or that some programs are known to write. */
  private void readWithin(int message) {
    if (message == line.to) {
      return;
    }
    byte first = line.in[message];
    if (first == '{') {
      structured.readFields(line, message);
      return;
    }
    List<LayoutPattern> programs = layouts.within(line.out.layout);
    Span service = line.out.span(Field.SERVICE);
    for (int i = 0; i < programs.size(); i++) {
      LayoutPattern program = programs.get(i);
      if (program.mayBeginWith(first) && program.isOf(line, service)) {
        if (readProgram(program, message)) {
          return;
        }
      }
    }
  }

  private boolean readProgram(LayoutPattern program, int message) {
    LineReading out = line.out;
    int from = line.from;
    header.copy(out);
    line.enter(message, out);
    if (program.match(line)) {
      out.complete(header);
      out.startsWithTime = header.startsWithTime;
      out.textStart = from - line.base;
      return true;
    }
    out.copy(header);
    line.from = from;
    return false;
  }

  /** Reads a severity out of the status of an answer, in lines that say no more in words. */
  private void inferSeverity(LineReading out) {
    boolean fixed = out.layout.kind() == Layout.Kind.FIELDS || !out.has(Field.BODY);
    if (out.severity.source() == Source.ABSENT && out.has(Field.STATUS)) {
      Span status = out.span(Field.STATUS);
      int code = 0;
      for (int i = line.base + status.start(); i < line.base + status.end(); i++) {
        code = code * 10 + line.in[i] - '0';
      }
      if (fixed || code >= FIRST_ERROR) {
        out.severity = Severity.ofHttpStatus(code);
      }
    }
  }
}
