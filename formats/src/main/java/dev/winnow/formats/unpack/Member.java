package dev.winnow.formats.unpack;

import java.time.Instant;

/**
 * A file in an archive.
 *
 * @param name its path as the archive has it, which may be anything
 * @param modified when it was last written, as the archive has it
 * @param obstacle why neither it nor what lies behind it can be read, such as "is encrypted"; empty
 *     if it can
 */
record Member(String name, Instant modified, String obstacle) {
  /** An archive that is built to be the same every time dates its members so early. */
  private static final Instant UNDATED_BEFORE = Instant.parse("1980-02-02T00:00:00Z");

  private static final int MAX_NAME_LENGTH = 200;

  Member(String name, Instant modified) {
    this(name, modified, "");
  }

  /** The name as it is shown; of a very long one only the end, which tells most. */
  String shownName() {
    if (name.length() <= MAX_NAME_LENGTH) {
      return name;
    }
    int from = name.length() - MAX_NAME_LENGTH;
    return "..." + name.substring(Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
  }

  /** By when its records were written, in a file that was written by {@code asOf}. */
  Instant asOf(Instant asOf) {
    return modified.isBefore(UNDATED_BEFORE) || modified.isAfter(asOf) ? asOf : modified;
  }
}
