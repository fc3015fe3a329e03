package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.StoredRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The first records of those that were read so far. They are held in memory as a whole, so that no
 * more are taken in than together have {@value #MOST_CHARACTERS} characters; but one always is.
 */
final class FirstRecords {
  /** As many questions as are answered at once have room for it beside each other. */
  static final long MOST_CHARACTERS = 32L << 20;

  private final int limit;
  private final Comparator<SizedRecord> order;
  private final List<SizedRecord> records = new ArrayList<>();
  private long characters;

  FirstRecords(int limit, Comparator<StoredRecord> order) {
    this.limit = limit;
    this.order = Comparator.comparing(SizedRecord::stored, order);
  }

  /**
   * Takes in one more.
   *
   * @throws WinnowException {@code ANSWER_TOO_LARGE} if the first ones are too large together
   */
  void add(SizedRecord record) {
    records.add(record);
    characters += record.characters();
    if (characters <= MOST_CHARACTERS) {
      return;
    }
    cut();
    if (characters > MOST_CHARACTERS && records.size() > 1) {
      throw new WinnowException(
          ErrorCode.ANSWER_TOO_LARGE,
          "the records have more than " + MOST_CHARACTERS + " characters; ask for fewer at once");
    }
  }

  /** Brings them into their order, and leaves out those beyond the limit. */
  void cut() {
    records.sort(order);
    while (records.size() > limit) {
      characters -= records.removeLast().characters();
    }
  }

  boolean isFull() {
    return records.size() == limit;
  }

  /** The last one, once they are cut; there is one. */
  StoredRecord last() {
    return records.getLast().stored();
  }

  /** All of them, once they are cut. */
  List<StoredRecord> list() {
    return records.stream().map(SizedRecord::stored).toList();
  }
}
