package dev.winnow.kernel.stacktrace;

/**
 * Panics, fatal errors and goroutine dumps of Go's runtime, and the stacks that {@code %+v} prints
 * for errors of {@code github.com/pkg/errors}.
 */
final class GoDialect extends Dialect {
  /*
   * A call takes two lines, the function and its place. Only the first goroutine's calls are kept:
   * it is the one that failed. What a `panic(...)` call has above it is the handling of the panic.
   *
   * Errors of pkg/errors have no arguments behind the function and print the root cause first, each
   * wrapping message between two stacks.
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

  private static final String PANIC_MARK = "panic: ";
  private static final String SERVING = "panic serving ";
  private static final String FATAL = "fatal error: ";
  private static final String SYSTEM_STACK = "runtime stack:";
  private static final String RUNTIME = "runtime error: ";

  @Override
  boolean proves(Line line, Line following) {
    return isGoroutine(line)
        || (line.is(SYSTEM_STACK) && isCall(following))
        || (following.indent > 0 && isBareFunction(line) && placeEnd(following) > 0);
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
      case START -> isExportedFunction(line) ? function(line, BARE_CALLED, out) : FOREIGN;
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
    return isCall(line) ? function(line, CALLED, out) : ended(line, out);
  }

  private static int other(int state, Line line, Reading out) {
    if (line.isEmpty()) {
      return out.as(LineKind.BLANK, state == OTHERS_FIRST ? state : ENDED);
    }
    boolean part =
        isCall(line)
            || line.startsWith("created by ")
            || (line.indent > 0 && placeEnd(line) > 0)
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
    if (isBareFunction(line)) {
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
    int end = line.indent > 0 ? placeEnd(line) : 0;
    if (end == 0) {
      return FOREIGN;
    }
    int digits = line.digitsBefore(end);
    out.frame.fileFrom = line.from;
    out.frame.fileTo = digits - 1;
    out.frame.line = line.number(digits, end);
    return out.as(kind, state);
  }

  /** The name without arguments; the package ends at the first dot behind the last slash. */
  private static int function(Line line, int state, Reading out) {
    int arguments = line.last() == ')' ? line.findLast("(") : line.to;
    int slash = arguments - 1;
    while (slash > line.from && line.in[slash] != '/') {
      slash--;
    }
    int dot = line.find(".", slash);
    boolean qualified = dot > 0 && dot < arguments;
    out.frame.moduleFrom = line.from;
    out.frame.moduleTo = qualified ? dot : line.from;
    out.frame.functionFrom = qualified ? dot + 1 : line.from;
    out.frame.functionTo = arguments;
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

  /** {@code pkg.(*Type).Method(0xc000, ...)}. */
  private static boolean isCall(Line line) {
    int open = line.last() == ')' ? line.findLast("(") : -1;
    if (open <= line.from || line.indent > 0) {
      return false;
    }
    boolean dotted = line.startsWith("panic(");
    for (int i = line.from; i < open; i++) {
      dotted |= line.in[i] == '.';
      if (Line.isBlank(line.in[i])) {
        return false;
      }
    }
    return dotted;
  }

  /** {@code example.com/shop/cart.(*Cart).Pay} and nothing else. */
  private static boolean isBareFunction(Line line) {
    if (line.indent > 0 || !Line.isNameStart(line.first()) || line.last() == ')') {
      return false;
    }
    int dot = -1;
    for (int i = line.from; i < line.to; i++) {
      int b = line.in[i];
      if (b == '.') {
        dot = i;
      } else if (!Line.isNamePart(b) && "/()*-[]~@%".indexOf(b) < 0) {
        return false;
      }
    }
    return dot > line.from && dot + 1 < line.to;
  }

  /** A bare function that cannot be taken for a host or a file, as the place is not known yet. */
  private static boolean isExportedFunction(Line line) {
    if (!isBareFunction(line)) {
      return false;
    }
    int name = line.findLast(".") + 1;
    if (line.startsWith("main.")) {
      return !isExtension(line, name);
    }
    return line.find("/", line.from) > 0
        && (Line.isUpper(line.at(name)) || line.find(".(*", line.from) > 0);
  }

  private static boolean isExtension(Line line, int at) {
    return line.to - at <= 4
        && !line.has("main", at)
        && !line.has("init", at)
        && !line.has("run", at);
  }

  /** The end of the number in {@code /src/a.go:12 +0x1d fp=...}, or 0. */
  private static int placeEnd(Line line) {
    int end = line.find(" +0x", line.from);
    end = end < 0 ? line.to : end;
    int digits = line.digitsBefore(end);
    boolean source =
        endsAt(line, ".go:", digits)
            || endsAt(line, ".s:", digits)
            || endsAt(line, "<autogenerated>:", digits);
    return digits < end && source ? end : 0;
  }

  private static boolean endsAt(Line line, String ascii, int end) {
    return end - line.from >= ascii.length() && line.has(ascii, end - ascii.length());
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
    int first = frame.moduleFrom;
    while (first < frame.moduleTo && in[first] != '/') {
      first++;
    }
    return Libraries.GO_STANDARD.holds(in, frame.moduleFrom, first)
        || frame.moduleFrom == frame.moduleTo
        || Libraries.GO.endIn(in, frame.fileFrom, frame.fileTo) >= 0
        || Line.find(in, "@v", frame.fileFrom, frame.fileTo) >= 0;
  }

  @Override
  boolean isThrowSite(byte[] in, FrameSpans frame) {
    return frame.moduleFrom == frame.moduleTo
        && Line.has(in, "panic", frame.functionFrom, frame.functionTo);
  }

  @Override
  boolean name(byte[] in, FrameSpans frame, Signature out) {
    int vendored = Line.findLast(in, "/vendor/", frame.moduleFrom, frame.moduleTo);
    out.add(in, vendored < 0 ? frame.moduleFrom : vendored + 8, frame.moduleTo);
    int to = withoutTypes(in, frame.functionFrom, frame.functionTo);
    for (int at = frame.functionFrom; at < to; ) {
      int end = at;
      while (end < to && in[end] != '.') {
        end++;
      }
      if (!isClosure(in, at, end)) {
        out.add('.');
        out.add(in, at, end);
      }
      at = end + 1;
    }
    return true;
  }

  private static int withoutTypes(byte[] in, int from, int to) {
    int bracket = Line.find(in, "[", from, to);
    int end = bracket < 0 ? to : bracket;
    return end - from > 3 && Line.has(in, "-fm", end - 3, end) ? end - 3 : end;
  }

  /** {@code func1}, {@code gowrap2}, {@code 3}: closures are numbered within their function. */
  private static boolean isClosure(byte[] in, int from, int to) {
    int word = to;
    while (word > from && Line.isDigit(in[word - 1])) {
      word--;
    }
    return word < to
        && (word == from
            || (word - from == 4 && Line.has(in, "func", from, to))
            || Line.has(in, "gowrap", from, to)
            || Line.has(in, "deferwrap", from, to));
  }
}
