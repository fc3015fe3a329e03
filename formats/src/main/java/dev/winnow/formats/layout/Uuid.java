package dev.winnow.formats.layout;

/** A UUID: 32 digits of base 16 in groups of 8, 4, 4, 4 and 12. */
record Uuid(Part.Capture capture) implements Part {
  private static final int LENGTH = 36;

  @Override
  public int match(LineScan line, int at) {
    int end = at + LENGTH;
    if (end > line.to) {
      return FAILED;
    }
    for (int i = 0; i < LENGTH; i++) {
      boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
      byte b = line.in[at + i];
      if (isHyphen ? b != '-' : !isHex(b)) {
        return FAILED;
      }
    }
    return capture.take(line, at, end);
  }

  private static boolean isHex(byte b) {
    int lower = b | 0x20;
    return (b >= '0' && b <= '9') || (lower >= 'a' && lower <= 'f');
  }

  @Override
  public boolean mayBeginWith(byte b) {
    return isHex(b);
  }
}
