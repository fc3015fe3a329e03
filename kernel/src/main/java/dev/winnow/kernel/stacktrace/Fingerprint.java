package dev.winnow.kernel.stacktrace;

import dev.winnow.kernel.hash.Hash64;

/** What a trace is the same by: the types of its chain and the frames nearest to the root cause. */
final class Fingerprint {
  /*
   * The signature is `!type` for each exception from the outermost to the root cause, then `@name`
   * for at most FRAMES frames of the application: the root cause's, innermost first, then those of
   * the exception around it, and so on outwards. If there is none at all, the same with frames of
   * any kind. A name that is there already does not count again, so that recursion, accessors and
   * lambdas add nothing.
   *
   * Java leaves out the frames that a cause shares with the exception around it (`... 12 more`);
   * they are looked up there, so that a trace is the same with and without this abbreviation.
   */

  /** Frames that count. */
  static final int FRAMES = 5;

  /** The version of the rules, raised with every change of any signature. */
  private static final int RULES = 1;

  private final Signature signature = new Signature();

  long of(byte[] in, TraceSpans spans, Dialect dialect) {
    write(in, spans, dialect);
    return Hash64.of(signature.bytes(), 0, signature.length(), RULES);
  }

  /** The signature as text. */
  String text(byte[] in, TraceSpans spans, Dialect dialect) {
    write(in, spans, dialect);
    return signature.toString();
  }

  private void write(byte[] in, TraceSpans spans, Dialect dialect) {
    signature.reset();
    int length = spans.chainLength();
    for (int i = 0; i < length; i++) {
      ThrownSpans thrown = spans.thrown(spans.chained(i));
      signature.add('!');
      dialect.typeName(in, thrown.typeFrom, thrown.typeTo, signature);
      signature.endLine();
    }
    signature.beginFrames();
    if (frames(in, spans, dialect, true) == 0) {
      frames(in, spans, dialect, false);
    }
  }

  private int frames(byte[] in, TraceSpans spans, Dialect dialect, boolean inApp) {
    int count = 0;
    for (int i = spans.chainLength() - 1; i >= 0; i--) {
      int number = belowThrowSite(in, spans, i, dialect);
      int slot = spans.slot(i, number);
      while (slot >= 0 && count < FRAMES) {
        FrameSpans frame = spans.frame(slot);
        if ((frame.inApp || !inApp) && add(in, frame, dialect)) {
          count++;
        }
        slot = spans.slot(i, ++number);
      }
    }
    return count;
  }

  private static int belowThrowSite(byte[] in, TraceSpans spans, int position, Dialect dialect) {
    ThrownSpans thrown = spans.thrown(spans.chained(position));
    for (int number = thrown.keptFrames - 1; number >= 0; number--) {
      if (dialect.isThrowSite(in, spans.frame(spans.slot(position, number)))) {
        return number + 1;
      }
    }
    return 0;
  }

  private boolean add(byte[] in, FrameSpans frame, Dialect dialect) {
    signature.add('@');
    if (!dialect.name(in, frame, signature) || signature.isRepeated()) {
      signature.dropLine();
      return false;
    }
    signature.endLine();
    return true;
  }
}
