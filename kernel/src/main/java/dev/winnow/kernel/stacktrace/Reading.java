package dev.winnow.kernel.stacktrace;

/** What a dialect read in a line. Only the fields that the kind needs are set. */
final class Reading {
  LineKind kind = LineKind.DETAIL;
  Relation relation = Relation.FIRST;
  int margin;
  boolean newestLast;

  /** Whether a line that begins or names an exception is its innermost frame as well. */
  boolean framed;

  /** Whether the message of a new exception is the text that was read before this line. */
  boolean namedByText;

  /** Where the trace begins in its first line. */
  int begin;

  int omitted;
  final ThrownSpans thrown = new ThrownSpans();
  final FrameSpans frame = new FrameSpans();

  void clear(Line line) {
    kind = LineKind.DETAIL;
    relation = Relation.FIRST;
    margin = line.indent;
    newestLast = framed = namedByText = false;
    begin = line.from;
    omitted = 0;
    thrown.clear();
    frame.clear();
  }

  /** Sets the kind, for a dialect to return its next state in one expression. */
  int as(LineKind kind, int state) {
    this.kind = kind;
    return state;
  }

  int thrown(Relation relation, int state) {
    this.relation = relation;
    return as(LineKind.THROWN, state);
  }

  /** Sets the message to what follows a position, without the blank in front. */
  void message(Line line, int at) {
    thrown.messageFrom = line.skipBlanks(at);
    thrown.messageTo = line.to;
  }
}
