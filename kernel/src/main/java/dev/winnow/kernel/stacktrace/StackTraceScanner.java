package dev.winnow.kernel.stacktrace;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a stack trace in a text and says where its parts lie. One per thread: it reuses its memory,
 * and a scan allocates nothing.
 *
 * <p>After {@link #scan} returned true, the accessors hold until the next scan. Offsets are
 * positions in the array that was scanned, which must not change meanwhile. Exceptions are numbered
 * along the chain, from 0, the outermost, to the root cause.
 */
public final class StackTraceScanner {
  /*
   * The lines are read until one proves a trace: a frame, or a mark that no prose has. From the
   * header above it, see HeaderFinder, the dialect that recognised the proof reads on, line by
   * line, until one is foreign.
   *
   * Cost: linear, as each line is looked at by each dialect once, and a fixed number of lines
   * again.
   */
  private final Lines lines = new Lines();
  private final HeaderFinder headers = new HeaderFinder(lines);
  private final TraceReader reader = new TraceReader();
  private final TraceSpans spans = reader.spans();
  private final Fingerprint fingerprint = new Fingerprint();
  private final Reading reading = new Reading();
  private final Line line = new Line();
  private final Line other = new Line();

  private byte[] in = {};
  private int to;
  private int begin;
  private Language language = Language.JAVA;

  /** The line that a dialect cut into several: its end, and where the next one starts. */
  private int wholeEnd;

  private int wholeNext;

  /**
   * Looks for a stack trace in {@code utf8[from, to)}; a text of a single line has none. The array
   * is kept until the next scan.
   *
   * @return whether there is one
   */
  public boolean scan(byte[] utf8, int from, int to) {
    this.in = utf8;
    this.to = to;
    return lines.reset(utf8, from, to) && find(from);
  }

  private boolean find(int from) {
    Line here = line;
    Line ahead = other;
    int at = from;
    int next = lines.read(at, here);
    for (int number = 0; at < to; number++) {
      headers.remember(number, at);
      int afterNext = lines.read(next, ahead);
      if (!here.isEmpty() && isProof(here, ahead)) {
        return read(here, number);
      }
      Line read = here;
      here = ahead;
      ahead = read;
      at = next;
      next = afterNext;
    }
    return false;
  }

  private boolean isProof(Line here, Line ahead) {
    int candidates = Language.candidates(here);
    if (candidates == 0) {
      return false;
    }
    for (Language candidate : Language.ALL) {
      if (candidate.isAmong(candidates) && candidate.dialect().proves(here, ahead)) {
        language = candidate;
        return true;
      }
    }
    return false;
  }

  /** Reads the trace that the line of this number proved. */
  private boolean read(Line proof, int number) {
    Dialect dialect = language.dialect();
    int header = dialect.lacksHeader(proof) ? headers.find(dialect, number) : number;
    reader.reset(in, language);
    wholeEnd = 0;
    int next = readLine(dialect, headers.start(header));
    int state =
        header < number
            ? dialect.open(line, headers.search(), reading)
            : dialect.begin(line, reading);
    begin = reading.begin;
    while (state != Dialect.FOREIGN && reader.take(line, reading) && next < to) {
      next = readLine(dialect, next);
      state = dialect.next(state, line, reading);
    }
    return reader.finish();
  }

  /** Reads what the dialect takes for one line, and returns where the next one starts. */
  private int readLine(Dialect dialect, int at) {
    if (at < wholeEnd) {
      line.set(in, at, wholeEnd);
    } else {
      wholeNext = lines.read(at, line);
      wholeEnd = line.to;
    }
    int cut = dialect.cut(line);
    if (cut == line.to) {
      wholeEnd = at;
      return wholeNext;
    }
    line.endAt(cut);
    return cut;
  }

  /** The language whose runtime printed the trace. */
  public Language language() {
    return language;
  }

  /** Where the trace begins: at the exception's name or at what its runtime prints above it. */
  public int begin() {
    return begin;
  }

  /** Where the trace's last line ends. */
  public int end() {
    return reader.end();
  }

  /** The number of exceptions in the chain, at least 1. */
  public int chainLength() {
    return spans.chainLength();
  }

  private ThrownSpans chained(int position) {
    return spans.thrown(spans.chained(position));
  }

  /** Where the type of an exception in the chain begins. */
  public int typeFrom(int position) {
    return chained(position).typeFrom;
  }

  /** Where the type of an exception in the chain ends; where it begins if it has none. */
  public int typeTo(int position) {
    return chained(position).typeTo;
  }

  /** Where the message of an exception in the chain begins. */
  public int messageFrom(int position) {
    return chained(position).messageFrom;
  }

  /** Where the message of an exception in the chain ends; where it begins if it is empty. */
  public int messageTo(int position) {
    return chained(position).messageTo;
  }

  /** The trace's fingerprint; see {@link StackTrace#fingerprint()}. */
  public long fingerprint() {
    return fingerprint.of(in, spans, language.dialect());
  }

  /** The trace as a value. */
  public StackTrace toStackTrace() {
    List<Thrown> chain = new ArrayList<>();
    for (int i = 0; i < spans.chainLength(); i++) {
      chain.add(Thrown.of(in, spans, chained(i)));
    }
    List<Thrown> others = new ArrayList<>();
    for (int i = 0; i < spans.thrownCount(); i++) {
      if (!spans.isChained(i)) {
        others.add(Thrown.of(in, spans, spans.thrown(i)));
      }
    }
    return new StackTrace(
        language,
        begin,
        end(),
        chain,
        others,
        spans.total(),
        fingerprint.text(in, spans, language.dialect()),
        fingerprint());
  }
}
