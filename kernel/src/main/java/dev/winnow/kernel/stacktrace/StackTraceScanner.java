package dev.winnow.kernel.stacktrace;

import java.nio.charset.StandardCharsets;
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
   * The lines are read once, until one proves a trace: a frame, or a mark that no prose has. The name
   * of the exception mostly stands above it, behind what the log layout wrote and in front of a
   * message of any number of lines, so the last lines in front of the proof are searched for it: for
   * the nearest line that begins with a name, and what the runtime printed with it; else the farthest
   * that holds one; else the line right above is taken at its word. From there the dialect reads on,
   * line by line, until one is foreign.
   *
   * Text in between (a message's second line) counts only if more of the trace follows, or in
   * languages that print the message last.
   *
   * Cost: linear, as each line is looked at by each dialect once, and at most LOOK_BACK lines again.
   */

  /** Lines in front of the first sure line in which the exception's name may stand. */
  private static final int LOOK_BACK = 64;

  /** Lines that a runtime prints above the nearest name, such as the source of the failing line. */
  private static final int PRELUDE = 8;

  /** Lines of ordinary text within a trace; with more it ends. */
  private static final int MAX_TEXT_LINES = 64;

  private final Lines lines = new Lines();
  private final Line line = new Line();
  private final Line other = new Line();
  private final Reading reading = new Reading();
  private final Reading unnamed = new Reading();
  private final TraceSpans spans = new TraceSpans();
  private final Fingerprint fingerprint = new Fingerprint();
  private final FrameSpans callSite = new FrameSpans();
  private final FrameSpans swapped = new FrameSpans();
  private final int[] starts = new int[LOOK_BACK];

  private byte[] in = {};
  private int to;
  private int begin;
  private int end;
  private Language language = Language.JAVA;
  private Dialect dialect = language.dialect();
  private HeaderSearch headerSearch = HeaderSearch.STARTS;
  private int textLines;
  private int textFrom;
  private int textTo;
  private boolean messageOpen;

  /**
   * Looks for a stack trace in {@code utf8[from, to)}; a text of a single line has none. The array
   * is kept until the next scan.
   *
   * @return whether there is one
   */
  public boolean scan(byte[] utf8, int from, int to) {
    this.in = utf8;
    this.to = to;
    begin = end = from;
    spans.reset();
    textLines = 0;
    messageOpen = false;
    callSite.clear();
    return lines.reset(utf8, from, to) && find(from);
  }

  private boolean find(int from) {
    Line here = line;
    Line ahead = other;
    int at = from;
    int next = lines.read(at, here);
    for (int number = 0; at < to; number++) {
      starts[number % LOOK_BACK] = at;
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
    for (Language candidate : Language.ALL) {
      if (candidate.dialect().proves(here, ahead)) {
        language = candidate;
        dialect = candidate.dialect();
        return true;
      }
    }
    return false;
  }

  /** Reads the trace that the line of this number proved. */
  private boolean read(Line proof, int number) {
    int proofStart = proof.start;
    int header = dialect.lacksHeader(proof) ? findHeader(number) : number;
    int next = readLine(header < number ? start(header) : proofStart);
    int state =
        header < number ? dialect.open(line, headerSearch, reading) : dialect.begin(line, reading);
    begin = reading.begin;
    while (state != Dialect.FOREIGN && take() && next < to) {
      next = readLine(next);
      state = dialect.next(state, line, reading);
    }
    if (textLines > 0 && dialect.endsWithMessage()) {
      end = textTo;
      takeText();
    }
    closeMessage();
    return spans.linkChain() > 0 && (spans.hasFrames() || isNamed());
  }

  private boolean isNamed() {
    return spans.thrown(0).typeTo > spans.thrown(0).typeFrom;
  }

  private int start(int number) {
    return starts[number % LOOK_BACK];
  }

  private int readLine(int at) {
    int next = lines.read(at, line);
    int cut = dialect.cut(line);
    if (cut == line.to) {
      return next;
    }
    line.endAt(cut);
    return cut;
  }

  /** The number of the line to begin with, given the line that proved the trace. */
  private int findHeader(int proof) {
    int lowest = Math.max(0, proof - LOOK_BACK + 1);
    for (int i = proof - 1; i >= lowest; i--) {
      if (opens(i, HeaderSearch.STARTS) && reading.kind == LineKind.THROWN) {
        return abovePrelude(lowest, i);
      }
    }
    for (int i = lowest; i < proof; i++) {
      if (opens(i, HeaderSearch.WITHIN)) {
        return i;
      }
    }
    int prelude = abovePrelude(lowest, proof);
    if (prelude < proof) {
      return prelude;
    }
    int above = proof - 1;
    while (above > lowest && isBlank(above)) {
      above--;
    }
    return above >= lowest && opens(above, HeaderSearch.GUESS) ? above : proof;
  }

  private boolean opens(int number, HeaderSearch search) {
    lines.read(start(number), line);
    headerSearch = search;
    return dialect.open(line, search, reading) != Dialect.FOREIGN;
  }

  private boolean isBlank(int number) {
    lines.read(start(number), line);
    return line.isEmpty();
  }

  /** The first of the lines that the runtime printed in one go with a line, or the line itself. */
  private int abovePrelude(int lowest, int number) {
    headerSearch = HeaderSearch.STARTS;
    for (int i = Math.max(lowest, number - PRELUDE); i < number; i++) {
      if (leadsTo(i, number)) {
        return i;
      }
    }
    return number;
  }

  private boolean leadsTo(int from, int number) {
    lines.read(start(from), line);
    int state = dialect.open(line, HeaderSearch.STARTS, reading);
    for (int i = from + 1; i <= number && state != Dialect.FOREIGN; i++) {
      lines.read(start(i), line);
      state = dialect.next(state, line, reading);
      if (reading.kind == LineKind.TEXT) {
        return false;
      }
    }
    return state != Dialect.FOREIGN;
  }

  /** Takes in what was read in a line; false if the trace ends with it. */
  private boolean take() {
    if (reading.kind == LineKind.BLANK) {
      return true;
    }
    if (reading.kind == LineKind.TEXT) {
      return holdText();
    }
    if (reading.namedByText) {
      reading.thrown.messageFrom = textFrom;
      reading.thrown.messageTo = textTo;
      textLines = 0;
    }
    takeText();
    closeMessage();
    end = line.to;
    switch (reading.kind) {
      case THROWN -> {
        spans.begin(reading);
        named();
      }
      case NAMED -> {
        spans.name(reading);
        named();
      }
      case FRAME -> addFrame();
      case PLACE -> place();
      case SHARED -> spans.omit(reading.omitted, true);
      case OMITTED -> spans.omit(reading.omitted, false);
      case END_OF_INNER -> spans.endInner();
      case DETAIL, BLANK, TEXT -> {}
    }
    return true;
  }

  private void named() {
    messageOpen = true;
    callSite.clear();
    if (reading.framed) {
      addFrame();
    }
  }

  private void addFrame() {
    if (spans.isEmpty()) {
      spans.begin(unnamed);
    }
    FrameSpans frame = reading.frame;
    if (dialect.placesAreCallSites()) {
      swapped.copyPlaceFrom(frame);
      frame.copyPlaceFrom(callSite);
      callSite.copyPlaceFrom(swapped);
    }
    spans.addFrame(frame, !dialect.isLibrary(in, frame));
  }

  private void place() {
    if (spans.hasLastFrame()) {
      FrameSpans frame = spans.lastFrame();
      frame.copyPlaceFrom(reading.frame);
      frame.inApp = !dialect.isLibrary(in, frame);
    }
  }

  /** Remembers a line that is of the trace if more of it follows. */
  private boolean holdText() {
    boolean foreign = dialect.endsWithMessage() && isOthersProof();
    if (foreign || textLines == MAX_TEXT_LINES) {
      return false;
    }
    if (textLines++ == 0) {
      textFrom = line.from;
    }
    textTo = line.to;
    return true;
  }

  private boolean isOthersProof() {
    other.set(in, to, to);
    for (Language candidate : Language.ALL) {
      if (candidate != language && candidate.dialect().proves(line, other)) {
        return true;
      }
    }
    return false;
  }

  /** Adds the text that was held to the message that it continues. */
  private void takeText() {
    if (textLines > 0 && messageOpen && spans.isKept() && !spans.current().sealed) {
      ThrownSpans thrown = spans.current();
      if (thrown.messageFrom == thrown.messageTo) {
        thrown.messageFrom = textFrom;
      }
      thrown.messageTo = textTo;
    }
    textLines = 0;
  }

  private void closeMessage() {
    if (messageOpen && spans.isKept()) {
      ThrownSpans thrown = spans.current();
      other.set(in, thrown.messageFrom, thrown.messageTo);
      dialect.closeMessage(other, thrown, callSite);
    }
    messageOpen = false;
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
    return end;
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
    return fingerprint.of(in, spans, dialect);
  }

  /** The trace as a value. */
  public StackTrace toStackTrace() {
    List<Thrown> chain = new ArrayList<>();
    List<Thrown> others = new ArrayList<>();
    boolean[] isChained = new boolean[spans.thrownCount()];
    for (int i = 0; i < spans.chainLength(); i++) {
      isChained[spans.chained(i)] = true;
      chain.add(thrown(chained(i)));
    }
    for (int i = 0; i < spans.thrownCount(); i++) {
      if (!isChained[i]) {
        others.add(thrown(spans.thrown(i)));
      }
    }
    String signature = fingerprint.text(in, spans, dialect);
    return new StackTrace(
        language, begin, end, chain, others, spans.total(), signature, fingerprint());
  }

  private Thrown thrown(ThrownSpans at) {
    List<StackFrame> frames = new ArrayList<>(at.keptFrames);
    for (int i = 0; i < at.keptFrames; i++) {
      FrameSpans frame = spans.frame(spans.slot(at, i));
      frames.add(
          new StackFrame(
              text(frame.moduleFrom, frame.moduleTo),
              text(frame.functionFrom, frame.functionTo),
              text(frame.fileFrom, frame.fileTo),
              frame.line,
              frame.inApp));
    }
    return new Thrown(
        text(at.typeFrom, at.typeTo), text(at.messageFrom, at.messageTo), frames, at.omittedFrames);
  }

  private String text(int textFrom, int textTo) {
    return new String(in, textFrom, textTo - textFrom, StandardCharsets.UTF_8);
  }
}
