package dev.winnow.kernel.stacktrace;

/**
 * Panics, fatal errors and goroutine dumps of Go's runtime, and the stacks that {@code %+v} prints
 * for errors of {@code github.com/pkg/errors}.
 */
final class GoDialect extends Dialect {
  /*
   * A call takes two lines, the function and its place, see GoFrames. Only the first goroutine's
   * calls are kept: it is the one that failed. What a `panic(...)` call has above it is the
   * handling of the panic.
   *
   * Errors of pkg/errors have no arguments behind the function and print the root cause first,
   * each wrapping message between two stacks.
   */
  private static final int PRELUDE = 1; // `runtime: goroutine stack exceeds ...`
  private static final int PANIC = 2;
  private static final int CALLS = 3;
  private static final int CALLED = 4; // the place is next
  private static final int CREATED = 5; // after `created by`: a place that is no call
  private static final int OTHERS = 6; // stacks of the runtime or of other goroutines
  private static final int OTHERS_FIRST = 7; // the runtime's own stack; a goroutine's will follow
  private static final int BARE = 8; // after a place of pkg/errors
  private static final int BARE_CALLED = 9;
  private static final int BARE_TEXT = 10; // perhaps a wrapping message
  private static final int ENDED = 11;

  /** Import paths begin with a letter. */
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private static final String PANIC_MARK = "panic: ";
  private static final String SERVING = "panic serving ";
  private static final String FATAL = "fatal error: ";
  private static final String SYSTEM_STACK = "runtime stack:";
  private static final String RUNTIME = "runtime error: ";

  GoDialect() {
    super(LETTERS, "");
  }

  @Override
  boolean proves(Line line, Line following) {
    return isGoroutine(line)
        || (line.is(SYSTEM_STACK) && GoFrames.isCall(following))
        || (GoFrames.isBareFunction(line) && GoFrames.isPlace(following));
  }

  @Override
  boolean lacksHeader(Line proof) {
    return isGoroutine(proof) || proof.is(SYSTEM_STACK);
  }

  @Override
  int begin(Line proof, Reading out) {
    if (lacksHeader(proof)) {
      return next(START, proof, out);
    }
    out.clear(proof);
    return function(proof, BARE_CALLED, out);
  }

  @Override
  int open(Line line, HeaderSearch search, Reading out) {
    out.clear(line);
    return switch (search) {
      case STARTS -> opens(line, out);
      case WITHIN -> serving(line, out);
      case GUESS -> FOREIGN;
    };
  }

  private static int opens(Line line, Reading out) {
    if (line.startsWith("runtime: goroutine stack exceeds")) {
      return out.as(LineKind.DETAIL, PRELUDE);
    }
    if (line.startsWith(PANIC_MARK)) {
      return panicked(line, line.from, PANIC_MARK.length(), Relation.FIRST, out);
    }
    if (line.startsWith(FATAL)) {
      return panicked(line, line.from, FATAL.length(), Relation.FIRST, out);
    }
    if (line.startsWith("SIG") && line.find(": ", line.from) > 0) {
      int colon = line.find(": ", line.from);
      for (int i = line.from; i < colon; i++) {
        if (!Line.isUpper(line.in[i])) {
          return FOREIGN;
        }
      }
      return panicked(line, line.from, colon + 2 - line.from, Relation.FIRST, out);
    }
    return FOREIGN;
  }

  /** {@code http: panic serving 127.0.0.1:5000: message}. */
  private static int serving(Line line, Reading out) {
    int at = line.find(SERVING, line.from);
    int colon = at < 0 ? -1 : line.find(": ", at + SERVING.length());
    if (colon < 0) {
      return FOREIGN;
    }
    int state = panicked(line, at, colon + 2 - at, Relation.FIRST, out);
    if (out.thrown.typeFrom == at) {
      out.thrown.typeTo = at + "panic".length();
    }
    return state;
  }

  /** The type is the mark without its colon; or {@code runtime error}, behind it. */
  private static int panicked(Line line, int at, int mark, Relation relation, Reading out) {
    ThrownSpans thrown = out.thrown;
    out.begin = at;
    thrown.typeFrom = at;
    thrown.typeTo = at + mark - 2;
    int message = at + mark;
    if (line.has(RUNTIME, message)) {
      thrown.typeFrom = message;
      thrown.typeTo = message + RUNTIME.length() - 2;
      message += RUNTIME.length();
    }
    out.message(line, message);
    int recovered = line.endsWith("]") ? line.findLast(" [recovered") : -1;
    if (recovered >= thrown.messageFrom) {
      thrown.messageTo = recovered;
    }
    return out.thrown(relation, PANIC);
  }

  @Override
  int next(int state, Line line, Reading out) {
    out.clear(line);
    out.margin = 0;
    if (isGoroutine(line)) {
      boolean first = state == START || state == PANIC || state == OTHERS_FIRST;
      return out.as(LineKind.DETAIL, first ? CALLS : OTHERS);
    }
    if (line.is(SYSTEM_STACK) && (state == START || state == PANIC)) {
      return out.as(LineKind.DETAIL, OTHERS_FIRST);
    }
    return switch (state) {
      case START -> GoFrames.isExportedFunction(line) ? function(line, BARE_CALLED, out) : FOREIGN;
      case PRELUDE -> prelude(line, out);
      case PANIC -> panic(line, out);
      case CALLS -> call(line, out);
      case CALLED -> place(line, LineKind.PLACE, CALLS, out);
      case CREATED -> place(line, LineKind.DETAIL, OTHERS, out);
      case OTHERS, OTHERS_FIRST -> other(state, line, out);
      case BARE, BARE_TEXT -> bare(state, line, out);
      case BARE_CALLED -> place(line, LineKind.PLACE, BARE, out);
      default -> ended(line, out);
    };
  }

  private static int prelude(Line line, Reading out) {
    if (line.startsWith("runtime: ")) {
      return out.as(LineKind.DETAIL, PRELUDE);
    }
    return line.startsWith(FATAL)
        ? panicked(line, line.from, FATAL.length(), Relation.FIRST, out)
        : FOREIGN;
  }

  private static int panic(Line line, Reading out) {
    if (line.isEmpty()) {
      return out.as(LineKind.BLANK, PANIC);
    }
    if (line.indent > 0 && line.startsWith(PANIC_MARK)) {
      return panicked(line, line.from, PANIC_MARK.length(), Relation.WRAPPER, out);
    }
    if (line.startsWith("[signal ") || line.startsWith("PC=0x")) {
      return out.as(LineKind.DETAIL, PANIC);
    }
    return out.as(LineKind.TEXT, PANIC);
  }

  private static int call(Line line, Reading out) {
    if (line.isEmpty()) {
      return out.as(LineKind.BLANK, ENDED);
    }
    if (line.startsWith("created by ")) {
      return out.as(LineKind.DETAIL, CREATED);
    }
    if (elision(line, out)) {
      return CALLS;
    }
    return GoFrames.isCall(line) ? function(line, CALLED, out) : ended(line, out);
  }

  private static int other(int state, Line line, Reading out) {
    if (line.isEmpty()) {
      return out.as(LineKind.BLANK, state == OTHERS_FIRST ? state : ENDED);
    }
    boolean part =
        GoFrames.isCall(line)
            || line.startsWith("created by ")
            || GoFrames.isPlace(line)
            || elision(line, out);
    return part ? out.as(LineKind.DETAIL, state) : ended(line, out);
  }

  /** What the runtime or {@code go run} prints after the last goroutine. */
  private static int ended(Line line, Reading out) {
    if (line.isEmpty()) {
      return out.as(LineKind.BLANK, ENDED);
    }
    if (line.startsWith("exit status ")) {
      int digits = line.from + "exit status ".length();
      return line.skipDigits(digits) == line.to ? out.as(LineKind.DETAIL, ENDED) : FOREIGN;
    }
    return isRegister(line) ? out.as(LineKind.DETAIL, ENDED) : FOREIGN;
  }

  private static int bare(int state, Line line, Reading out) {
    if (GoFrames.isBareFunction(line)) {
      if (state == BARE_TEXT) {
        out.namedByText = true;
        out.framed = true;
        function(line, BARE_CALLED, out);
        return out.thrown(Relation.WRAPPER, BARE_CALLED);
      }
      return function(line, BARE_CALLED, out);
    }
    return line.isEmpty() ? FOREIGN : out.as(LineKind.TEXT, BARE_TEXT);
  }

  private static int place(Line line, LineKind kind, int state, Reading out) {
    return GoFrames.place(line, out.frame) ? out.as(kind, state) : FOREIGN;
  }

  private static int function(Line line, int state, Reading out) {
    GoFrames.function(line, out.frame);
    return out.as(LineKind.FRAME, state);
  }

  /** {@code goroutine 18 [chan receive, 2 minutes]:}. */
  private static boolean isGoroutine(Line line) {
    if (!line.startsWith("goroutine ") || !line.endsWith("]:")) {
      return false;
    }
    int digits = line.from + "goroutine ".length();
    int end = line.skipDigits(digits);
    return end > digits && line.find(" [", end) > 0;
  }

  /** {@code ...additional frames elided...}, {@code ...23 frames elided...}. */
  private static boolean elision(Line line, Reading out) {
    if (!line.startsWith("...") || !line.endsWith("frames elided...")) {
      return false;
    }
    int digits = line.from + 3;
    out.omitted = line.number(digits, line.skipDigits(digits));
    out.kind = LineKind.OMITTED;
    return true;
  }

  /** {@code rip 0x46f1d3}. */
  private static boolean isRegister(Line line) {
    int blank = line.find(" ", line.from);
    return blank > 0 && blank - line.from <= 6 && line.has("0x", line.skipBlanks(blank));
  }

  @Override
  boolean isLibrary(byte[] in, FrameSpans frame) {
    return GoFrames.isLibrary(in, frame);
  }

  @Override
  boolean isThrowSite(byte[] in, FrameSpans frame) {
    return GoFrames.isPanic(in, frame);
  }

  @Override
  boolean name(byte[] in, FrameSpans frame, Signature out) {
    GoFrames.name(in, frame, out);
    return true;
  }
}
