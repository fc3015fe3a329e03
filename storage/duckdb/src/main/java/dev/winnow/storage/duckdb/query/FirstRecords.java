package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.StoredRecord;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The first records of those that were read so far, in whatever order. They are held in memory as a
 * whole, so that no more are kept than have {@value #MOST_CHARACTERS} characters together; but one
 * always is.
 */
final class FirstRecords {
  /*
   * The last record goes when there is no room for all. As it can only be among the first if all
   * before it are, too, those are too large together then; and if the limit is reached before it,
   * nobody misses it. The same is true of what comes behind it, which is not even taken in.
   */

  /** As many questions as are answered at once have room for it beside each other. */
  static final long MOST_CHARACTERS = 32L << 20;

  private final int limit;
  private final Comparator<StoredRecord> order;
  private final NavigableSet<SizedRecord> records;
  private long characters;
  private @Nullable StoredRecord missing;

  FirstRecords(int limit, Comparator<StoredRecord> order) {
    this.limit = limit;
    this.order = order;
    records = new TreeSet<>(Comparator.comparing(SizedRecord::stored, order));
  }

  /**
   * Takes in one more, if it is among the first.
   *
   * @return whether a record behind it may be, too
   */
  boolean add(SizedRecord record) {
    if (missing != null && order.compare(record.stored(), missing) > 0) {
      return false;
    }
    records.add(record);
    characters += record.characters();
    if (records.size() > limit) {
      removeLast();
    }
    while (characters > MOST_CHARACTERS && records.size() > 1) {
      missing = removeLast();
    }
    return records.contains(record);
  }

  private StoredRecord removeLast() {
    SizedRecord last = records.removeLast();
    characters -= last.characters();
    return last.stored();
  }

  /** The record behind which none can be among the first; null if any can. */
  @Nullable StoredRecord end() {
    return isFull() ? records.last().stored() : missing;
  }

  private boolean isFull() {
    return records.size() == limit;
  }

  /**
   * All of them, once everything was read that may be among them.
   *
   * @throws WinnowException {@code ANSWER_TOO_LARGE} if there was no room for one of them
   */
  List<StoredRecord> list() {
    if (missing != null && !isFull()) {
      throw new WinnowException(
          ErrorCode.ANSWER_TOO_LARGE,
          "the records have more than " + MOST_CHARACTERS + " characters; ask for fewer at once");
    }
    return records.stream().map(SizedRecord::stored).toList();
  }
}
