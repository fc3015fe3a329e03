package dev.winnow.formats.join;

/** The escape sequences (ECMA-48) with which programs colour their logs for a terminal. */
public final class AnsiEscapes {
  private static final byte ESCAPE = 0x1b;
  private static final byte BELL = 0x07;

  private AnsiEscapes() {}

  /** Takes the sequences out of {@code in[from, to)} in place; returns where the rest ends. */
  public static int strip(byte[] in, int from, int to) {
    int out = from;
    int at = from;
    while (at < to) {
      if (in[at] == ESCAPE) {
        at = sequenceEnd(in, at, to);
      } else {
        in[out++] = in[at++];
      }
    }
    return out;
  }

  private static int sequenceEnd(byte[] in, int escape, int to) {
    int at = escape + 1;
    if (at == to) {
      return to;
    }
    if (in[at] == '[') {
      at++;
      while (at < to && in[at] >= ' ' && in[at] < '@') {
        at++;
      }
      return Math.min(at + 1, to);
    }
    if (in[at] == ']') {
      while (at < to && in[at] != BELL && in[at] != ESCAPE) {
        at++;
      }
      boolean terminator = at + 1 < to && in[at] == ESCAPE && in[at + 1] == '\\';
      return terminator ? at + 2 : Math.min(at + 1, to);
    }
    return at + 1;
  }
}
