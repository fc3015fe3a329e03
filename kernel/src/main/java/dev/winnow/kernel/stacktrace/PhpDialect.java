package dev.winnow.kernel.stacktrace;

/** Uncaught and logged exceptions of PHP, with the layouts of Monolog and Laravel. */
final class PhpDialect extends Dialect {
  /*
   * A chain is printed from the root cause on, but Laravel's from the outermost. A frame's place
   * is the one it was called from; where the innermost call stood is said behind the message.
   */
  private static final int HEADER = 1;
  private static final int TRACE = 2;
  private static final int ENDED = 3; // after `{main}`, the last frame

  private static final String UNCAUGHT = "Uncaught ";
  private static final String NEXT = "Next ";
  private static final String OBJECT = "[object] (";
  private static final String CODE = "(code: ";
  private static final String PREVIOUS = "[previous exception] ";
  private static final String MAIN = "{main}";
  private static final String INTERNAL = "[internal function]: ";
  private static final String ANONYMOUS = "@anonymous";

  PhpDialect() {
    super("#S[PF", "");
  }

  @Override
  boolean proves(Line line, Line following) {
    return isFrame(line) || (isTraceMark(line) && isFrame(following));
  }

  @Override
  int open(Line line, HeaderSearch search, Reading out) {
    out.clear(line);
    boolean found =
        switch (search) {
          case STARTS -> opens(line, out);
          case WITHIN -> within(line, out);
          case GUESS -> false;
        };
    return found ? out.thrown(Relation.FIRST, HEADER) : FOREIGN;
  }

  private static boolean opens(Line line, Reading out) {
    if (line.startsWith("PHP Fatal error: ") || line.startsWith("Fatal error: ")) {
      int at = line.find(UNCAUGHT, line.from);
      return at >= 0 && named(line, at + UNCAUGHT.length(), out);
    }
    return ExceptionNames.readLikely(line, line.from, out);
  }

  private static boolean within(Line line, Reading out) {
    int at = line.find(UNCAUGHT, line.from);
    if (at >= 0 && named(line, at + UNCAUGHT.length(), out)) {
      out.begin = at;
      return true;
    }
    at = line.find(OBJECT, line.from);
    if (at >= 0 && object(line, at + OBJECT.length(), out)) {
      out.begin = at;
      return true;
    }
    return ExceptionNames.readWithin(line, out);
  }

  /** {@code Type: message in /a.php:3} or {@code Type in /a.php:3}; the place is cut off later. */
  private static boolean named(Line line, int at, Reading out) {
    int end = ExceptionNames.end(line, at);
    if (end == at || !(line.has(": ", end) || line.has(" in ", end) || end == line.to)) {
      return false;
    }
    type(at, end, out);
    out.thrown.messageFrom = line.has(": ", end) ? end + 2 : end;
    out.thrown.messageTo = line.to;
    return true;
  }

  /** {@code Type(code: 0): message at /a.php:3)}. */
  private static boolean object(Line line, int at, Reading out) {
    int end = ExceptionNames.end(line, at);
    int message = line.has(CODE, end) ? line.find("): ", end) : -1;
    if (message < 0) {
      return false;
    }
    type(at, end, out);
    out.message(line, message + 3);
    return true;
  }

  private static void type(int from, int to, Reading out) {
    out.thrown.typeFrom = from;
    out.thrown.typeTo = to;
  }

  @Override
  int next(int state, Line line, Reading out) {
    out.clear(line);
    out.margin = 0;
    if (line.first() == '#' && isFrame(line)) {
      frame(line, out.frame);
      return out.as(LineKind.FRAME, line.endsWith(MAIN) ? ENDED : TRACE);
    }
    if (isTraceMark(line) && state <= HEADER) {
      return out.as(LineKind.DETAIL, TRACE);
    }
    return switch (state) {
      case HEADER -> out.as(LineKind.TEXT, HEADER);
      case TRACE, ENDED -> after(line, out);
      default -> FOREIGN;
    };
  }

  private static int after(Line line, Reading out) {
    if (line.isEmpty()) {
      return out.as(LineKind.BLANK, ENDED);
    }
    if (line.startsWith(NEXT) && named(line, line.from + NEXT.length(), out)) {
      return out.thrown(Relation.WRAPPER, HEADER);
    }
    if (line.startsWith(PREVIOUS)
        && object(line, line.from + PREVIOUS.length() + OBJECT.length(), out)) {
      return out.thrown(Relation.CAUSE, HEADER);
    }
    boolean end =
        line.is("\"}") || (line.startsWith("thrown in ") && line.find(" on line ", line.from) > 0);
    return end ? out.as(LineKind.DETAIL, ENDED) : FOREIGN;
  }

  private static boolean isTraceMark(Line line) {
    return line.is("Stack trace:") || line.is("[stacktrace]");
  }

  /** {@code #0 /a.php(12): f()}, {@code #1 [internal function]: f()}, {@code #2 {main}}. */
  private static boolean isFrame(Line line) {
    int number = line.from + 1;
    int at = line.skipDigits(number) + 1;
    if (line.first() != '#' || at == number + 1 || line.at(at - 1) != ' ') {
      return false;
    }
    return line.has(INTERNAL, at)
        || callSiteEnd(line, at) > 0
        || (line.has(MAIN, at) && line.to == at + MAIN.length());
  }

  /** The parenthesis in front of {@code /a.php(12): }, or -1. */
  private static int callSiteEnd(Line line, int from) {
    for (int close = line.find("): ", from); close > 0; close = line.find("): ", close + 1)) {
      int digits = line.digitsBefore(close);
      if (digits < close && line.at(digits - 1) == '(' && digits - 1 > from) {
        return digits - 1;
      }
    }
    return -1;
  }

  private static void frame(Line line, FrameSpans out) {
    int at = line.skipDigits(line.from + 1) + 1;
    int site = callSiteEnd(line, at);
    int function = at;
    if (line.has(INTERNAL, at)) {
      function = at + INTERNAL.length();
    } else if (site > 0) {
      int digits = line.skipDigits(site + 1);
      out.fileFrom = at;
      out.fileTo = site;
      out.line = line.number(site + 1, digits);
      function = digits + "): ".length();
    }
    int closure = line.find("{closure", function);
    int arguments =
        line.find("(", closure < 0 ? function : Math.max(closure, line.find("}", closure)));
    int to = arguments < 0 ? line.to : arguments;
    int name = nameFrom(line, function, closure < 0 ? to : closure);
    out.moduleFrom = function;
    out.moduleTo = Math.max(function, name - (line.at(name - 1) == '\\' ? 1 : 2));
    out.functionFrom = name;
    out.functionTo = to;
  }

  /** The position behind the last {@code ->}, {@code ::} or backslash. */
  private static int nameFrom(Line line, int from, int to) {
    for (int i = to; i > from; i--) {
      if (line.in[i - 1] == '\\' || line.has("->", i - 2) || line.has("::", i - 2)) {
        return i;
      }
    }
    return from;
  }

  @Override
  boolean placesAreCallSites() {
    return true;
  }

  @Override
  void closeMessage(Line message, ThrownSpans thrown, FrameSpans place) {
    boolean object = message.last() == ')';
    if (object) {
      message.endAt(message.to - 1);
    }
    int at = message.findLast(object ? " at " : " in ");
    at = at < 0 && !object && message.startsWith("in ") ? message.from - 1 : at;
    int digits = message.digitsBefore(message.to);
    if (at < 0 || digits == message.to || message.at(digits - 1) != ':') {
      return;
    }
    place.fileFrom = at + 4;
    place.fileTo = digits - 1;
    place.line = message.number(digits, message.to);
    thrown.messageTo = Math.max(thrown.messageFrom, at);
  }

  @Override
  boolean isLibrary(byte[] in, FrameSpans frame) {
    return frame.fileFrom == frame.fileTo
        || Libraries.PHP.endIn(in, frame.fileFrom, frame.fileTo) >= 0;
  }

  @Override
  boolean name(byte[] in, FrameSpans frame, Signature out) {
    if (frame.moduleFrom < frame.moduleTo) {
      int anonymous = Line.find(in, ANONYMOUS, frame.moduleFrom, frame.moduleTo);
      int end = anonymous < 0 ? frame.moduleTo : anonymous + ANONYMOUS.length();
      out.add(in, frame.moduleFrom, end);
      out.add(in[frame.moduleTo] == '\\' ? "\\" : "::");
    } else {
      int file = FilePaths.lastElement(in, frame.fileFrom, frame.fileTo);
      out.add(in, file, FilePaths.withoutExtension(in, file, frame.fileTo));
      out.add(':');
    }
    if (Line.has(in, "{closure", frame.functionFrom, frame.functionTo)) {
      out.add("{closure}");
    } else {
      out.add(in, frame.functionFrom, frame.functionTo);
    }
    return true;
  }
}
