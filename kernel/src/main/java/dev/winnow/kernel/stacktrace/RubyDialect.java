package dev.winnow.kernel.stacktrace;

/**
 * Ruby's exceptions with the newest frame first or last, with causes, highlighted source and
 * suggestions; and the bare backtraces of loggers and Rails.
 */
final class RubyDialect extends Dialect {
  /*
   * A header names the innermost frame, the message and the type in one line:
   * `cart.rb:14:in 'check': message (ArgumentError)`. With the newest frame last, the header comes
   * after its numbered frames, and the root cause first.
   */
  private static final int HEADER = 1;
  private static final int FRAMES = 2;
  private static final int REVERSED = 3; // after `Traceback`
  private static final int REVERSED_FRAMES = 4;
  private static final int REVERSED_HEADER = 5;

  private static final String REVERSED_MARK = "Traceback (most recent call last):";
  private static final String SUGGESTION = "Did you mean?";

  private static final String[] BLOCKS = {"block in ", "rescue in ", "ensure in ", "block ("};

  RubyDialect() {
    super("T", "'):");
  }

  @Override
  boolean proves(Line line, Line following) {
    int last = line.last();
    return (last == '\'' || last == ')') && (isFrame(line) || isHeader(line));
  }

  @Override
  boolean lacksHeader(Line proof) {
    return !isHeader(proof);
  }

  @Override
  int open(Line line, HeaderSearch search, Reading out) {
    out.clear(line);
    if (search == HeaderSearch.STARTS && line.is(REVERSED_MARK)) {
      return out.as(LineKind.DETAIL, REVERSED);
    }
    boolean found =
        switch (search) {
          case STARTS ->
              typedHeader(line, out)
                  || ExceptionNames.readLikely(line, line.from, out)
                  || rails(line, out);
          case WITHIN -> logged(line, out) || ExceptionNames.readWithin(line, out);
          case GUESS -> header(line, out);
        };
    return found ? out.thrown(Relation.FIRST, HEADER) : FOREIGN;
  }

  @Override
  int next(int state, Line line, Reading out) {
    out.clear(line);
    out.margin = 0;
    if (state >= REVERSED) {
      return reversed(state, line, out);
    }
    if (state == START ? typedHeader(line, out) : header(line, out)) {
      return out.thrown(state == START ? Relation.FIRST : Relation.CAUSE, HEADER);
    }
    if (isFrame(line)) {
      if (isNumbered(line)) {
        return state == START ? reversed(REVERSED, line, out) : FOREIGN;
      }
      frame(line, line.startsWith("from ") ? line.from + 5 : line.from, line.to, out);
      return out.as(LineKind.FRAME, FRAMES);
    }
    return state == START ? FOREIGN : after(state, line, out);
  }

  private static int after(int state, Line line, Reading out) {
    if (line.startsWith("... ") && line.endsWith(" levels...")) {
      int digits = line.from + "... ".length();
      out.omitted = line.number(digits, line.skipDigits(digits));
      return out.as(LineKind.OMITTED, FRAMES);
    }
    if (state != HEADER) {
      return FOREIGN;
    }
    if (line.isEmpty()) {
      return out.as(LineKind.BLANK, HEADER);
    }
    boolean detail = line.indent > 0 || line.startsWith(SUGGESTION);
    return out.as(detail ? LineKind.DETAIL : LineKind.TEXT, HEADER);
  }

  private static int reversed(int state, Line line, Reading out) {
    if (isNumbered(line) && isFrame(line)) {
      frame(line, line.find("from ", line.from) + 5, line.to, out);
      if (state == REVERSED_FRAMES) {
        return out.as(LineKind.FRAME, REVERSED_FRAMES);
      }
      out.newestLast = true;
      out.framed = true;
      return out.thrown(state == REVERSED ? Relation.FIRST : Relation.WRAPPER, REVERSED_FRAMES);
    }
    if (header(line, out)) {
      if (state == REVERSED_FRAMES) {
        return out.as(LineKind.NAMED, REVERSED_HEADER);
      }
      out.newestLast = true;
      return out.thrown(state == REVERSED ? Relation.FIRST : Relation.WRAPPER, REVERSED_HEADER);
    }
    return FOREIGN;
  }

  private static boolean typedHeader(Line line, Reading out) {
    return line.last() == ')' && header(line, out);
  }

  /** {@code cart.rb:14:in 'check': message (Type)}; without a message {@code ...: Type}. */
  private static boolean header(Line line, Reading out) {
    int end = callEnd(line, line.from);
    if (end < 0 || !line.has(": ", end)) {
      return false;
    }
    frame(line, line.from, end, out);
    out.framed = true;
    out.thrown.sealed = true;
    int message = end + 2;
    int open = line.last() == ')' ? line.findLast(" (") : -1;
    if (open >= message && ExceptionNames.end(line, open + 2) == line.to - 1) {
      type(open + 2, line.to - 1, out);
      out.thrown.messageFrom = message;
      out.thrown.messageTo = open;
    } else if (ExceptionNames.end(line, message) == line.to) {
      type(message, line.to, out);
    } else {
      out.message(line, message);
    }
    return true;
  }

  private static boolean isHeader(Line line) {
    int end = callEnd(line, line.from);
    return end > 0 && line.has(": ", end);
  }

  /** {@code E, [...] ERROR -- : message (Type)}, as Ruby's logger writes an exception. */
  private static boolean logged(Line line, Reading out) {
    int open = line.last() == ')' ? line.findLast(" (") : -1;
    if (open < 0
        || !Line.isUpper(line.at(open + 2))
        || ExceptionNames.end(line, open + 2) != line.to - 1) {
      return false;
    }
    int progname = line.find(" -- ", line.from);
    int colon = progname < 0 ? -1 : line.find(": ", progname + 4);
    boolean prefixed = colon >= 0 && colon < open;
    type(open + 2, line.to - 1, out);
    out.thrown.messageFrom = prefixed ? Math.min(colon + 2, open) : line.from;
    out.thrown.messageTo = Math.max(open, out.thrown.messageFrom);
    out.thrown.sealed = true;
    out.begin = out.thrown.messageFrom;
    return true;
  }

  /** {@code Shop::PaymentError (message):}, as Rails writes it. */
  private static boolean rails(Line line, Reading out) {
    int end = ExceptionNames.end(line, line.from);
    if (!Line.isUpper(line.first()) || !line.has(" (", end) || !line.endsWith("):")) {
      return false;
    }
    type(line.from, end, out);
    out.thrown.messageFrom = end + 2;
    out.thrown.messageTo = Math.max(end + 2, line.to - 2);
    out.thrown.sealed = true;
    return true;
  }

  private static void type(int from, int to, Reading out) {
    out.thrown.typeFrom = from;
    out.thrown.typeTo = to;
  }

  private static boolean isFrame(Line line) {
    int at = line.from;
    if (isNumbered(line)) {
      at = line.find("from ", at) + 5;
    } else if (line.startsWith("from ")) {
      at += 5;
    }
    return callEnd(line, at) == line.to;
  }

  /** {@code 12: from cart.rb:14:in 'check'}. */
  private static boolean isNumbered(Line line) {
    int digits = line.skipDigits(line.from);
    return digits > line.from && line.has(": from ", digits);
  }

  /** The end of {@code path:14:in 'name'} at a position, or -1. The name has no quotes. */
  private static int callEnd(Line line, int at) {
    int in = line.find(":in ", at);
    int quote = in + 4;
    if (in < 0 || (line.at(quote) != '\'' && line.at(quote) != '`')) {
      return -1;
    }
    int digits = line.digitsBefore(in);
    int close = line.find("'", quote + 1);
    boolean numbered = digits < in && line.at(digits - 1) == ':' && digits - 1 > at;
    return numbered && close > 0 ? close + 1 : -1;
  }

  private static void frame(Line line, int from, int end, Reading out) {
    int in = line.find(":in ", from);
    int digits = line.digitsBefore(in);
    FrameSpans frame = out.frame;
    frame.fileFrom = from;
    frame.fileTo = digits - 1;
    frame.line = line.number(digits, in);
    frame.functionFrom = in + 5;
    frame.functionTo = end - 1;
    for (int i = frame.functionFrom; i < frame.functionTo; i++) {
      if (line.in[i] == '#' || (line.in[i] == '.' && line.in[i - 1] != ' ')) {
        frame.moduleFrom = frame.functionFrom;
        frame.moduleTo = i;
        frame.functionFrom = i + 1;
        return;
      }
    }
  }

  @Override
  boolean endsWithMessage() {
    return true;
  }

  @Override
  boolean isLibrary(byte[] in, FrameSpans frame) {
    return Libraries.RUBY.endIn(in, frame.fileFrom, frame.fileTo) >= 0;
  }

  @Override
  boolean name(byte[] in, FrameSpans frame, Signature out) {
    int file = FilePaths.lastElement(in, frame.fileFrom, frame.fileTo);
    out.add(in, file, FilePaths.withoutExtension(in, file, frame.fileTo));
    out.add(':');
    if (frame.moduleTo > frame.moduleFrom) {
      out.add(in, withoutBlock(in, frame.moduleFrom, frame.moduleTo), frame.moduleTo);
      out.add('#');
    }
    out.add(in, withoutBlock(in, frame.functionFrom, frame.functionTo), frame.functionTo);
    return true;
  }

  /** The method behind {@code block in}, {@code block (2 levels) in} and {@code rescue in}. */
  private static int withoutBlock(byte[] in, int from, int to) {
    for (String block : BLOCKS) {
      if (Line.has(in, block, from, to)) {
        int at = Line.findLast(in, " in ", from, to);
        return at < 0 ? from : at + 4;
      }
    }
    return from;
  }
}
