package dev.winnow.kernel.stacktrace;

/**
 * The part of a source file's path that does not depend on where the program is installed: the path
 * below a library's directory, else the last element, in both cases without its extension.
 */
final class FilePaths {
  private FilePaths() {}

  static void name(byte[] in, FrameSpans frame, Libraries libraries, Signature out) {
    int from = frame.fileFrom;
    int to = withoutExtension(in, from, frame.fileTo);
    int below = libraries.endIn(in, from, to);
    if (below < 0) {
      out.add(in, lastElement(in, from, to), to);
      return;
    }
    for (int i = belowVersion(in, below, to); i < to; i++) {
      out.add(in[i] == '\\' ? '/' : in[i]);
    }
  }

  /** Past the {@code 3.13/} of {@code /lib/python3.13/}. */
  private static int belowVersion(byte[] in, int from, int to) {
    int at = from;
    while (at < to && (Line.isDigit(in[at]) || in[at] == '.')) {
      at++;
    }
    return at < to && in[at] == '/' ? at + 1 : from;
  }

  static int lastElement(byte[] in, int from, int to) {
    int at = to;
    while (at > from && in[at - 1] != '/' && in[at - 1] != '\\') {
      at--;
    }
    return at;
  }

  static int withoutExtension(byte[] in, int from, int to) {
    if (from < to && in[from] == '<') {
      return to;
    }
    int element = lastElement(in, from, to);
    int dot = to - 1;
    while (dot > element && in[dot] != '.') {
      dot--;
    }
    return dot > element ? dot : to;
  }
}
