package dev.winnow.kernel.stacktrace;

/** Exceptions as .NET, .NET Framework and Mono write them, with inner and aggregated ones. */
final class DotnetDialect extends Dialect {
  /*
   * The inner exception's name comes right behind the outer one's, in the same line or the next;
   * then the inner frames, a line that ends them, and the outer frames.
   */
  private static final int PRELUDE = 1; // Mono's `Unhandled Exception:`
  private static final int HEADER = 2;
  private static final int FRAMES = 3;

  private static final String INNER = "---> ";
  private static final String OUTER = "<---";
  private static final String CUT = " " + INNER;
  private static final String MEMBER = "(Inner Exception #";
  private static final String[] UNHANDLED = {
    "Unhandled exception. ", "Unhandled Exception: ", "[ERROR] FATAL UNHANDLED EXCEPTION: "
  };

  DotnetDialect() {
    super("a-U[", "");
  }

  @Override
  boolean proves(Line line, Line following) {
    return isFrame(line) || line.startsWith("--- End of inner exception stack trace ---");
  }

  @Override
  int open(Line line, HeaderSearch search, Reading out) {
    out.clear(line);
    out.margin = 0;
    boolean found =
        switch (search) {
          case STARTS -> ExceptionNames.readLikely(line, skipUnhandled(line), out);
          case WITHIN -> ExceptionNames.readWithin(line, out);
          case GUESS ->
              ExceptionNames.read(line, line.from, out)
                  && ExceptionNames.isQualified(line, out.thrown.typeFrom, out.thrown.typeTo);
        };
    if (found) {
      return out.thrown(Relation.FIRST, HEADER);
    }
    return search == HeaderSearch.STARTS && line.is("Unhandled Exception:")
        ? out.as(LineKind.DETAIL, PRELUDE)
        : FOREIGN;
  }

  private static int skipUnhandled(Line line) {
    for (String prefix : UNHANDLED) {
      if (line.startsWith(prefix)) {
        return line.from + prefix.length();
      }
    }
    return line.from;
  }

  @Override
  int cut(Line line) {
    int at = line.find(CUT, line.from + 1);
    return at < 0 ? line.to : at;
  }

  @Override
  int next(int state, Line line, Reading out) {
    if (state == PRELUDE) {
      return open(line, HeaderSearch.STARTS, out);
    }
    out.clear(line);
    if (line.first() == 'a' && frame(line, out.frame)) {
      return out.as(LineKind.FRAME, FRAMES);
    }
    if (line.startsWith(INNER)) {
      return inner(line, out);
    }
    if (line.startsWith("--- End of ")) {
      boolean inner = line.is("--- End of inner exception stack trace ---");
      return out.as(inner ? LineKind.END_OF_INNER : LineKind.DETAIL, FRAMES);
    }
    if (state == HEADER) {
      return out.as(LineKind.TEXT, HEADER);
    }
    return state == FRAMES && line.isEmpty() ? out.as(LineKind.BLANK, FRAMES) : FOREIGN;
  }

  private static int inner(Line line, Reading out) {
    int at = line.from + INNER.length();
    boolean member = line.has(MEMBER, at);
    if (member) {
      int close = line.find(") ", at);
      at = close < 0 ? at : close + 2;
    }
    if (!ExceptionNames.read(line, at, out)) {
      out.message(line, at);
    }
    out.margin = 1;
    return out.thrown(member ? Relation.MEMBER : Relation.NESTED, HEADER);
  }

  private static boolean isFrame(Line line) {
    return line.startsWith("at ") && argumentsEnd(line) > 0;
  }

  /**
   * The parenthesis behind the arguments of {@code at A.B.C(T x) in a.cs:line 1}, or of Mono's
   * {@code at A.B.C (T x) [0x0001] in a.cs:1}; 0 if the line is anything else.
   */
  private static int argumentsEnd(Line line) {
    int open = line.find("(", line.from);
    int close = open < 0 ? -1 : argumentsClose(line, open);
    if (close < 0 || !isMethod(line, line.from + "at ".length(), open)) {
      return 0;
    }
    int blank = line.find(" ", open);
    boolean typed = close == open + 1 || (blank >= 0 && blank < close);
    boolean mono = line.at(open - 1) == ' ';
    int rest = close + 1;
    boolean ends =
        mono
            ? line.has(" [0x", rest)
            : rest == line.to || line.has(" in ", rest) || line.has(OUTER, rest);
    return typed && ends ? close : 0;
  }

  private static int argumentsClose(Line line, int open) {
    int depth = 0;
    for (int i = open; i < line.to; i++) {
      depth += line.in[i] == '(' ? 1 : line.in[i] == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** A dotted name; blanks only within type arguments, and one in front of Mono's arguments. */
  private static boolean isMethod(Line line, int from, int open) {
    int to = line.at(open - 1) == ' ' ? open - 1 : open;
    boolean dotted = line.has("lambda_method", from);
    int depth = 0;
    for (int i = from; i < to; i++) {
      int b = line.in[i];
      depth += b == '[' || b == '<' ? 1 : b == ']' || b == '>' ? -1 : 0;
      dotted |= b == '.';
      if ((Line.isBlank(b) && depth == 0) || b == '/') {
        return false;
      }
    }
    return dotted && to > from && (Line.isNameStart(line.in[from]) || line.in[from] == '<');
  }

  private static boolean frame(Line line, FrameSpans out) {
    int close = isFrame(line) ? argumentsEnd(line) : 0;
    if (close == 0) {
      return false;
    }
    int from = line.from + "at ".length();
    int open = line.find("(", from);
    int to = line.in[open - 1] == ' ' ? open - 1 : open;
    int dot = methodDot(line, from, to);
    out.moduleFrom = from;
    out.moduleTo = dot;
    out.functionFrom = dot == from ? from : dot + 1;
    out.functionTo = to;
    int in = line.find(" in ", close);
    if (in >= 0) {
      place(line, in + 4, frameEnd(line), out);
    }
    return true;
  }

  /** The dot between type and method; `.ctor` keeps its own. */
  private static int methodDot(Line line, int from, int to) {
    int depth = 0;
    for (int i = to - 1; i > from; i--) {
      int b = line.in[i];
      depth += b == ']' || b == '>' ? 1 : b == '[' || b == '<' ? -1 : 0;
      if (b == '.' && depth == 0) {
        return line.in[i - 1] == '.' ? i - 1 : i;
      }
    }
    return from;
  }

  private static int frameEnd(Line line) {
    int end = line.endsWith(OUTER) ? line.to - OUTER.length() : line.to;
    while (line.at(end - 1) == ' ') {
      end--;
    }
    return end;
  }

  private static void place(Line line, int from, int to, FrameSpans out) {
    int digits = line.digitsBefore(to);
    int colon = line.has(":line ", digits - 6) ? digits - 6 : digits - 1;
    boolean known = digits < to && line.at(colon) == ':' && line.at(from) != '<';
    if (known && colon > from) {
      out.fileFrom = from;
      out.fileTo = colon;
      out.line = line.number(digits, to);
    }
  }

  @Override
  boolean isLibrary(byte[] in, FrameSpans frame) {
    return Libraries.DOTNET.begins(in, frame.moduleFrom, frame.moduleTo);
  }

  /**
   * {@code Cart`1[T].<PayLater>d__5.MoveNext} is {@code Cart.PayLater}: state machines, closures
   * and local functions go by the method that they were written in.
   */
  @Override
  boolean name(byte[] in, FrameSpans frame, Signature out) {
    if (Line.has(in, "lambda_method", frame.functionFrom, frame.functionTo)) {
      return false;
    }
    int to = frame.functionTo;
    boolean first = true;
    boolean inMethod = false;
    for (int at = frame.moduleFrom; at < to && !inMethod; ) {
      int end = segmentEnd(in, at, to);
      boolean generated = in[at] == '<';
      int from = generated ? at + 1 : at;
      int nameEnd = generated ? Line.find(in, ">", from, end) : withoutTypes(in, from, end);
      if (nameEnd > from) {
        if (!first) {
          out.add('.');
        }
        out.add(in, from, nameEnd);
        first = false;
        inMethod = generated;
      }
      at = end + 1;
    }
    return !first;
  }

  private static int segmentEnd(byte[] in, int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      int b = in[i];
      depth += b == '[' || b == '<' ? 1 : b == ']' || b == '>' ? -1 : 0;
      if (depth == 0 && (b == '.' || b == '+')) {
        return i;
      }
    }
    return to;
  }

  private static int withoutTypes(byte[] in, int from, int to) {
    for (int i = from; i < to; i++) {
      if (in[i] == '`' || in[i] == '[') {
        return i;
      }
    }
    return to;
  }

  @Override
  void typeName(byte[] in, int from, int to, Signature out) {
    out.add(in, from, withoutTypes(in, from, to));
  }
}
