package dev.winnow.kernel.stacktrace;

/**
 * Throwables as {@code printStackTrace}, Logback and Log4j write them, in either order of causes,
 * with module and loader prefixes and packaging data; and the stacks of thread dumps.
 */
final class JavaDialect extends Dialect {
  private static final int HEADER = 1;
  private static final int FRAMES = 2;

  private static final String CAUSE = "Caused by: ";
  private static final String WRAPPER = "Wrapped by: ";
  private static final String SUPPRESSED = "Suppressed: ";
  private static final String UNCAUGHT = "Exception in thread \"";
  private static final String[] MONITORS = {
    "- locked ", "- waiting ", "- parking ", "- eliminated "
  };

  private final JavaNames names = new JavaNames();

  JavaDialect() {
    super("aCWSE.", "");
  }

  @Override
  boolean proves(Line line, Line following) {
    return frameEnd(line, line.from) > 0
        || (line.startsWith(CAUSE) && ExceptionNames.isAt(line, line.from + CAUSE.length()));
  }

  @Override
  int open(Line line, HeaderSearch search, Reading out) {
    out.clear(line);
    boolean found =
        switch (search) {
          case STARTS -> opens(line, out);
          case WITHIN -> within(line, out);
          case GUESS ->
              ExceptionNames.read(line, line.from, out)
                  && ExceptionNames.isQualified(line, out.thrown.typeFrom, out.thrown.typeTo);
        };
    return found ? out.thrown(Relation.FIRST, HEADER) : FOREIGN;
  }

  private static boolean opens(Line line, Reading out) {
    if (line.startsWith(UNCAUGHT)) {
      int quote = line.find("\" ", line.from + UNCAUGHT.length());
      return quote > 0 && ExceptionNames.read(line, quote + 2, out);
    }
    return ExceptionNames.readLikely(line, line.from, out);
  }

  private static boolean within(Line line, Reading out) {
    int uncaught = line.find(UNCAUGHT, line.from);
    if (uncaught >= 0) {
      int quote = line.find("\" ", uncaught + UNCAUGHT.length());
      if (quote > 0 && ExceptionNames.read(line, quote + 2, out)) {
        out.begin = uncaught;
        return true;
      }
    }
    return ExceptionNames.readWithin(line, out);
  }

  @Override
  int next(int state, Line line, Reading out) {
    out.clear(line);
    int first = line.first();
    if (first == 'a' && frame(line, out)) {
      return out.as(LineKind.FRAME, FRAMES);
    }
    if (first == 'C' && line.startsWith(CAUSE)) {
      return named(line, CAUSE.length(), Relation.CAUSE, out);
    }
    if (first == 'W' && line.startsWith(WRAPPER)) {
      return named(line, WRAPPER.length(), Relation.WRAPPER, out);
    }
    if (first == 'S' && line.startsWith(SUPPRESSED)) {
      return named(line, SUPPRESSED.length(), Relation.SUPPRESSED, out);
    }
    if (first == '.' && omission(line, out)) {
      return FRAMES;
    }
    if (state == HEADER) {
      return out.as(LineKind.TEXT, HEADER);
    }
    return state == FRAMES && isDetail(line) ? FRAMES : FOREIGN;
  }

  private static int named(Line line, int prefix, Relation relation, Reading out) {
    int at = line.from + prefix;
    if (line.at(at) == '[') {
      return out.as(LineKind.DETAIL, FRAMES); // [CIRCULAR REFERENCE: ...]
    }
    if (!ExceptionNames.read(line, at, out)) {
      out.message(line, at);
    }
    return out.thrown(relation, HEADER);
  }

  /** {@code ... 12 more}, {@code ... 12 common frames omitted}, {@code ... 3 frames truncated}. */
  private static boolean omission(Line line, Reading out) {
    int digits = line.from + "... ".length();
    int end = line.skipDigits(digits);
    if (!line.startsWith("... ") || end == digits) {
      return false;
    }
    boolean shared = line.has(" more", end) || line.has(" common frames", end);
    out.omitted = line.number(digits, end);
    out.kind = shared ? LineKind.SHARED : LineKind.OMITTED;
    return true;
  }

  private static boolean isDetail(Line line) {
    for (String monitor : MONITORS) {
      if (line.startsWith(monitor)) {
        return true;
      }
    }
    return line.startsWith("[CIRCULAR REFERENCE") || line.is("(Coroutine boundary)");
  }

  private static boolean frame(Line line, Reading out) {
    int close = frameEnd(line, line.from);
    if (close <= 0) {
      return false;
    }
    int open = line.find("(", line.from);
    int name = skipLoader(line, line.from + "at ".length(), open);
    int dot = open - 1;
    while (dot > name && line.in[dot] != '.') {
      dot--;
    }
    out.frame.moduleFrom = name;
    out.frame.moduleTo = dot;
    out.frame.functionFrom = dot + 1;
    out.frame.functionTo = open;
    place(line, open + 1, close, out.frame);
    return true;
  }

  private static void place(Line line, int from, int to, FrameSpans frame) {
    if (line.has("Native Method", from) || line.has("Unknown Source", from)) {
      return;
    }
    int digits = line.digitsBefore(to);
    boolean numbered = digits < to && digits > from && line.in[digits - 1] == ':';
    frame.fileFrom = from;
    frame.fileTo = numbered ? digits - 1 : to;
    frame.line = numbered ? line.number(digits, to) : 0;
  }

  /**
   * The parenthesis that closes {@code at loader/module@1/a.B.c(B.java:1) ~[b.jar:1]}, or 0 if the
   * line is anything else.
   */
  private static int frameEnd(Line line, int from) {
    if (!line.has("at ", from)) {
      return 0;
    }
    int open = line.find("(", from);
    int close = open < 0 ? -1 : line.find(")", open);
    if (close < 0 || !isSource(line, open + 1, close) || !endsFrame(line, close + 1)) {
      return 0;
    }
    int name = skipLoader(line, from + "at ".length(), open);
    return isMethod(line, name, open) ? close : 0;
  }

  private static boolean isSource(Line line, int from, int to) {
    if (from == to) {
      return false;
    }
    if (line.has("Native Method)", from) || line.has("Unknown Source", from)) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (Line.isBlank(line.in[i]) || line.in[i] == ',') {
        return false;
      }
    }
    return true;
  }

  private static boolean endsFrame(Line line, int at) {
    return at == line.to || (line.last() == ']' && (line.has(" [", at) || line.has(" ~[", at)));
  }

  /** A class, a dot and a method; spaces only in the method, where Kotlin allows them. */
  private static boolean isMethod(Line line, int from, int to) {
    int dot = -1;
    int blank = to;
    for (int i = from; i < to; i++) {
      int b = line.in[i];
      if (b == '.') {
        dot = i;
      } else if (b == ' ') {
        blank = Math.min(blank, i);
      } else if (!Line.isNamePart(b) && "<>/-@+".indexOf(b) < 0 && blank == to) {
        return false;
      }
    }
    return dot > from
        && dot + 1 < to
        && blank > dot
        && Line.isNameStart(line.in[from])
        && line.in[to - 1] != ' ';
  }

  /** The class name after {@code app//}, {@code java.base/} or {@code app/shop@1.4/}. */
  private static int skipLoader(Line line, int from, int to) {
    int name = from;
    for (int slashes = 0; slashes < 2; slashes++) {
      int slash = line.find("/", name);
      if (slash < 0 || slash >= to || line.has("0x", slash + 1)) {
        break;
      }
      name = slash + 1;
    }
    return name;
  }

  @Override
  boolean isLibrary(byte[] in, FrameSpans frame) {
    return Libraries.JAVA.begins(in, frame.moduleFrom, frame.moduleTo);
  }

  @Override
  boolean name(byte[] in, FrameSpans frame, Signature out) {
    return names.frame(in, frame, out);
  }

  @Override
  void typeName(byte[] in, int from, int to, Signature out) {
    names.type(in, from, to, out);
  }
}
