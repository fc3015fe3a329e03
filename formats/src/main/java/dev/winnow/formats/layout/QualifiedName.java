package dev.winnow.formats.layout;

/**
 * The name of a class, module or crate: its parts stand between dots or pairs of colons; where it
 * has one part only, that has no capital letter, as prose before a colon would have.
 */
record QualifiedName(Part.Capture capture) implements Part {
  @Override
  public int match(LineScan line, int at) {
    int limit = Math.min(line.to, at + MAX_FIELD_BYTES);
    boolean hasParts = false;
    boolean hasCapital = false;
    int end = at;
    while (end < limit && isPart(line.in[end])) {
      boolean joins = line.in[end] == '.' || isPairOfColons(line, end);
      if (line.in[end] == ':' && !joins) {
        break;
      }
      hasParts |= joins && end > at;
      hasCapital |= line.in[end] >= 'A' && line.in[end] <= 'Z';
      end += joins && line.in[end] == ':' ? 2 : 1;
    }
    return end == at || (hasCapital && !hasParts) ? FAILED : capture.take(line, at, end);
  }

  private static boolean isPairOfColons(LineScan line, int at) {
    return line.in[at] == ':' && at + 1 < line.to && line.in[at + 1] == ':';
  }

  private static boolean isPart(byte b) {
    return LineScan.isWord(b) || "_.$:-".indexOf(b) >= 0;
  }

  @Override
  public boolean mayBeginWith(byte b) {
    return isPart(b);
  }
}
