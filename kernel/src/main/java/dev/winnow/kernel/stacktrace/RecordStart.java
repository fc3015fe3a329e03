package dev.winnow.kernel.stacktrace;

/** Whether a line begins as log records do, with a date, a time or a level. */
final class RecordStart {
  private static final String[] LEVELS = {
    "TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "CRITICAL", "FATAL", "SEVERE"
  };

  private RecordStart() {}

  static boolean is(Line line) {
    if (line.indent > 0) {
      return false;
    }
    int at = line.first() == '[' || line.first() == '<' ? line.from + 1 : line.from;
    boolean number = Line.isDigit(line.at(at)) && Line.isDigit(line.at(at + 1));
    return number || isDayOfMonth(line, at) || isLevel(line, at);
  }

  /** {@code Nov 21}, {@code Nov 1}. */
  private static boolean isDayOfMonth(Line line, int at) {
    int day = line.skipBlanks(at + 3);
    return day > at + 3
        && Line.isUpper(line.at(at))
        && Line.isDigit(line.at(day))
        && ExceptionNames.end(line, at) == at + 3;
  }

  private static boolean isLevel(Line line, int at) {
    for (String level : LEVELS) {
      if (line.has(level, at) && !Line.isNamePart(line.at(at + level.length()))) {
        return true;
      }
    }
    return false;
  }
}
