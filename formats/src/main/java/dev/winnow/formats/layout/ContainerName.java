package dev.winnow.formats.layout;

/** The name of a container as Docker Compose makes it: that of a service, and a number. */
record ContainerName(Part.Capture capture) implements Part {
  @Override
  public int match(LineScan line, int at) {
    int limit = Math.min(line.to, at + MAX_FIELD_BYTES);
    int end = at;
    while (end < limit && isPart(line.in[end])) {
      end++;
    }
    int digits = end;
    while (digits > at && isDigit(line.in[digits - 1])) {
      digits--;
    }
    boolean isNumbered = digits < end && digits > at + 1 && isJoint(line.in[digits - 1]);
    return isNumbered ? capture.take(line, at, end) : FAILED;
  }

  private static boolean isPart(byte b) {
    return (b >= 'a' && b <= 'z') || isDigit(b) || isJoint(b) || b == '.';
  }

  private static boolean isJoint(byte b) {
    return b == '-' || b == '_';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  @Override
  public boolean mayBeginWith(byte b) {
    return (b >= 'a' && b <= 'z') || isDigit(b);
  }
}
