package dev.winnow.storage.duckdb.part;

/**
 * How far the log has been applied to a part.
 *
 * @param sequence the last batch of which something is in
 * @param rows how many rows of that batch are in; {@link #ALL} once its counts are in, too
 */
public record Position(long sequence, int rows) implements Comparable<Position> {
  /** That nothing of a batch is missing. */
  public static final int ALL = Integer.MAX_VALUE;

  /** Nothing has been applied. */
  public static final Position START = new Position(0, 0);

  /** How many of the first rows of a batch are in already; {@link #ALL} if nothing is missing. */
  public int rowsOf(long batchSequence) {
    return batchSequence < sequence ? ALL : batchSequence == sequence ? rows : 0;
  }

  @Override
  public int compareTo(Position other) {
    return sequence == other.sequence
        ? Integer.compare(rows, other.rows)
        : Long.compare(sequence, other.sequence);
  }
}
