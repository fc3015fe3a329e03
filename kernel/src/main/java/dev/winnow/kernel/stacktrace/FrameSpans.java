package dev.winnow.kernel.stacktrace;

/** Where the parts of one frame lie in the text; an absent part is empty. */
final class FrameSpans {
  int moduleFrom;
  int moduleTo;
  int functionFrom;
  int functionTo;
  int fileFrom;
  int fileTo;
  int line;
  boolean inApp;

  void clear() {
    moduleFrom = moduleTo = functionFrom = functionTo = 0;
    clearPlace();
  }

  void clearPlace() {
    fileFrom = fileTo = line = 0;
  }

  void copyFrom(FrameSpans other) {
    moduleFrom = other.moduleFrom;
    moduleTo = other.moduleTo;
    functionFrom = other.functionFrom;
    functionTo = other.functionTo;
    copyPlaceFrom(other);
  }

  void copyPlaceFrom(FrameSpans other) {
    fileFrom = other.fileFrom;
    fileTo = other.fileTo;
    line = other.line;
  }
}
