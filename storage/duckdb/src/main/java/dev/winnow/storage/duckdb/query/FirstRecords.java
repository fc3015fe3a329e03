package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.StoredRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The first records of those that were read so far. They are held in memory as a whole, so that no
 * more are taken in than together have {@value #MOST_BYTES} bytes; but one always is.
 */
final class FirstRecords {
  /** As many questions as are answered at once have room for it beside each other. */
  static final long MOST_BYTES = 32L << 20;

  private final int limit;
  private final Comparator<StoredRecord> order;
  private final List<StoredRecord> records = new ArrayList<>();
  private long bytes;

  FirstRecords(int limit, Comparator<StoredRecord> order) {
    this.limit = limit;
    this.order = order;
  }

  /**
   * Takes in one more.
   *
   * @throws WinnowException {@code ANSWER_TOO_LARGE} if the first ones are too large together
   */
  void add(StoredRecord record) {
    records.add(record);
    bytes += record.kept().bytes();
    if (bytes <= MOST_BYTES) {
      return;
    }
    cut();
    if (bytes > MOST_BYTES && records.size() > 1) {
      throw new WinnowException(
          ErrorCode.ANSWER_TOO_LARGE,
          "the records have more than " + MOST_BYTES + " bytes; ask for fewer at once");
    }
  }

  /** Brings them into their order, and leaves out those beyond the limit. */
  void cut() {
    records.sort(order);
    while (records.size() > limit) {
      bytes -= records.removeLast().kept().bytes();
    }
  }

  boolean isFull() {
    return records.size() == limit;
  }

  /** The last one, once they are cut; there is one. */
  StoredRecord last() {
    return records.getLast();
  }

  /** All of them, once they are cut. */
  List<StoredRecord> list() {
    return records;
  }
}
