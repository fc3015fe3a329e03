package dev.winnow.cli.analysis;

/**
 * Records of an input that are earlier than one before them, by more than writers of one log get in
 * each other's way.
 *
 * @param records how many there are, at least
 * @param greatestNanos how far the earliest of them is behind
 * @param line the number of the first of them; 0 if there is none
 */
public record Disorder(long records, long greatestNanos, long line) {
  static final Disorder NONE = new Disorder(0, 0, 0);
  static final long TOLERANCE_NANOS = 1_000_000_000L;

  /** This, and what follows in a part of the input that begins after so many lines. */
  Disorder plus(Disorder part, long linesBefore) {
    return new Disorder(
        records + part.records,
        Math.max(greatestNanos, part.greatestNanos),
        line == 0 && part.line > 0 ? linesBefore + part.line : line);
  }
}
