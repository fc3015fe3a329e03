package dev.winnow.formats.layout;

/** A number with a unit of time at the end of the message, if one stands there. */
// The array is never written, and records of it are never compared.
@SuppressWarnings("ArrayRecordComponent")
record LastDuration(byte[] unit, Meaning meaning) implements Part {
  @Override
  public int match(LineScan line, int at) {
    int end = line.to - unit.length;
    int start = end;
    while (start > at && isPart(line.in[start - 1])) {
      start--;
    }
    boolean isWord = start > at && line.in[start - 1] == ' ';
    if (start < end && isWord && line.in[end] == unit[0] && line.startsWith(unit, end)) {
      line.list(Field.DURATION.attribute(), start, end);
      line.take(meaning, start, end);
    }
    return line.to;
  }

  private static boolean isPart(byte b) {
    return (b >= '0' && b <= '9') || b == '.';
  }

  @Override
  public boolean mayBeginWith(byte b) {
    return true;
  }
}
