package dev.winnow.kernel.stacktrace;

/** Looks for the exception's name in the lines above the one that proved a trace. */
final class HeaderFinder {
  /*
   * The name stands behind what the log layout wrote and in front of a message of any number of
   * lines. So: the nearest line that begins with a name, and what the runtime printed with it;
   * else the farthest line that holds one; else the line right above is taken at its word.
   */

  /** Lines above the proof in which the name may stand. */
  private static final int LOOK_BACK = 64;

  /** Lines that a runtime prints above the nearest name, such as the source of the failing line. */
  private static final int PRELUDE = 8;

  private final Lines lines;
  private final int[] starts = new int[LOOK_BACK + 1];
  private final Line line = new Line();
  private final Reading reading = new Reading();
  private HeaderSearch search = HeaderSearch.STARTS;

  HeaderFinder(Lines lines) {
    this.lines = lines;
  }

  /** Remembers where a line starts; lines are numbered from 0. */
  void remember(int number, int start) {
    starts[number % starts.length] = start;
  }

  /** Where a line starts that is among the last that were remembered. */
  int start(int number) {
    return starts[number % starts.length];
  }

  /** How the header was found. */
  HeaderSearch search() {
    return search;
  }

  /** The number of the line in which the trace begins, that of the proof if there is no header. */
  int find(Dialect dialect, int proof) {
    int lowest = Math.max(0, proof - LOOK_BACK);
    for (int i = proof - 1; i >= lowest; i--) {
      if (opens(dialect, i, HeaderSearch.STARTS) && reading.kind == LineKind.THROWN) {
        return abovePrelude(dialect, lowest, i);
      }
    }
    for (int i = lowest; i < proof; i++) {
      if (opens(dialect, i, HeaderSearch.WITHIN)) {
        return i;
      }
    }
    int prelude = abovePrelude(dialect, lowest, proof);
    if (prelude < proof) {
      return prelude;
    }
    int above = proof - 1;
    while (above > lowest && isBlank(above)) {
      above--;
    }
    return above >= lowest && opens(dialect, above, HeaderSearch.GUESS) ? above : proof;
  }

  private boolean opens(Dialect dialect, int number, HeaderSearch how) {
    lines.read(start(number), line);
    search = how;
    return dialect.open(line, how, reading) != Dialect.FOREIGN;
  }

  private boolean isBlank(int number) {
    lines.read(start(number), line);
    return line.isEmpty();
  }

  /** The first of the lines that the runtime printed in one go with a line, or the line itself. */
  private int abovePrelude(Dialect dialect, int lowest, int number) {
    search = HeaderSearch.STARTS;
    for (int i = Math.max(lowest, number - PRELUDE); i < number; i++) {
      if (leadsTo(dialect, i, number)) {
        return i;
      }
    }
    return number;
  }

  private boolean leadsTo(Dialect dialect, int from, int number) {
    lines.read(start(from), line);
    int state = dialect.open(line, HeaderSearch.STARTS, reading);
    for (int i = from + 1; i <= number && state != Dialect.FOREIGN; i++) {
      lines.read(start(i), line);
      state = dialect.next(state, line, reading);
      if (reading.kind == LineKind.TEXT) {
        return false;
      }
    }
    return state != Dialect.FOREIGN;
  }
}
