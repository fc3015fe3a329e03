package dev.winnow.kernel.stacktrace;

/** Names of exception types in a line: {@code a.b.CError}, {@code A::B}, {@code A\B}, {@code C}. */
final class ExceptionNames {
  private static final String[] ENDINGS = {
    "Exception", "Error", "Throwable", "Failure", "Fault", "Interrupt", "Warning", "ThreadDeath"
  };

  /** Bytes of type arguments; longer ones are not looked for, as brackets may never close. */
  private static final int MAX_ARGUMENTS = 256;

  private ExceptionNames() {}

  /**
   * Reads {@code Type}, {@code Type: message} or {@code Type [CODE]: message} up to the end of the
   * line.
   */
  static boolean read(Line line, int at, Reading out) {
    int end = end(line, at);
    int colon = skipCode(line, end);
    if (end == at || !endsName(line, colon)) {
      return false;
    }
    out.thrown.typeFrom = at;
    out.thrown.typeTo = end;
    out.message(line, Math.min(colon + 1, line.to));
    return true;
  }

  /** Whether a type with a package, or called what exceptions are called, is at a position. */
  static boolean isAt(Line line, int at) {
    int end = end(line, at);
    return (isLikely(line, at, end) || isQualified(line, at, end)) && endsName(line, end);
  }

  /** Whether a type that is called what exceptions are called is at a position. */
  static boolean isLikelyAt(Line line, int at) {
    int end = end(line, at);
    return isLikely(line, at, end) && endsName(line, skipCode(line, end));
  }

  private static boolean endsName(Line line, int at) {
    return at >= line.to || (line.in[at] == ':' && endsWord(line, at + 1));
  }

  /** The same, if the type is called what exceptions are called. */
  static boolean readLikely(Line line, int at, Reading out) {
    int end = end(line, at);
    return end > at && isLikely(line, at, end) && read(line, at, out);
  }

  /** The same for the first such name in the line, where the trace then begins. */
  static boolean readWithin(Line line, Reading out) {
    int at = line.from;
    while (at < line.to) {
      if (!Line.isNameStart(line.in[at])) {
        at++;
        continue;
      }
      int end = end(line, at);
      if (end == at) {
        at++;
      } else if (isLikely(line, at, end) && read(line, at, out)) {
        out.begin = at;
        return true;
      } else {
        at = end;
      }
    }
    return false;
  }

  /** The end of the type name at a position; the position itself if there is none. */
  static int end(Line line, int at) {
    int end = at;
    int segment = at;
    while (segment < line.to && Line.isNameStart(line.in[segment])) {
      end = segment + 1;
      while (end < line.to && Line.isNamePart(line.in[end])) {
        end++;
      }
      end = skipTypeArguments(line, end);
      segment = end + separator(line, end);
      if (segment == end) {
        break;
      }
    }
    return end;
  }

  private static int separator(Line line, int at) {
    int b = line.at(at);
    if (b == '.' || b == '+') {
      return 1;
    }
    if (b == '\\') {
      return line.at(at + 1) == '\\' ? 2 : 1; // twice where JSON is around it
    }
    return b == ':' && line.at(at + 1) == ':' ? 2 : 0;
  }

  /** {@code `1[System.String]}, as .NET writes it. */
  private static int skipTypeArguments(Line line, int at) {
    if (line.at(at) != '`') {
      return at;
    }
    int end = line.skipDigits(at + 1);
    if (line.at(end) != '[') {
      return end;
    }
    int depth = 0;
    for (int i = end; i < Math.min(line.to, end + MAX_ARGUMENTS); i++) {
      depth += line.in[i] == '[' ? 1 : line.in[i] == ']' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return end;
  }

  /** The {@code [ERR_INVALID_ARG_TYPE]} that Node.js puts behind a type. */
  private static int skipCode(Line line, int at) {
    if (!line.has(" [", at)) {
      return at;
    }
    int i = at + 2;
    while (Line.isUpper(line.at(i)) || line.at(i) == '_' || Line.isDigit(line.at(i))) {
      i++;
    }
    return line.at(i) == ']' ? i + 1 : at;
  }

  private static boolean endsWord(Line line, int at) {
    return at >= line.to || Line.isBlank(line.in[at]);
  }

  private static boolean isLikely(Line line, int from, int to) {
    for (String ending : ENDINGS) {
      if (to - from >= ending.length() && line.has(ending, to - ending.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name has a package, a namespace or a module. */
  static boolean isQualified(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (separator(line, i) > 0) {
        return true;
      }
    }
    return false;
  }
}
