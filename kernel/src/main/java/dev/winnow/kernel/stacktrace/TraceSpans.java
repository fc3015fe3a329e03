package dev.winnow.kernel.stacktrace;

import java.util.Arrays;

/** The exceptions and frames of one trace, as they were read, and how they hang together. */
final class TraceSpans {
  /*
   * Exceptions form a tree: `parent` is the exception that one was printed in, `cause` the one
   * that it was caused by. The chain leads along `cause` from the outermost. What comes beyond a
   * limit is counted and not kept. Of frames that are printed oldest first the newest are kept, in
   * a ring.
   *
   * Slots are made when first needed and then reused.
   */

  /** Exceptions that are kept of one trace, in printed order. */
  static final int MAX_THROWN = 32;

  /** Frames that are kept of one exception. */
  static final int MAX_FRAMES_EACH = 256;

  /** Frames that are kept of one trace. */
  static final int MAX_FRAMES = 1024;

  private ThrownSpans[] thrown = grown(new ThrownSpans[0], 4);
  private FrameSpans[] frames = grown(new FrameSpans[0], 64);
  private int thrownCount;
  private int frameCount;
  private int beyondLimit;
  private int current = ThrownSpans.NONE;
  private int outermost;
  private int lastFrame = ThrownSpans.NONE;

  private final int[] chain = new int[MAX_THROWN];
  private int chainLength;

  void reset() {
    thrownCount = frameCount = beyondLimit = outermost = chainLength = 0;
    current = lastFrame = ThrownSpans.NONE;
  }

  boolean isEmpty() {
    return thrownCount == 0;
  }

  boolean hasFrames() {
    return frameCount > 0;
  }

  int thrownCount() {
    return thrownCount;
  }

  /** All exceptions, the ones that were not kept among them. */
  int total() {
    return thrownCount + beyondLimit;
  }

  ThrownSpans thrown(int index) {
    return thrown[index];
  }

  /** Whether the exception whose lines are being read is within the limit. */
  boolean isKept() {
    return current >= 0;
  }

  /** The exception whose lines are being read, if it is kept. */
  ThrownSpans current() {
    return thrown[current];
  }

  /** Begins an exception. */
  void begin(Reading reading) {
    lastFrame = ThrownSpans.NONE;
    if (thrownCount == MAX_THROWN) {
      beyondLimit++;
      current = ThrownSpans.NONE;
      return;
    }
    if (thrownCount == thrown.length) {
      thrown = grown(thrown, Math.min(MAX_THROWN, 2 * thrown.length));
    }
    int index = thrownCount++;
    ThrownSpans begun = thrown[index];
    begun.clear();
    begun.copyNameFrom(reading.thrown);
    begun.newestLast = reading.newestLast;
    begun.margin = reading.margin;
    begun.firstFrame = frameCount;
    relate(reading.relation, index, begun);
    current = index;
  }

  private void relate(Relation relation, int index, ThrownSpans begun) {
    int other =
        switch (relation) {
          case FIRST -> ThrownSpans.NONE;
          case CAUSE, WRAPPER -> within(index, begun.margin);
          case INNER, MEMBER, SUPPRESSED -> within(index, begun.margin - 1);
          case NESTED -> current;
        };
    begun.parent = other;
    if (other < 0) {
      return;
    }
    ThrownSpans related = thrown[other];
    switch (relation) {
      case FIRST, SUPPRESSED -> {}
      case WRAPPER -> wrap(index, begun, other, related);
      case CAUSE, INNER, NESTED, MEMBER -> {
        if (related.cause < 0) {
          related.cause = index;
        }
      }
    }
  }

  /** Puts an exception around another, in the place that the other had. */
  private void wrap(int index, ThrownSpans wrapper, int wrapped, ThrownSpans other) {
    wrapper.cause = wrapped;
    wrapper.parent = other.parent;
    if (other.parent >= 0 && thrown[other.parent].cause == wrapped) {
      thrown[other.parent].cause = index;
    }
    if (outermost == wrapped) {
      outermost = index;
    }
  }

  /** The last exception before another one whose margin is no wider. */
  private int within(int index, int margin) {
    int i = index - 1;
    while (i >= 0 && thrown[i].margin > margin) {
      i--;
    }
    return i;
  }

  /** Names the exception that was begun without a name. */
  void name(Reading reading) {
    if (isKept()) {
      current().copyNameFrom(reading.thrown);
    }
  }

  void endInner() {
    if (isKept() && current().parent >= 0) {
      current = current().parent;
    }
  }

  void omit(int count, boolean shared) {
    if (isKept()) {
      ThrownSpans at = current();
      at.omittedFrames = (int) Math.min((long) at.omittedFrames + count, Integer.MAX_VALUE / 2);
      at.sharedFrames = shared ? count : at.sharedFrames;
    }
  }

  void addFrame(FrameSpans frame, boolean inApp) {
    lastFrame = ThrownSpans.NONE;
    if (!isKept()) {
      return;
    }
    int slot = newSlot(current());
    if (slot < 0) {
      omit(1, false);
      return;
    }
    frames[slot].copyFrom(frame);
    frames[slot].inApp = inApp;
    lastFrame = slot;
  }

  /** Where the next frame goes, or -1. An exception's frames lie side by side. */
  private int newSlot(ThrownSpans at) {
    if (at.keptFrames == 0) {
      at.firstFrame = frameCount;
    }
    boolean last = at.firstFrame + at.keptFrames == frameCount;
    if (last && at.keptFrames < MAX_FRAMES_EACH && frameCount < MAX_FRAMES) {
      if (frameCount == frames.length) {
        frames = grown(frames, Math.min(MAX_FRAMES, 2 * frames.length));
      }
      at.keptFrames++;
      return frameCount++;
    }
    if (!at.newestLast || at.keptFrames == 0) {
      return ThrownSpans.NONE;
    }
    omit(1, false);
    int oldest = at.firstFrame + at.ringStart;
    at.ringStart = (at.ringStart + 1) % at.keptFrames;
    return oldest;
  }

  /** Whether the last frame is kept and may get the place that is printed behind it. */
  boolean hasLastFrame() {
    return lastFrame >= 0;
  }

  FrameSpans lastFrame() {
    return frames[lastFrame];
  }

  /** The slot of a frame that is printed with an exception, the innermost being number 0. */
  int slot(ThrownSpans at, int number) {
    int offset =
        at.newestLast ? (at.ringStart + at.keptFrames - 1 - number) % at.keptFrames : number;
    return at.firstFrame + offset;
  }

  /**
   * The slot of a frame of an exception in the chain, or -1. Frames that it shares with the
   * exception around it are found there.
   */
  int slot(int position, int number) {
    int i = position;
    int at = number;
    while (i >= 0) {
      ThrownSpans own = thrown[chain[i]];
      if (at < own.keptFrames) {
        return slot(own, at);
      }
      int ownDepth = own.depth() - own.sharedFrames;
      if (own.sharedFrames == 0 || ownDepth > own.keptFrames || i == 0) {
        return ThrownSpans.NONE;
      }
      i--;
      at += thrown[chain[i]].depth() - own.sharedFrames - ownDepth;
      if (at < 0) {
        return ThrownSpans.NONE;
      }
    }
    return ThrownSpans.NONE;
  }

  FrameSpans frame(int slot) {
    return frames[slot];
  }

  /** Computes the chain, from the outermost exception to the root cause, and returns its length. */
  int linkChain() {
    chainLength = 0;
    for (int i = outermost; i >= 0 && i < thrownCount && chainLength < MAX_THROWN; ) {
      chain[chainLength++] = i;
      i = thrown[i].cause;
    }
    return chainLength;
  }

  int chainLength() {
    return chainLength;
  }

  /** Whether an exception is in the chain. */
  boolean isChained(int index) {
    for (int i = 0; i < chainLength; i++) {
      if (chain[i] == index) {
        return true;
      }
    }
    return false;
  }

  /** The index of an exception in the chain. */
  int chained(int position) {
    return chain[position];
  }

  private static ThrownSpans[] grown(ThrownSpans[] slots, int size) {
    ThrownSpans[] more = Arrays.copyOf(slots, size);
    for (int i = slots.length; i < size; i++) {
      more[i] = new ThrownSpans();
    }
    return more;
  }

  private static FrameSpans[] grown(FrameSpans[] slots, int size) {
    FrameSpans[] more = Arrays.copyOf(slots, size);
    for (int i = slots.length; i < size; i++) {
      more[i] = new FrameSpans();
    }
    return more;
  }
}
