package dev.winnow.kernel.stacktrace;

/**
 * Tells, as lines arrive one by one, which of them continue the stack trace of the record before.
 * One per stream: it remembers the state of one record, and allocates nothing.
 *
 * <p>Call {@link #begin} with the first line of each record and {@link #continues} with every later
 * one. A line continues because of what it says, whether it is indented or not; a line of ordinary
 * text inside a trace, such as the second line of a message, does not: nothing tells it from the
 * next record. Whether an indented line continues a record is for the caller to decide; it has no
 * effect here.
 */
public final class StackTraceLines {
  /*
   * The dialect of the record is known once a line is accepted. Before that, and when it refuses a
   * line, each dialect is asked whether the line may stand in a trace whose beginning it has not
   * seen: a traceback that quotes another language's trace goes on, two traces of one language in
   * a row are two records.
   */
  private final Line line = new Line();
  private final Reading reading = new Reading();
  private Dialect dialect = Language.JAVA.dialect();
  private int state = Dialect.START;
  private boolean known;
  private boolean named;

  /** Takes the first line of a record, without its line break. */
  public void begin(byte[] utf8, int from, int to) {
    line.set(utf8, from, to);
    known = false;
    named = ExceptionNames.isLikelyAt(line, line.from);
    int candidates = Language.candidates(line);
    if (candidates == 0) {
      return;
    }
    for (Language language : Language.ALL) {
      if (language.isAmong(candidates)
          && (joins(language.dialect()) || (!named && opens(language.dialect())))) {
        return;
      }
    }
  }

  /** Whether the next line, without its line break, is part of the record's stack trace. */
  public boolean continues(byte[] utf8, int from, int to) {
    line.set(utf8, from, to);
    if (known && accept(dialect, dialect.next(state, line, reading))) {
      return true;
    }
    int candidates = Language.candidates(line);
    for (Language language : Language.ALL) {
      if (language.isAmong(candidates)
          && !(known && language.dialect().equals(dialect))
          && joins(language.dialect())) {
        return true;
      }
    }
    return !known && isFirstName();
  }

  /** Whether the line stands in a trace of which nothing else is known. */
  private boolean joins(Dialect candidate) {
    int next = candidate.next(Dialect.START, line, reading);
    return reading.kind != LineKind.BLANK && accept(candidate, next);
  }

  private boolean opens(Dialect candidate) {
    return accept(candidate, candidate.open(line, HeaderSearch.STARTS, reading));
  }

  private boolean accept(Dialect candidate, int next) {
    if (next == Dialect.FOREIGN || reading.kind == LineKind.TEXT) {
      return false;
    }
    dialect = candidate;
    state = next;
    known = true;
    return true;
  }

  /** The name below a log line that a Java framework writes; a second one is another record. */
  private boolean isFirstName() {
    if (named || line.indent > 0 || !ExceptionNames.isLikelyAt(line, line.from)) {
      return false;
    }
    int end = ExceptionNames.end(line, line.from);
    named = ExceptionNames.isQualified(line, line.from, end);
    return named;
  }
}
