package dev.winnow.formats.layout;

import java.time.Instant;
import java.util.List;

/** Reads what a line says beside its message. One per thread; reading allocates nothing. */
public final class LineInterpreter {
  /*
   * The layout of the line before is tried first, as most logs have one, unless it is a general one
   * that takes lines of others for its own; then all in the order of the table. Fields are anchored
   * and bounded, and what many rows begin with is looked for once, so a line costs a few comparisons
   * for each row.
   */

  private final LineScan line;
  private final StructuredFields structured = new StructuredFields();
  private final Layouts layouts = new Layouts();
  private Layout lastLayout = Layout.PLAIN;
  private List<LayoutPattern> likely = List.of();

  /** An interpreter for lines that were written by {@code reference} at the latest. */
  public LineInterpreter(Instant reference) {
    line = new LineScan(reference);
  }

  /** Reads a line, given without its line break. */
  public void read(byte[] in, int from, int to, LineReading out) {
    line.reset(in, from, to, out);
    if (from < to && in[from] == '{') {
      readJson();
      return;
    }
    if (readFields()) {
      readJsonMessage();
    } else {
      readLogfmt();
    }
  }

  /** Reads fields that the header does not have out of a message that is JSON. */
  private void readJsonMessage() {
    int start = line.from + line.out.span(Field.MESSAGE).start();
    if (start < line.to && line.in[start] == '{' && !structured.readJson(line, start)) {
      line.out.names = 0;
    }
  }

  private void readJson() {
    if (structured.readJson(line, line.from)) {
      line.out.layout = Layout.JSON;
    } else {
      line.out.clear();
    }
    line.set(Field.MESSAGE, line.from, line.to);
  }

  private void readLogfmt() {
    if (structured.readLogfmt(line)) {
      line.out.layout = Layout.LOGFMT;
    } else {
      line.out.clear();
    }
    line.set(Field.MESSAGE, line.from, line.to);
  }

  private boolean readFields() {
    if (line.from == line.to || line.in[line.from] == ' ' || line.in[line.from] == '\t') {
      return false;
    }
    if (match(likely)) {
      return true;
    }
    if (!match(layouts.beginningWith(line.in[line.from]))) {
      return false;
    }
    if (!line.out.layout.equals(lastLayout)) {
      lastLayout = line.out.layout;
      likely = lastLayout.isGeneral() ? List.of() : layouts.of(lastLayout);
    }
    return true;
  }

  private boolean match(List<LayoutPattern> patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).match(line)) {
        return true;
      }
    }
    return false;
  }
}
