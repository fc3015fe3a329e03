package dev.winnow.kernel.stacktrace;

/** Frames of JavaScript engines and their names in a fingerprint. */
final class JavaScriptFrames {
  private static final String[] EXTENSIONS = {
    ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".jsx", ".tsx", ".vue", ".svelte", ".bundle"
  };

  private static final String ANONYMOUS = "<anonymous>";
  private static final String ANONYMOUS_SCRIPT = "<anonymous_script>";
  private static final int MIN_HASH = 6;

  boolean isFrame(Line line) {
    return line.has("at ", line.from) ? isCall(line) : isGeckoCall(line);
  }

  /** Reads a frame's spans; false if the line is none. */
  boolean read(Line line, FrameSpans out) {
    if (!isFrame(line)) {
      return false;
    }
    if (line.startsWith("at ")) {
      call(line, out);
    } else {
      int at = line.findLast("@");
      out.functionFrom = line.has("async*", line.from) ? line.from + 6 : line.from;
      out.functionTo = withoutNesting(line, out.functionFrom, at);
      place(line, at + 1, line.to, out);
    }
    return true;
  }

  /** {@code /srv/a.js:3} alone: where Node.js says that it ends. */
  boolean isLocation(Line line) {
    int digits = line.digitsBefore(line.to);
    return line.indent == 0
        && digits < line.to
        && line.at(digits - 1) == ':'
        && line.find(" ", line.from) < 0
        && (isScript(line, line.from, digits - 1) || line.startsWith(ANONYMOUS_SCRIPT));
  }

  /** {@code at f (place)} or {@code at place}, perhaps with the brace of properties behind it. */
  private static boolean isCall(Line line) {
    int from = line.from + "at ".length();
    int to = callEnd(line);
    if (line.at(to - 1) != ')') {
      int place = line.has("async ", from) ? from + "async ".length() : from;
      return isPlace(line, place, to) || (to - place == 11 && line.has(ANONYMOUS, place));
    }
    int open = placeOpen(line, to);
    return open > from
        && line.in[open - 1] == ' '
        && (isPlace(line, open + 1, to - 1) || isNoPlace(line, open + 1));
  }

  private static int callEnd(Line line) {
    int end = line.endsWith(" {") ? line.to - 2 : line.to;
    return line.at(end - 1) == ',' ? end - 1 : end;
  }

  /** The parenthesis that the one at the end closes, as an evaluated place has its own. */
  private static int placeOpen(Line line, int to) {
    int depth = 0;
    for (int i = to - 1; i > line.from; i--) {
      depth += line.in[i] == ')' ? 1 : line.in[i] == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 0;
  }

  private static boolean isNoPlace(Line line, int at) {
    return line.has(ANONYMOUS, at)
        || line.has("native)", at)
        || line.has("index ", at)
        || line.has("eval at ", at);
  }

  /** {@code path:line:column} with a path that can be no time of day. */
  private static boolean isPlace(Line line, int from, int to) {
    int path = pathEnd(line, from, to);
    return path > from && isScript(line, from, path);
  }

  private static int pathEnd(Line line, int from, int to) {
    int column = line.digitsBefore(to);
    if (column == to || line.at(column - 1) != ':') {
      return from;
    }
    int number = line.digitsBefore(column - 1);
    boolean numbered = number < column - 1 && line.at(number - 1) == ':' && number - 1 > from;
    return numbered ? number - 1 : from;
  }

  private static boolean isScript(Line line, int from, int to) {
    if (line.in[from] == '/' || line.has("node:", from) || line.has("internal/", from)) {
      return true;
    }
    if (Line.isLetter(line.in[from]) && (line.has(":\\", from + 1) || line.has(":/", from + 1))) {
      return true;
    }
    int scheme = line.find("://", from);
    if (scheme > from && scheme < to && line.find(" ", from) != scheme) {
      return true;
    }
    for (String extension : EXTENSIONS) {
      if (to - from > extension.length() && line.has(extension, to - extension.length())) {
        return true;
      }
    }
    return false;
  }

  /** {@code f@place} without any blank. */
  private static boolean isGeckoCall(Line line) {
    if (line.indent > 0 || line.endsWith("@[native code]")) {
      return line.indent == 0;
    }
    if (pathEnd(line, line.from, line.to) == line.from || line.find(" ", line.from) >= 0) {
      return false;
    }
    int at = line.findLast("@");
    return at >= 0 && isPlace(line, at + 1, line.to);
  }

  private static void call(Line line, FrameSpans out) {
    int from = line.from + "at ".length();
    from += line.has("async ", from) ? "async ".length() : 0;
    int to = callEnd(line);
    if (line.at(to - 1) != ')') {
      place(line, from, to, out);
      return;
    }
    int open = placeOpen(line, to);
    out.functionFrom = Math.min(from, open - 1);
    out.functionTo = open - 1;
    int alias = line.in[open - 2] == ']' ? line.find(" [as ", from) : -1;
    if (alias > 0 && alias < open) {
      out.functionTo = alias;
    }
    place(line, open + 1, to - 1, out);
  }

  private static void place(Line line, int from, int to, FrameSpans out) {
    int path = pathEnd(line, from, to);
    if (path > from && !line.has("eval at ", from)) {
      out.fileFrom = from;
      out.fileTo = path;
      int digits = path + 1;
      out.line = line.number(digits, line.skipDigits(digits));
    }
  }

  /** SpiderMonkey writes {@code outer/inner<} for functions without a name. */
  private static int withoutNesting(Line line, int from, int to) {
    int end = to;
    while (end > from && (line.in[end - 1] == '<' || line.in[end - 1] == '/')) {
      end--;
    }
    return end;
  }

  boolean isLibrary(byte[] in, FrameSpans frame) {
    return frame.fileFrom == frame.fileTo
        || isRuntime(in, frame)
        || Libraries.JAVASCRIPT.endIn(in, frame.fileFrom, frame.fileTo) >= 0;
  }

  /** Node.js gives its own modules a scheme, and before version 16 a name without a directory. */
  private static boolean isRuntime(byte[] in, FrameSpans frame) {
    return Line.has(in, "node:", frame.fileFrom, frame.fileTo)
        || Line.has(in, "internal/", frame.fileFrom, frame.fileTo);
  }

  boolean name(byte[] in, FrameSpans frame, Signature out) {
    if (isRuntime(in, frame)) {
      out.add(in, frame.fileFrom, frame.fileTo);
    } else if (Libraries.JAVASCRIPT.endIn(in, frame.fileFrom, frame.fileTo) >= 0) {
      FilePaths.name(in, frame, Libraries.JAVASCRIPT, out);
    } else {
      bundle(in, frame, out);
    }
    out.add(':');
    if (frame.functionFrom == frame.functionTo) {
      out.add(ANONYMOUS);
    } else {
      out.add(in, frame.functionFrom, frame.functionTo);
    }
    return true;
  }

  /** The file's own name without query, extension and the hashes that bundlers put into it. */
  private static void bundle(byte[] in, FrameSpans frame, Signature out) {
    int query = Line.find(in, "?", frame.fileFrom, frame.fileTo);
    int end = query < 0 ? frame.fileTo : query;
    int from = FilePaths.lastElement(in, frame.fileFrom, end);
    int to = FilePaths.withoutExtension(in, from, end);
    boolean first = true;
    for (int at = from; at < to; ) {
      int part = at;
      while (part < to && in[part] != '.' && in[part] != '-') {
        part++;
      }
      if (first || !isHash(in, at, part)) {
        if (!first) {
          out.add('.');
        }
        out.add(in, at, part);
        first = false;
      }
      at = part + 1;
    }
  }

  private static boolean isHash(byte[] in, int from, int to) {
    boolean digit = false;
    for (int i = from; i < to; i++) {
      digit |= Line.isDigit(in[i]);
      if (!Line.isHexDigit(in[i])) {
        return false;
      }
    }
    return digit && to - from >= MIN_HASH;
  }
}
