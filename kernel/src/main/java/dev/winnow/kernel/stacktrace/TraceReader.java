package dev.winnow.kernel.stacktrace;

/** Puts together what a dialect reads line by line: exceptions, their messages and their frames. */
final class TraceReader {
  /*
   * Text between the lines of a trace, such as the second line of a message, is held until more of
   * the trace follows; if none does, it was not part of it, unless the language prints the message
   * last.
   */

  /** Lines of ordinary text within a trace; with more it ends. */
  private static final int MAX_TEXT_LINES = 64;

  private final TraceSpans spans = new TraceSpans();
  private final Reading unnamed = new Reading();
  private final FrameSpans callSite = new FrameSpans();
  private final FrameSpans swapped = new FrameSpans();
  private final Line scratch = new Line();

  private byte[] in = {};
  private Language language = Language.JAVA;
  private Dialect dialect = language.dialect();
  private int end;
  private int textLines;
  private int textFrom;
  private int textTo;
  private boolean messageOpen;

  void reset(byte[] in, Language language) {
    this.in = in;
    this.language = language;
    this.dialect = language.dialect();
    spans.reset();
    callSite.clear();
    end = textLines = 0;
    messageOpen = false;
  }

  TraceSpans spans() {
    return spans;
  }

  /** Where the last line of the trace ends. */
  int end() {
    return end;
  }

  /** Takes in what was read in a line; false if the trace has ended with the line before. */
  boolean take(Line line, Reading reading) {
    if (reading.kind == LineKind.BLANK) {
      return true;
    }
    if (reading.kind == LineKind.TEXT) {
      return holdText(line);
    }
    if (reading.namedByText) {
      reading.thrown.messageFrom = textFrom;
      reading.thrown.messageTo = textTo;
      textLines = 0;
    }
    takeText();
    closeMessage();
    end = line.to;
    switch (reading.kind) {
      case THROWN -> {
        spans.begin(reading);
        named(reading);
      }
      case NAMED -> {
        spans.name(reading);
        named(reading);
      }
      case FRAME -> addFrame(reading.frame);
      case PLACE -> place(reading.frame);
      case SHARED -> spans.omit(reading.omitted, true);
      case OMITTED -> spans.omit(reading.omitted, false);
      case END_OF_INNER -> spans.endInner();
      case DETAIL, BLANK, TEXT -> {}
    }
    return true;
  }

  /** Ends the trace; false if nothing was read but marks. */
  boolean finish() {
    if (textLines > 0 && dialect.endsWithMessage()) {
      end = textTo;
      takeText();
    }
    closeMessage();
    return spans.linkChain() > 0 && (spans.hasFrames() || spans.thrown(0).isNamed());
  }

  private void named(Reading reading) {
    messageOpen = true;
    callSite.clear();
    if (reading.framed) {
      addFrame(reading.frame);
    }
  }

  private void addFrame(FrameSpans frame) {
    if (spans.isEmpty()) {
      spans.begin(unnamed);
    }
    if (dialect.placesAreCallSites()) {
      swapped.copyPlaceFrom(frame);
      frame.copyPlaceFrom(callSite);
      callSite.copyPlaceFrom(swapped);
    }
    spans.addFrame(frame, !dialect.isLibrary(in, frame));
  }

  private void place(FrameSpans place) {
    if (spans.hasLastFrame()) {
      FrameSpans frame = spans.lastFrame();
      frame.copyPlaceFrom(place);
      frame.inApp = !dialect.isLibrary(in, frame);
    }
  }

  private boolean holdText(Line line) {
    boolean foreign = dialect.endsWithMessage() && isOthersProof(line);
    if (foreign || textLines == MAX_TEXT_LINES) {
      return false;
    }
    if (textLines++ == 0) {
      textFrom = line.from;
    }
    textTo = line.to;
    return true;
  }

  /** Whether the line is of another language's trace, which a message may quote. */
  private boolean isOthersProof(Line line) {
    scratch.set(in, line.to, line.to);
    int candidates = Language.candidates(line);
    for (Language candidate : Language.ALL) {
      if (candidate != language
          && candidate.isAmong(candidates)
          && candidate.dialect().proves(line, scratch)) {
        return true;
      }
    }
    return false;
  }

  /** Adds the text that was held to the message that it continues. */
  private void takeText() {
    if (textLines > 0 && messageOpen && spans.isKept() && !spans.current().sealed) {
      ThrownSpans thrown = spans.current();
      if (thrown.messageFrom == thrown.messageTo) {
        thrown.messageFrom = textFrom;
      }
      thrown.messageTo = textTo;
    }
    textLines = 0;
  }

  private void closeMessage() {
    if (messageOpen && spans.isKept()) {
      ThrownSpans thrown = spans.current();
      scratch.set(in, thrown.messageFrom, thrown.messageTo);
      dialect.closeMessage(scratch, thrown, callSite);
    }
    messageOpen = false;
  }
}
