package dev.winnow.server.live;

import dev.winnow.server.records.Portions;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.StoredRecord;
import java.util.List;

/**
 * Records that follow on a place, in the order of commits, none left out.
 *
 * @param end the place behind them
 * @param isLast whether there were no more at the time
 */
record CommitPage(List<StoredRecord> records, RecordId end, boolean isLast) {
  /** So many that a reader who is behind catches up, as a question costs more than its records. */
  static final int MOST_RECORDS = 2_000;

  /** Reads what a tenant has behind a place. */
  static CommitPage read(LogStore store, String tenantId, RecordId after) {
    // What came later may show before what was committed earlier, so it is left for next time.
    long upTo = store.commitSignal().last();
    Portions behind =
        new Portions(
            MOST_RECORDS,
            (last, limit) ->
                store.reader().since(tenantId, last == null ? after : last.id(), limit).stream()
                    .filter(record -> record.id().sequence() <= upTo)
                    .toList());
    List<StoredRecord> sure = behind.next(MOST_RECORDS);
    boolean isLast = behind.isAtEnd();
    return new CommitPage(sure, isLast ? later(after, endOf(upTo)) : sure.getLast().id(), isLast);
  }

  private static RecordId later(RecordId a, RecordId b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** The place behind all records of a commit. */
  static RecordId endOf(long sequence) {
    return new RecordId(sequence, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
