package dev.winnow.kernel.stacktrace;

/**
 * Errors as Node.js and browsers print them: V8's {@code at f (file:1:2)}, with causes, grouped
 * errors and properties, and SpiderMonkey's and JavaScriptCore's {@code f@file:1:2}.
 */
final class JavaScriptDialect extends Dialect {
  /*
   * The low bits of the state are the phase. CRASH marks what Node.js prints when it ends, source
   * first and version last. OPEN says that a brace stands behind the error's name or last frame:
   * until a line closes it, what is indented deeper than the name (the bits from BASE on) is what
   * the error carries: properties, its cause, the errors that it groups.
   */
  private static final int PHASE = 0xf;
  private static final int CRASH = 0x10;
  private static final int OPEN = 0x20;
  private static final int BASE = 6;
  private static final int MAX_BASE = 1023;
  private static final int FRAME_INDENT = 4;

  private static final int LOCATION = 1; // `/srv/a.js:3`
  private static final int SOURCE = 2;
  private static final int CARET = 3;
  private static final int GAP = 4; // the blank line above the error
  private static final int HEADER = 5;
  private static final int FRAMES = 6;
  private static final int AFTER = 7; // the blank line below the error

  private static final String CAUSE = "[cause]: ";
  private static final String UNCAUGHT = "Uncaught ";
  private static final String IN_PROMISE = "(in promise) ";

  private final JavaScriptFrames frames = new JavaScriptFrames();

  JavaScriptDialect() {
    super("aU[", "0123456789]");
  }

  @Override
  boolean proves(Line line, Line following) {
    return frames.isFrame(line);
  }

  @Override
  int open(Line line, HeaderSearch search, Reading out) {
    out.clear(line);
    return switch (search) {
      case STARTS -> opens(line, out);
      case WITHIN ->
          ExceptionNames.readWithin(line, out) ? header(line, Relation.FIRST, 0, out) : FOREIGN;
      case GUESS ->
          Line.isUpper(line.first()) && ExceptionNames.read(line, line.from, out)
              ? header(line, Relation.FIRST, 0, out)
              : FOREIGN;
    };
  }

  private int opens(Line line, Reading out) {
    if (frames.isLocation(line)) {
      return out.as(LineKind.DETAIL, LOCATION | CRASH);
    }
    int at = line.from;
    at += line.has(UNCAUGHT, at) ? UNCAUGHT.length() : 0;
    at += line.has(IN_PROMISE, at) ? IN_PROMISE.length() : 0;
    return likely(line, at, out) ? header(line, Relation.FIRST, 0, out) : FOREIGN;
  }

  /** An error's name and message, in brackets if it has no frames. */
  private static boolean likely(Line line, int at, Reading out) {
    boolean bracketed = line.at(at) == '[';
    if (!ExceptionNames.readLikely(line, bracketed ? at + 1 : at, out)) {
      return false;
    }
    int close = bracketed ? line.findLast("]") : -1;
    if (close >= out.thrown.messageFrom) {
      out.thrown.messageTo = close;
    }
    return true;
  }

  private static int header(Line line, Relation relation, int state, Reading out) {
    boolean opens = line.endsWith(" {");
    if (opens && out.thrown.messageTo == line.to) {
      out.thrown.messageTo = Math.max(out.thrown.messageFrom, line.to - 2);
    }
    int next = opens ? opened(state, line.indent) : state;
    boolean bracketed = line.at(out.thrown.typeFrom - 1) == '[';
    return out.thrown(relation, phase(next, opens || bracketed ? FRAMES : HEADER));
  }

  private static int phase(int state, int phase) {
    return (state & ~PHASE) | phase;
  }

  private static int opened(int state, int base) {
    boolean open = (state & OPEN) != 0;
    return open ? state : state | OPEN | (Math.max(0, Math.min(base, MAX_BASE)) << BASE);
  }

  @Override
  int next(int state, Line line, Reading out) {
    out.clear(line);
    int phase = state & PHASE;
    if (phase >= LOCATION && phase <= GAP) {
      return crash(state, phase, line, out);
    }
    if (frames.read(line, out.frame)) {
      boolean opens = line.endsWith(" {");
      int next = opens ? opened(state, line.indent - FRAME_INDENT) : state;
      return out.as(LineKind.FRAME, phase(next, FRAMES));
    }
    if (phase == START) {
      return FOREIGN;
    }
    if (line.isEmpty()) {
      return blank(state, phase, out);
    }
    if (line.startsWith(CAUSE)) {
      return cause(state, line, out);
    }
    int detail = detail(state, line, out);
    if (detail != FOREIGN || (state & OPEN) == 0) {
      return detail == FOREIGN && phase == HEADER ? out.as(LineKind.TEXT, state) : detail;
    }
    return carried(state, phase, line, out);
  }

  private static int blank(int state, int phase, Reading out) {
    if (phase == HEADER || (state & OPEN) != 0) {
      return out.as(LineKind.BLANK, state);
    }
    return (state & CRASH) != 0 ? out.as(LineKind.BLANK, phase(state, AFTER)) : FOREIGN;
  }

  /** Source and caret above the error. A line that begins as records do is not source. */
  private static int crash(int state, int phase, Line line, Reading out) {
    return switch (phase) {
      case LOCATION ->
          RecordStart.is(line) ? FOREIGN : out.as(LineKind.DETAIL, phase(state, SOURCE));
      case SOURCE, CARET -> {
        if (line.isEmpty()) {
          yield out.as(LineKind.BLANK, phase(state, GAP));
        }
        yield isCaret(line)
            ? out.as(LineKind.DETAIL, phase(state, CARET))
            : phase == CARET || likely(line, line.from, out) ? thrown(line, state, out) : FOREIGN;
      }
      default -> thrown(line, state, out);
    };
  }

  private static int thrown(Line line, int state, Reading out) {
    if (likely(line, line.from, out)) {
      return header(line, Relation.FIRST, state, out);
    }
    if (line.isEmpty() || RecordStart.is(line)) {
      return FOREIGN;
    }
    if (!ExceptionNames.read(line, line.from, out)) {
      out.message(line, line.from);
    }
    return header(line, Relation.FIRST, state, out);
  }

  private static boolean isCaret(Line line) {
    for (int i = line.from; i < line.to; i++) {
      if (line.in[i] != '^') {
        return false;
      }
    }
    return !line.isEmpty();
  }

  private static int cause(int state, Line line, Reading out) {
    int at = line.from + CAUSE.length();
    if (!likely(line, at, out) && !ExceptionNames.read(line, at, out)) {
      return out.as(LineKind.DETAIL, state); // a cause that is no error
    }
    return header(line, Relation.INNER, state, out);
  }

  private static int detail(int state, Line line, Reading out) {
    if (line.startsWith("... ") && line.endsWith(" matching cause stack trace ...")) {
      int digits = line.from + "... ".length();
      out.omitted = line.number(digits, line.skipDigits(digits));
      return out.as(LineKind.OMITTED, phase(state, FRAMES));
    }
    if (line.startsWith("[... lines matching original stack trace")
        || (line.startsWith("Emitted 'error' event") && line.endsWith("at:"))
        || line.startsWith("(Use `node --trace-uncaught")) {
      return out.as(LineKind.DETAIL, phase(state, FRAMES));
    }
    boolean version = (state & CRASH) != 0 && line.indent == 0 && line.startsWith("Node.js v");
    return version ? out.as(LineKind.DETAIL, state) : FOREIGN;
  }

  /** A line between braces: an error of a group, or whatever else the error carries. */
  private static int carried(int state, int phase, Line line, Reading out) {
    int base = state >> BASE;
    if (line.indent <= base) {
      boolean closes = line.first() == '}';
      return closes ? out.as(LineKind.DETAIL, phase(state & CRASH, FRAMES)) : FOREIGN;
    }
    if (likely(line, line.from, out)) {
      return header(line, Relation.MEMBER, state, out);
    }
    return out.as(phase == HEADER ? LineKind.TEXT : LineKind.DETAIL, state);
  }

  @Override
  boolean isLibrary(byte[] in, FrameSpans frame) {
    return frames.isLibrary(in, frame);
  }

  @Override
  boolean name(byte[] in, FrameSpans frame, Signature out) {
    return frames.name(in, frame, out);
  }
}
