package dev.winnow.kernel.stacktrace;

/**
 * How one language prints traces: an automaton over lines, and the names of frames. Stateless; the
 * caller keeps the state, an int that only the dialect understands.
 */
abstract class Dialect {
  /** The answer to a line that is not of the trace. */
  static final int FOREIGN = -1;

  /** The state in which nothing of a trace has been read. */
  static final int START = 0;

  private final String firstBytes;
  private final String lastBytes;

  /**
   * Creates a dialect whose first lines can be told by a look at one byte: a line that proves a
   * trace, that is accepted in state {@link #START}, or that opens a trace with anything but an
   * exception's name, begins with one of the first or ends with one of the last bytes given.
   */
  Dialect(String firstBytes, String lastBytes) {
    this.firstBytes = firstBytes;
    this.lastBytes = lastBytes;
  }

  final String firstBytes() {
    return firstBytes;
  }

  final String lastBytes() {
    return lastBytes;
  }

  /** Whether the line, whatever stands around it, shows that a trace of this language is here. */
  abstract boolean proves(Line line, Line following);

  /** Whether the exception's name stands above this line, which proved the trace. */
  boolean lacksHeader(Line proof) {
    return true;
  }

  /** Reads the line that proved the trace when no header was found. */
  int begin(Line proof, Reading out) {
    return next(START, proof, out);
  }

  /**
   * Reads a line as the first of a trace: as an exception's name ({@link LineKind#THROWN}), or as
   * what the runtime prints above it ({@link LineKind#DETAIL}).
   *
   * @return the state after it, or {@link #FOREIGN}
   */
  abstract int open(Line line, HeaderSearch search, Reading out);

  /** Reads the next line. Returns the state after it, or {@link #FOREIGN}. */
  abstract int next(int state, Line line, Reading out);

  /** Where the line ends because another begins in the same line; usually the line's own end. */
  int cut(Line line) {
    return line.to;
  }

  /** Whether the text at the end of a trace is still the message. */
  boolean endsWithMessage() {
    return false;
  }

  /** Whether the place printed with a frame is the one it was called from. */
  boolean placesAreCallSites() {
    return false;
  }

  /** Takes off a complete message the place that follows it, and reads the place. */
  void closeMessage(Line message, ThrownSpans thrown, FrameSpans place) {}

  /** Whether the frame belongs to the runtime or to a library. */
  abstract boolean isLibrary(byte[] in, FrameSpans frame);

  /**
   * Writes the frame's name as it enters the fingerprint.
   *
   * @return false if the frame is made up by a compiler or proxy and names nothing in the source
   */
  abstract boolean name(byte[] in, FrameSpans frame, Signature out);

  /** Writes an exception's type as it enters the fingerprint. */
  void typeName(byte[] in, int from, int to, Signature out) {
    out.add(in, from, to);
  }

  /** Whether the frame throws what the frames above it only handle. */
  boolean isThrowSite(byte[] in, FrameSpans frame) {
    return false;
  }
}
