package dev.winnow.kernel.stacktrace;

/** Where the parts of one exception lie in the text, and its place among the others. */
final class ThrownSpans {
  static final int NONE = -1;

  int typeFrom;
  int typeTo;
  int messageFrom;
  int messageTo;

  /** Whether the message has ended although more text of it follows, as in Ruby. */
  boolean sealed;

  /** Whether frames are printed oldest first. */
  boolean newestLast;

  int margin;
  int parent;
  int cause;

  int firstFrame;
  int keptFrames;
  int ringStart;

  /** Frames that were printed but not kept, or not printed. */
  int omittedFrames;

  /** Of those, the ones that equal the last frames of the enclosing exception. */
  int sharedFrames;

  void clear() {
    typeFrom = typeTo = messageFrom = messageTo = 0;
    sealed = newestLast = false;
    margin = firstFrame = keptFrames = ringStart = omittedFrames = sharedFrames = 0;
    parent = cause = NONE;
  }

  void copyNameFrom(ThrownSpans other) {
    typeFrom = other.typeFrom;
    typeTo = other.typeTo;
    messageFrom = other.messageFrom;
    messageTo = other.messageTo;
    sealed = other.sealed;
  }

  boolean isNamed() {
    return typeTo > typeFrom;
  }

  /** Frames in all. */
  int depth() {
    return keptFrames + omittedFrames;
  }
}
