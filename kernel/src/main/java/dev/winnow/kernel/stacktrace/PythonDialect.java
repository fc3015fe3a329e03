package dev.winnow.kernel.stacktrace;

/**
 * Tracebacks of CPython and PyPy: chained exceptions, exception groups, the markers below source
 * lines, syntax errors, {@code stack_info}, {@code faulthandler}.
 */
final class PythonDialect extends Dialect {
  /*
   * The exception's name comes after its frames, and a chain is printed from the root cause on.
   * Lines of an exception group stand behind a margin of `|` or `+`; the margin is taken off and
   * its width says to which group a line belongs.
   */
  private static final int CALLS = 1; // `Traceback` was read: calls, then the name
  private static final int SOURCE = 2; // after `File "..."`
  private static final int NAMED = 3;
  private static final int AFTER_BLANK = 4;
  private static final int LINKED = 5; // after a sentence that joins two tracebacks
  private static final int MEMBER = 6; // after the separator in front of a group's member
  private static final int STACK = 7; // a stack without an exception: no name will follow
  private static final int STACK_SOURCE = 8;
  private static final int FATAL = 9;

  private static final String TRACEBACK = "Traceback (most recent call last):";
  private static final String GROUP_TRACEBACK = "Exception Group " + TRACEBACK;
  private static final String LOGGED_STACK = "Stack (most recent call last):";
  private static final String NEWEST_FIRST = "(most recent call first):";
  private static final String FATAL_ERROR = "Fatal Python error: ";
  private static final String DIRECT_CAUSE =
      "The above exception was the direct cause of the following exception:";
  private static final String CONTEXT =
      "During handling of the above exception, another exception occurred:";

  PythonDialect() {
    super("TESCDF+|", "");
  }

  @Override
  boolean proves(Line line, Line following) {
    int at = content(line);
    return switch (line.at(at)) {
      case 'T', 'E', 'S', 'C', 'D' ->
          (isTraceback(line, at) && !Line.isDigit(following.first()))
              || isLink(line)
              || line.is(LOGGED_STACK)
              || line.endsWith(NEWEST_FIRST);
      case 'F' -> isCall(line, at);
      default -> false;
    };
  }

  @Override
  boolean lacksHeader(Line proof) {
    return isLink(proof) || proof.endsWith(NEWEST_FIRST);
  }

  @Override
  int open(Line line, HeaderSearch search, Reading out) {
    out.clear(line);
    if (search == HeaderSearch.GUESS) {
      boolean named = ExceptionNames.read(line, line.from, out);
      return named ? out.thrown(Relation.FIRST, NAMED) : FOREIGN;
    }
    if (search == HeaderSearch.STARTS && line.startsWith(FATAL_ERROR)) {
      out.thrown.typeFrom = line.from;
      out.thrown.typeTo = line.from + FATAL_ERROR.length() - 2;
      out.message(line, line.from + FATAL_ERROR.length());
      return out.thrown(Relation.FIRST, FATAL);
    }
    return FOREIGN;
  }

  @Override
  int next(int state, Line line, Reading out) {
    out.clear(line);
    int at = content(line);
    out.margin = Math.max(0, margin(line) - 2);
    if (at == line.to) {
      return blank(state, out);
    }
    if (line.in[at] == 'F' && isCall(line, at)) {
      return call(state, line, at, out);
    }
    return switch (state) {
      case START, FATAL -> start(line, at, out);
      case CALLS, STACK -> afterCalls(state, line, at, out);
      case SOURCE, STACK_SOURCE -> afterCall(state, line, at, out);
      case LINKED, MEMBER -> raised(state, line, at, out);
      default -> afterName(line, at, out);
    };
  }

  private static int blank(int state, Reading out) {
    return switch (state) {
      case NAMED, AFTER_BLANK -> out.as(LineKind.BLANK, AFTER_BLANK);
      case LINKED, FATAL -> out.as(LineKind.BLANK, state);
      default -> FOREIGN;
    };
  }

  private static int start(Line line, int at, Reading out) {
    if (isLink(line)) {
      return out.as(LineKind.DETAIL, LINKED);
    }
    if (line.is(LOGGED_STACK)) {
      out.newestLast = true;
      return out.thrown(Relation.FIRST, STACK);
    }
    if (line.endsWith(NEWEST_FIRST)
        && (line.startsWith("Thread 0x") || line.startsWith("Current thread 0x"))) {
      return out.as(LineKind.DETAIL, STACK);
    }
    return isTraceback(line, at) ? traceback(Relation.FIRST, out) : FOREIGN;
  }

  private static int traceback(Relation relation, Reading out) {
    out.newestLast = true;
    return out.thrown(relation, CALLS);
  }

  /** A traceback, or a name alone, as an exception has that was never raised. */
  private static int raised(int state, Line line, int at, Reading out) {
    Relation relation = state == MEMBER ? Relation.MEMBER : Relation.WRAPPER;
    if (isTraceback(line, at)) {
      return traceback(relation, out);
    }
    if (isName(line, at) && ExceptionNames.read(line, at, out)) {
      return out.thrown(relation, NAMED);
    }
    return separator(line, out);
  }

  private static int afterCalls(int state, Line line, int at, Reading out) {
    if (state == CALLS && isName(line, at) && ExceptionNames.read(line, at, out)) {
      return out.as(LineKind.NAMED, NAMED);
    }
    return FOREIGN;
  }

  private static int afterCall(int state, Line line, int at, Reading out) {
    if (line.has("[Previous line repeated ", at)) {
      int digits = at + "[Previous line repeated ".length();
      out.omitted = line.number(digits, line.skipDigits(digits));
      return out.as(LineKind.OMITTED, state);
    }
    if (indentation(line, at) >= 4) {
      return out.as(LineKind.DETAIL, state);
    }
    return afterCalls(state == SOURCE ? CALLS : STACK, line, at, out);
  }

  private static int afterName(Line line, int at, Reading out) {
    if (isLink(line)) {
      return out.as(LineKind.DETAIL, LINKED);
    }
    if (line.is("\"\"\"")) { // the end of a traceback that another process sent
      return out.as(LineKind.DETAIL, NAMED);
    }
    int separated = separator(line, out);
    return separated != FOREIGN || isTraceback(line, at) ? separated : out.as(LineKind.TEXT, NAMED);
  }

  /** {@code +-+---------------- 1 ----------------}, and the line that closes a group. */
  private static int separator(Line line, Reading out) {
    if (!line.startsWith("+-")) {
      return FOREIGN;
    }
    boolean numbered = false;
    for (int i = line.from; i < line.to; i++) {
      int b = line.in[i];
      numbered |= Line.isDigit(b);
      if (b != '+' && b != '-' && b != ' ' && b != '.' && !Line.isDigit(b)) {
        return FOREIGN;
      }
    }
    return out.as(LineKind.DETAIL, numbered ? MEMBER : NAMED);
  }

  private static int call(int state, Line line, int at, Reading out) {
    int path = at + "File \"".length();
    int quote = line.find("\", line ", path);
    int digits = quote + "\", line ".length();
    int end = line.skipDigits(digits);
    out.frame.fileFrom = path;
    out.frame.fileTo = quote;
    out.frame.line = line.number(digits, end);
    int in = line.has(", in ", end) ? 5 : line.has(" in ", end) ? 4 : 0;
    if (in > 0) {
      out.frame.functionFrom = end + in;
      out.frame.functionTo = line.to;
    }
    return switch (state) {
      case START -> {
        out.newestLast = true;
        out.framed = true;
        yield out.thrown(Relation.FIRST, SOURCE);
      }
      case CALLS, SOURCE -> out.as(LineKind.FRAME, SOURCE);
      case STACK, STACK_SOURCE -> out.as(LineKind.FRAME, STACK_SOURCE);
      default -> FOREIGN;
    };
  }

  /** {@code File "x.py", line 3, in f}; a syntax error has no function. */
  private static boolean isCall(Line line, int at) {
    if (!line.has("File \"", at)) {
      return false;
    }
    int quote = line.find("\", line ", at + "File \"".length());
    int digits = quote + "\", line ".length();
    int end = quote < 0 ? digits : line.skipDigits(digits);
    return end > digits && (end == line.to || line.has(", in ", end) || line.has(" in ", end));
  }

  private static boolean isTraceback(Line line, int at) {
    int length = line.to - at;
    return (length == TRACEBACK.length() && line.has(TRACEBACK, at))
        || (length == GROUP_TRACEBACK.length() && line.has(GROUP_TRACEBACK, at));
  }

  private static boolean isLink(Line line) {
    int at = content(line);
    int length = line.to - at;
    return (length == DIRECT_CAUSE.length() && line.has(DIRECT_CAUSE, at))
        || (length == CONTEXT.length() && line.has(CONTEXT, at));
  }

  /** Whether an unindented line may name an exception: a class, or anything in a module. */
  private static boolean isName(Line line, int at) {
    int end = ExceptionNames.end(line, at);
    boolean named = Line.isUpper(line.at(at)) || ExceptionNames.isQualified(line, at, end);
    return named && indentation(line, at) <= 0 && !RecordStart.is(line);
  }

  /** The position behind the margin of an exception group, and behind the indentation after it. */
  private static int content(Line line) {
    return hasMargin(line) ? line.skipBlanks(line.from + 1) : line.from;
  }

  private static boolean hasMargin(Line line) {
    int b = line.first();
    return (b == '|' || b == '+')
        && line.indent > 0
        && (line.to == line.from + 1 || line.at(line.from + 1) == ' ');
  }

  private static int margin(Line line) {
    return hasMargin(line) ? line.indent : 0;
  }

  private static int indentation(Line line, int at) {
    return hasMargin(line) ? at - line.from - 2 : line.indent;
  }

  @Override
  boolean endsWithMessage() {
    return true;
  }

  @Override
  boolean isLibrary(byte[] in, FrameSpans frame) {
    return Libraries.PYTHON.endIn(in, frame.fileFrom, frame.fileTo) >= 0;
  }

  @Override
  boolean name(byte[] in, FrameSpans frame, Signature out) {
    FilePaths.name(in, frame, Libraries.PYTHON, out);
    out.add(':');
    out.add(in, frame.functionFrom, frame.functionTo);
    return true;
  }
}
